import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Instrument, type Market, type Markets, Problem } from "../market/index.ts";
import { type Group, groupSchema, type Study } from "../study/index.ts";
import { didYouMean } from "./didYouMean.ts";
import { readFigures, seriesOf } from "./readFigures.ts";
import { type Level, readLevels, scaleOf } from "./readLevels.ts";
import { readText, type TextFile } from "./readText.ts";
import { readYaml } from "./readYaml.ts";

/** The folder of the cases that come with the package. */
const EMBEDDED = fileURLToPath(new URL("../../cases", import.meta.url));

/** The case that is opened when none is named. */
export const FOUNDING_CASE = "small-caps-and-bitcoin";

const zone = z.string().refine(isZone, { error: "expected a time zone as America/New_York" });
const catalogueSchema = z.strictObject({
  levels: z.string().optional(),
  digits: z.int().min(1).max(15).optional(),
  markets: z.record(
    z.string(),
    z.strictObject({
      name: z.string(),
      description: z.string(),
      kind: z.enum(["etf", "index", "crypto", "future", "stock"]),
      calendar: z.enum(["XNYS", "24/7"]),
      close: z.strictObject({ time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, { error: "expected a time as 16:00" }), zone }),
      currency: z.string().regex(/^[A-Z]{3}$/, { error: "expected a currency as USD" }),
      aliases: z.array(z.string()).default([]),
      variantOf: z.string().optional(),
      figures: z.string(),
    }),
  ),
});
type Catalogue = z.infer<typeof catalogueSchema>;

/** A group with the figures of its markets, ready for a study, and the hashes of the files that they came from. */
export interface OpenCase {
  group: Group;
  markets: Markets;
  inputs: Study["inputs"];
}

/** Where a group's definitions and its markets' descriptions stand. */
interface Place {
  group: string; // the group file
  markets: string; // the catalogue
}

/**
 * Opens a group: the name of an embedded case, a group file, or a folder that holds `group.yaml`.
 *
 * Markets are those of the `markets.yaml` beside the group file, or else of the founding case. Only the figures of the group's
 * members and their variants are read. Nothing is fetched.
 *
 * @throws Problem (usage) for an unknown group, a member that is no market, or a malformed file; Problem (data) for unusable figures
 *
 * @example
 * import { openCase } from "lockstep/sources";
 * openCase("small-caps-and-bitcoin").group.leader; // => "IWM"
 */
export function openCase(name: string = FOUNDING_CASE): OpenCase {
  const place = placeOf(name);
  const { group, file } = readGroup(place.group);
  const catalogue = new CatalogueReader(place.markets);
  const ids = group.members.flatMap((id) => [catalogue.idOf(id, file.path), ...catalogue.variantsOf(id)]);
  const markets = Object.fromEntries(ids.map((id) => [id, catalogue.market(id)]));
  return { group, markets, inputs: [file, ...catalogue.read].map(({ name: fileName, sha256 }) => ({ file: fileName, sha256 })) };
}

/**
 * One market of a group by its id or one of its names ("bitcoin"), with its figures.
 *
 * @throws Problem (usage) when no market has that name, naming the nearest
 */
export function openMarket(market: string, name: string = FOUNDING_CASE): Market {
  const catalogue = new CatalogueReader(placeOf(name).markets);
  return catalogue.market(catalogue.named(market));
}

/** A group file as it was read: the group, which definitions the file sets itself, and what its members are called. */
export interface OpenGroup {
  group: Group;
  path: string;
  given: ReadonlySet<string>;
  names: Readonly<Record<string, string>>; // { IWM: "small caps" }
}

/**
 * A group file, read and checked, its members looked up; no figures are read.
 *
 * @param name as for {@link openCase}
 * @throws Problem (usage) as {@link openCase}
 */
export function openGroup(name: string = FOUNDING_CASE): OpenGroup {
  const place = placeOf(name);
  const { group, file, given } = readGroup(place.group);
  const catalogue = new CatalogueReader(place.markets);
  const names = Object.fromEntries(group.members.map((id) => [id, catalogue.nameOf(catalogue.idOf(id, file.path))]));
  return { group, path: file.path, given, names };
}

/** The names of the cases that come with the package. */
export function embeddedCases(): string[] {
  return readdirSync(EMBEDDED)
    .filter((name) => existsSync(join(EMBEDDED, name, "group.yaml")))
    .sort();
}

