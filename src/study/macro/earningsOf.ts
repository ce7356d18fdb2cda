import { type EarningsRow, earningsFor, earningsGrowth } from "../../earnings/index.ts";
import type { Day, Measure } from "../../market/index.ts";
import { provenance, unknown } from "../measures.ts";
import type { MacroFigures } from "./figures.ts";
import { orReason } from "./orReason.ts";
import type { Macro } from "./schema.ts";

// The indices behind the question: of each it is said when there is nothing.
const INDICES = ["SPX", "NDX", "RTY"] as const;

/** What had been said of the earnings of indices by a day. */
export function earningsOf({ forecasts }: MacroFigures, asOf: Day): Macro["earnings"] {
  // What was said later is not known at all on that day.
  const said = forecasts.filter(({ day }) => day <= asOf);
  const found = orReason(() => earningsGrowth(said, { asOf }));
  if ("reason" in found) return { reason: found.reason, rows: [], leftOut: [], absent: INDICES.map((index) => ({ index, reason: found.reason })) };
  return {
    rows: found.rows.map((row) => rowOf(row, asOf)),
    // Of a publication whose month or year has not begun nothing was known.
    leftOut: found.leftOut.flatMap(({ quote: { index, year, source, published }, why }) => ((published ?? "") > asOf ? [] : [{ index, year, source, why }])),
    absent: earningsFor(found, INDICES).flatMap(({ index, reason }) => (reason === null ? [] : [{ index, reason }])),
  };
}

function rowOf(row: EarningsRow, asOf: Day): Macro["earnings"]["rows"][number] {
  const { index, year, basis, source, quotedOn, published, supersededOn, note, sourceUrl, heldIn } = row;
  const measure = (value: number | null, about: { unit: string; method: string; definition: string }, n: number, reason: string): Measure =>
    value === null
      ? unknown({ ...about, asOf }, reason)
      : { value, on: quotedOn, ...provenance({ ...about, asOf }, []), n, from: quotedOn, to: quotedOn, sources: [source, heldIn] };
  return {
    index,
    year,
    basis,
    source,
    quotedOn,
    published,
    earnings: measure(row.eps, { unit: "index points per share", method: "quoted", definition: `earnings per share of ${year}` }, 1, "only growth was quoted"),
    growth: measure(
      row.growth,
      { unit: "ratio", method: "quoted", definition: `growth of earnings per share from ${year - 1} to ${year}, as quoted` },
      1,
      "only earnings were quoted",
    ),
    recomputed: measure(
      row.recomputed,
      {
        unit: "ratio",
        method: "earningsGrowth",
        definition: `earnings of ${year} over those of ${year - 1}, as quoted by the same source on the same day, minus one`,
      },
      2,
      row.whyNotRecomputed ?? "not both years are quoted",
    ),
    supersededOn,
    note,
    sourceUrl,
  };
}
