import { type Day, dayNumber } from "../market/day.ts";
import type { SourcedFact } from "../market/fact.ts";
import { Problem } from "../market/problem.ts";
import { type EarningsQuote, earningsQuote } from "./earningsQuote.ts";

/** What had been said of the earnings of indices by a day. */
export interface EarningsGrowth {
  asOf: Day;
  rows: readonly EarningsRow[]; // by index, year, basis, source and day
  leftOut: readonly { quote: EarningsQuote; why: string }[]; // in the same order
}

/** A quotation, with the growth that its own figures give. */
export interface EarningsRow extends EarningsQuote {
  recomputed: number | null; // 0.1016; eps over that of the year before, less one
  whyNotRecomputed: string | null;
  difference: number | null; // 0.0016; recomputed less quoted; null where either is missing
  supersededOn: Day | null; // "2026-01-15"; the day of the next quotation of the same thing by the same source
}

/**
 * Quoted growth of earnings per share, one row for each index, year, basis, source and day, as known on a day.
 *
 * A quotation is known from its day; where its publication is dated later, or only by a month or a year, from that day or the last day of that time. Those
 * not yet known are left out, with the reason. Growth is a decimal over the year before, as quoted. It is recomputed where the same source quoted,
 * on the same basis and the same day, earnings of both years, and those of the year before were above zero; quotations are often rounded to a percent.
 * Consensus, strategists and actual earnings stand in rows of their own and are never combined or averaged, nor are two sources. A row is superseded by a
 * later one of the same index, year, basis and source; sources are the same only to the letter.
 *
 * @throws Problem (data) naming the fact and the field, or a quotation that is there twice; RangeError when asOf is no day
 *
 * @example
 * import { earningsGrowth } from "lockstep/earnings";
 * const said = (year, eps, growthPct) => ({
 *   kind: "epsForecast", id: `SPX ${year}`, day: "2025-12-12", source: "hand",
 *   fields: { index: "SPX", year, eps, growthPct, basis: "strategist", source: "A House", published: "2025-12-12" },
 * });
 * const { rows } = earningsGrowth([said(2026, 305, 12), said(2027, 336, 10)], { asOf: "2025-12-12" });
 * rows.map(({ year, growth }) => [year, growth]); // => [[2026, 0.12], [2027, 0.1]]
 * rows.map(({ recomputed }) => recomputed?.toFixed(4)); // => [undefined, "0.1016"]
 */
export function earningsGrowth(facts: readonly SourcedFact[], { asOf }: { asOf: Day }): EarningsGrowth {
  dayNumber(asOf);
  const quotes = facts.map(earningsQuote).sort((a, b) => ordered(keyOf(a), keyOf(b)));
  for (const [k, quote] of quotes.entries()) {
    const before = quotes[k - 1];
    if (!before || ordered(keyOf(before), keyOf(quote)) !== 0) continue;
    const { index, year, basis, source, quotedOn, heldIn } = quote;
    throw new Problem("data", "expected each quotation once; received it again", `${index} ${year}, ${basis}, ${source}, ${quotedOn}, ${heldIn}`);
  }
  const known = quotes.filter((quote) => quote.knownOn <= asOf);
  return {
    asOf,
    rows: known.map((quote) => ({ ...quote, ...growthOf(quote, known), supersededOn: supersededOn(quote, known) })),
    leftOut: quotes.flatMap((quote) => (quote.knownOn > asOf ? [{ quote, why: whyLater(quote) }] : [])),
  };
}

type Key = readonly (string | number)[];

function keyOf({ index, year, basis, source, quotedOn }: EarningsQuote): Key {
  return [index, year, basis, source, quotedOn];
}

function ordered(a: Key, b: Key): number {
  const k = a.findIndex((part, i) => part !== b[i]);
  return k < 0 ? 0 : a[k]! < b[k]! ? -1 : 1;
}

/** Whether two quotations may be set against each other at all. */
function alike(a: EarningsQuote, b: EarningsQuote): boolean {
  return a.index === b.index && a.basis === b.basis && a.source === b.source;
}

function growthOf(quote: EarningsQuote, known: readonly EarningsQuote[]): Pick<EarningsRow, "recomputed" | "whyNotRecomputed" | "difference"> {
  const { year, eps, growth, quotedOn } = quote;
  const unknown = (whyNotRecomputed: string) => ({ recomputed: null, whyNotRecomputed, difference: null });
  if (eps === null) return unknown(`no earnings of ${year} quoted, only their growth`);
  const before = known.find((other) => alike(other, quote) && other.year === year - 1 && other.quotedOn === quotedOn)?.eps ?? null;
  if (before === null) return unknown(`no earnings of ${year - 1} by the same source, basis and day`);
  // From a loss or from nothing there is no rate of growth.
  if (before <= 0) return unknown(`earnings of ${year - 1} are not above zero`);
  const recomputed = eps / before - 1;
  return { recomputed, whyNotRecomputed: null, difference: growth === null ? null : recomputed - growth };
}

function supersededOn(quote: EarningsQuote, known: readonly EarningsQuote[]): Day | null {
  return known.find((other) => alike(other, quote) && other.year === quote.year && other.quotedOn > quote.quotedOn)?.quotedOn ?? null;
}

function whyLater({ quotedOn, published, knownOn }: EarningsQuote): string {
  if (published === null || knownOn === quotedOn) return `quoted on ${quotedOn}`;
  return published === knownOn ? `published on ${published}` : `published in ${published}, so certainly known only on ${knownOn}`;
}
