import { basename, dirname, join, resolve } from "node:path";
import { z } from "zod";
import { type Instrument, type Market, onCalendar, Problem, toDay } from "../../market/index.ts";
import { SOURCE_REF, type SourceRef, sourceRef } from "../sourceRef.ts";
import { readText, type TextFile } from "../text/readText.ts";
import { readYaml } from "../text/readYaml.ts";
import { type MacroFiles, macroFilesSchema } from "./macroFiles.ts";
import { type Figures, readFigures, seriesOf } from "./readFigures.ts";
import { type Level, readLevels, scaleOf } from "./readLevels.ts";

const zone = z.string().refine(isZone, { error: "expected a time zone as America/New_York" });
const ref = z.string().regex(SOURCE_REF, { error: "expected a source and its symbol as yahoo:IWM" });
const catalogueSchema = z
  .strictObject({
    levels: z.string().optional(),
    digits: z.int().min(1).max(15).optional(),
    macro: macroFilesSchema.optional(),
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
        figures: z.string().optional(),
        sources: z.array(ref).default([]),
        earlier: ref.optional(),
      }),
    ),
  })
  .superRefine(({ markets }, context) => {
    for (const [id, { variantOf, figures, sources }] of Object.entries(markets)) {
      if (figures === undefined && sources.length === 0)
        context.addIssue({ code: "custom", path: ["markets", id], message: "expected figures, sources or both" });
      if (variantOf === undefined || (variantOf !== id && Object.hasOwn(markets, variantOf))) continue;
      context.addIssue({ code: "custom", path: ["markets", id, "variantOf"], message: "expected another market of this file" });
    }
  });
type CatalogueFile = z.infer<typeof catalogueSchema>;

/** A market as a catalogue describes it: what it is, where its figures are fetched from, and whether figures lie beside the catalogue. */
export interface Described {
  instrument: Instrument;
  sources: readonly SourceRef[]; // in order of preference
  earlier?: SourceRef; // what supplies the sessions before those of the sources
  embedded: boolean;
}

/** The markets that one `markets.yaml` describes; figures are read when they are asked for. */
export class Catalogue {
  /** Every file read so far, in order. */
  readonly read: TextFile[] = [];
  /** Whether a market was taken from here. */
  used = false;
  /** The macro figures that lie beside the catalogue; undefined where it names none. */
  readonly macro: MacroFiles | undefined;
  readonly #markets: CatalogueFile["markets"];
  readonly #levelsFile: string | undefined;
  readonly #digits: number | undefined;
  readonly #folder: string;
  readonly #path: string;
  #levels: { path: string; levels: Level[] } | undefined;

  constructor(path: string) {
    this.#path = path;
    this.#folder = resolve(dirname(path));
    const { markets, levels, digits, macro } = readYaml(this.#open(path, "usage"), catalogueSchema, "usage").data;
    this.#markets = markets;
    this.#levelsFile = levels;
    this.#digits = digits;
    this.macro = macro && { folder: this.#folder, ...macro };
  }

  get ids(): string[] {
    return Object.keys(this.#markets);
  }

  has(id: string): boolean {
    return Object.hasOwn(this.#markets, id);
  }

  describe(id: string): Described {
    this.used = true;
    const { figures, variantOf, sources, earlier, ...entry } = this.#markets[id]!;
    return {
      instrument: { id, ...entry, ...(variantOf === undefined ? {} : { variantOf }) },
      sources: sources.map(sourceRef),
      ...(earlier === undefined ? {} : { earlier: sourceRef(earlier) }),
      embedded: figures !== undefined,
    };
  }

  /** The id of the market that has this id or name; undefined when none has. */
  find(name: string): string | undefined {
    const word = name.toLowerCase();
    return this.ids.find((id) => this.namesOf(id).some((one) => one.toLowerCase() === word));
  }

  namesOf(id: string): string[] {
    const { name, aliases } = this.#markets[id]!;
    return [id, name, ...aliases];
  }

  /** The markets that are other clocks of a market. */
  variantsOf(id: string): string[] {
    return Object.entries(this.#markets)
      .filter(([, { variantOf }]) => variantOf === id)
      .map(([variant]) => variant);
  }

  /** A market with its figures, read and checked. */
  market(id: string): Market {
    const { figures: fileName } = this.#markets[id]!;
    const { instrument } = this.describe(id);
    if (fileName === undefined) throw new Problem("data", `expected figures of ${id}; none lie beside it`, this.#path);
    const file = this.#open(join(this.#folder, fileName));
    const figures = readFigures(file);
    if (instrument.calendar === "XNYS") refuseWeekends(figures, file.path);
    const digits = this.#digits;
    const scale = scaleOf(id, figures, { ...this.#quoted(), digits });
    const unit = scale === undefined ? "index" : instrument.currency;
    const series = seriesOf(figures, { market: id, unit, source: `${basename(this.#folder)}/${file.name}`, scale: scale ?? 1, digits });
    return { instrument, series: Object.fromEntries(Object.entries(series).map(([field, one]) => [field, onCalendar(one, instrument.calendar)])) };
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
