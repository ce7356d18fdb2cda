import { type Day, parseDay } from "../market/day.ts";
import type { SourcedFact } from "../market/fact.ts";
import { Problem } from "../market/problem.ts";
import { knownOn } from "./knownOn.ts";

/** What a figure of earnings is: the mean of many forecasts, the forecast of one house, or what was earned. */
export type EarningsBasis = "consensus" | "strategist" | "actual";

/** Earnings per share of an index for a year, or their growth, as somebody said. */
export interface EarningsQuote {
  index: string; // "SPX"
  year: number; // 2027
  basis: EarningsBasis; // "strategist"
  source: string; // "Goldman Sachs"; who said so
  quotedOn: Day; // "2025-12-12"
  published: string | null; // "2025-12-12", "2026-01" or "2026", as far as it is known
  knownOn: Day; // "2025-12-12"; the first day on which it is certainly known
  eps: number | null; // 336; US dollars, in points of the index
  growth: number | null; // 0.10; as quoted, over the year before
  note: string | null; // "day of the month not recorded"
  sourceUrl: string | null;
  heldIn: string; // "small-caps-and-bitcoin/eps-growth.csv"
}

const BASES: ReadonlySet<string> = new Set(["consensus", "strategist", "actual"]);

/** A quotation from a fact of kind `epsForecast`. @throws Problem (data) naming the fact and the field */
export function earningsQuote({ kind, id, day, fields, source: heldIn }: SourcedFact): EarningsQuote {
  const refuse = (what: string, expected: string, received: unknown) =>
    new Problem("data", `${what}: expected ${expected}; received ${JSON.stringify(received ?? null)}`, `${id}, ${heldIn}`);
  const text = (name: string) => {
    const value = fields[name] ?? null;
    if (typeof value === "number") throw refuse(name, "a text", value);
    return value;
  };
  const figure = (name: string) => {
    const value = fields[name] ?? null;
    if (value !== null && !Number.isFinite(value)) throw refuse(name, "a number or none", value);
    return value as number | null;
  };
  const [index, source, basis, published] = [text("index"), text("source"), text("basis"), text("published")];
  const { year } = fields;
  if (kind !== "epsForecast") throw refuse("kind", "epsForecast", kind);
  if (parseDay(day) === undefined) throw refuse("day", "a day like 2025-12-12", day);
  if (!index) throw refuse("index", "an index as SPX", index);
  if (!source) throw refuse("source", "who said so", source);
  if (typeof year !== "number" || !Number.isInteger(year)) throw refuse("year", "a year as 2026", year);
  if (basis === null || !BASES.has(basis)) throw refuse("basis", [...BASES].join(", "), basis);
  const known = knownOn(day, published);
  if (known === undefined) throw refuse("published", "a day, a month or a year", published);
  const [eps, growthPct] = [figure("eps"), figure("growthPct")];
  if (eps === null && growthPct === null) throw refuse("eps", "a figure here or in growthPct", null);
  return {
    index,
    year,
    basis: basis as EarningsBasis,
    source,
    quotedOn: day,
    published,
    knownOn: known,
    eps,
    growth: growthPct === null ? null : growthPct / 100,
    note: text("note"),
    sourceUrl: text("sourceUrl"),
    heldIn,
  };
}
