import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { type Instrument, type Market, Problem, toDay } from "../market/index.ts";
import { didYouMean } from "./didYouMean.ts";
import { type Figures, readFigures, seriesOf } from "./readFigures.ts";
import { type Level, readLevels, scaleOf } from "./readLevels.ts";
import { readText, type TextFile } from "./readText.ts";
import { readYaml } from "./readYaml.ts";

const zone = z.string().refine(isZone, { error: "expected a time zone as America/New_York" });
const catalogueSchema = z
  .strictObject({
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
  })
  .superRefine(({ markets }, context) => {
    for (const [id, { variantOf }] of Object.entries(markets)) {
      if (variantOf === undefined || (variantOf !== id && Object.hasOwn(markets, variantOf))) continue;
      context.addIssue({ code: "custom", path: ["markets", id, "variantOf"], message: "expected another market of this file" });
    }
  });
type CatalogueFile = z.infer<typeof catalogueSchema>;

/** The markets that one `markets.yaml` describes; figures are read when they are asked for. */
export class Catalogue {
  /** Every file read so far, in order. */
  readonly read: TextFile[] = [];
  readonly #markets: CatalogueFile["markets"];
  readonly #levelsFile: string | undefined;
  readonly #digits: number | undefined;
  readonly #folder: string;
  readonly #path: string;
  #levels: { path: string; levels: Level[] } | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#folder = resolve(dirname(path));
    const { markets, levels, digits } = readYaml(this.#open(path, "usage"), catalogueSchema, "usage").data;
    this.#markets = markets;
    this.#levelsFile = levels;
    this.#digits = digits;
  }

  /** The id itself when it is one of the catalogue. */
  idOf(id: string, groupPath: string): string {
    const ids = Object.keys(this.#markets);
    if (ids.includes(id)) return id;
    throw new Problem("usage", `members: expected markets of ${basename(this.#path)} (${ids.join(", ")}); received ${id}${didYouMean(id, ids)}`, groupPath);
  }

  nameOf(id: string): string {
    return this.#markets[id]!.name;
  }

  /** The id of the market that has this id or name. */
  named(name: string): string {
    const word = name.toLowerCase();
    const entries = Object.entries(this.#markets);
    const namesOf = ([id, { name: own, aliases }]: (typeof entries)[number]) => [id, own, ...aliases];
    const found = entries.find((entry) => namesOf(entry).some((one) => one.toLowerCase() === word));
    if (found) return found[0];
    const names = entries.flatMap(namesOf);
    throw new Problem("usage", `expected a market (${entries.map(([id]) => id).join(", ")}); received ${name}${didYouMean(name, names)}`);
  }

  /** The markets that are other clocks of a market. */
  variantsOf(id: string): string[] {
    return Object.entries(this.#markets)
      .filter(([, { variantOf }]) => variantOf === id)
      .map(([variant]) => variant);
  }

  /** A market with its figures, read and checked. */
  market(id: string): Market {
    const { figures: fileName, variantOf, ...entry } = this.#markets[id]!;
    const file = this.#open(join(this.#folder, fileName));
    const figures = readFigures(file);
    if (entry.calendar === "XNYS") refuseWeekends(figures, file.path);
    const digits = this.#digits;
    const scale = scaleOf(id, figures, { ...this.#quoted(), digits });
    const instrument: Instrument = { id, ...entry, ...(variantOf === undefined ? {} : { variantOf }) };
    const unit = scale === undefined ? "index" : entry.currency;
    return { instrument, series: seriesOf(figures, { market: id, unit, source: `${basename(this.#folder)}/${file.name}`, scale: scale ?? 1, digits }) };
  }

  #quoted(): { path: string; levels: Level[] } {
    if (this.#levels) return this.#levels;
    const file = this.#levelsFile === undefined ? undefined : this.#open(join(this.#folder, this.#levelsFile));
    this.#levels = { path: file?.path ?? "", levels: file ? readLevels(file) : [] };
    return this.#levels;
  }

  #open(path: string, kind: "usage" | "data" = "data"): TextFile {
    const file = readText(path, kind);
    this.read.push(file);
    return file;
  }
}

/** An exchange is closed on weekends: a session of one is a figure of another calendar. */
function refuseWeekends({ sessions }: Figures, path: string): void {
  // 1970-01-01 was a Thursday.
  const at = sessions.findIndex((session) => (session + 3) % 7 > 4);
  if (at < 0) return;
  throw new Problem("data", `date: expected a weekday, since the market's calendar is XNYS; received ${toDay(sessions[at]!)}`, `${path}:${at + 2}`);
}

const zones = new Map<string, boolean>();

function isZone(text: string): boolean {
  let known = zones.get(text);
  if (known === undefined) {
    try {
      known = Intl.DateTimeFormat("en-US", { timeZone: text }).resolvedOptions().timeZone !== "";
    } catch {
      known = false;
    }
    zones.set(text, known);
  }
  return known;
}