function placeOf(name: string): Place {
  const founding = join(EMBEDDED, FOUNDING_CASE, "markets.yaml");
  const beside = (group: string): Place => {
    const markets = join(dirname(group), "markets.yaml");
    return { group, markets: existsSync(markets) ? markets : founding };
  };
  if (embeddedCases().includes(name)) return beside(join(EMBEDDED, name, "group.yaml"));
  if (existsSync(name)) return beside(statSync(name).isDirectory() ? join(name, "group.yaml") : name);
  const looksLikePath = /[\\/]|\.ya?ml$/.test(name);
  if (looksLikePath) throw new Problem("usage", "expected a group file; received a path at which there is none", name);
  const names = embeddedCases();
  throw new Problem("usage", `expected a group (${names.join(", ")}) or a group file; received ${name}${didYouMean(name, names)}`);
}

function readGroup(path: string): { group: Group; file: TextFile; given: ReadonlySet<string> } {
  const file = readText(path, "usage");
  const group = readYaml(file, groupSchema, "usage");
  const given = readYaml(file, z.looseObject({ definitions: z.record(z.string(), z.unknown()).default({}) }), "usage").definitions;
  return { group, file, given: new Set(Object.keys(given)) };
}

/** Reads the markets of one catalogue, each file once. */
class CatalogueReader {
  readonly read: TextFile[] = [];
  readonly #catalogue: Catalogue;
  readonly #folder: string;
  readonly #path: string;
  #levels: { path: string; levels: Level[] } | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#folder = dirname(path);
    this.#catalogue = readYaml(this.#open(path, "usage"), catalogueSchema, "usage");
  }

  idOf(id: string, groupPath: string): string {
    const ids = Object.keys(this.#catalogue.markets);
    if (ids.includes(id)) return id;
    throw new Problem("usage", `members: expected markets of ${basename(this.#path)} (${ids.join(", ")}); received ${id}${didYouMean(id, ids)}`, groupPath);
  }

  nameOf(id: string): string {
    return this.#catalogue.markets[id]!.name;
  }

  named(name: string): string {
    const word = name.toLowerCase();
    const entries = Object.entries(this.#catalogue.markets);
    const found = entries.find(([id, { aliases }]) => [id, ...aliases].some((one) => one.toLowerCase() === word));
    if (found) return found[0];
    const names = entries.flatMap(([id, { aliases }]) => [id, ...aliases]);
    throw new Problem("usage", `expected a market (${entries.map(([id]) => id).join(", ")}); received ${name}${didYouMean(name, names)}`);
  }

  variantsOf(id: string): string[] {
    return Object.entries(this.#catalogue.markets)
      .filter(([, { variantOf }]) => variantOf === id)
      .map(([variant]) => variant);
  }

  market(id: string): Market {
    const { figures: fileName, variantOf, ...entry } = this.#catalogue.markets[id]!;
    const file = this.#open(join(this.#folder, fileName));
    const figures = readFigures(file);
    const { digits } = this.#catalogue;
    const scale = scaleOf(id, figures, { ...this.#quoted(), digits });
    const instrument: Instrument = { id, ...entry, ...(variantOf === undefined ? {} : { variantOf }) };
    const unit = scale === undefined ? "index" : entry.currency;
    return { instrument, series: seriesOf(figures, { market: id, unit, source: `${basename(this.#folder)}/${file.name}`, scale: scale ?? 1, digits }) };
  }

  #quoted(): { path: string; levels: Level[] } {
    if (this.#levels) return this.#levels;
    const { levels } = this.#catalogue;
    const file = levels === undefined ? undefined : this.#open(join(this.#folder, levels));
    this.#levels = { path: file?.path ?? "", levels: file ? readLevels(file) : [] };
    return this.#levels;
  }

  #open(path: string, kind: "usage" | "data" = "data"): TextFile {
    const file = readText(path, kind);
    this.read.push(file);
    return file;
  }
}

const zones = new Map<string, boolean>();

function isZone(text: string): boolean {
  let known = zones.get(text);
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat("en-US", { timeZone: text });
      known = true;
    } catch {
      known = false;
    }
    zones.set(text, known);
  }
  return known;
}
