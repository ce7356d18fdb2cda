import fc from "fast-check";
import { type Field, type Gauge, gaugeOf, type Series, toSeries } from "../src/market/index.ts";

/** Levels of a walk with ties, jumps and gaps: what a real column may hold. */
export const levels = (length: { min: number; max: number } = { min: 0, max: 60 }): fc.Arbitrary<number[]> =>
  fc
    .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(0.8, 0.9, 0.95, 1, 1, 1.05, 1.1, 1.25) }, { weight: 1, arbitrary: fc.constant(Number.NaN) }), {
      minLength: length.min,
      maxLength: length.max,
    })
    .map((steps) => {
      let level = 100;
      return steps.map((step) => {
        if (Number.isNaN(step)) return Number.NaN;
        level = Math.round(level * step * 1000) / 1000;
        return level;
      });
    });

/** A series of a market that skips days now and then, as exchanges do. */
export function seriesOf(
  values: readonly number[],
  { market = "A", first = 100, gaps = [2] }: { market?: string; first?: number; gaps?: readonly number[] } = {},
): Series {
  let session = first;
  const sessions = values.map((_, k) => {
    const here = session;
    session += 1 + (gaps[k % gaps.length]! % 3);
    return here;
  });
  return toSeries({ market, field: "close" satisfies Field, unit: "index", source: "arbitrary", sessions, values });
}

/** A series with random levels and random gaps between its sessions. */
export const series = (market = "A"): fc.Arbitrary<Series> =>
  fc
    .record({ values: levels(), first: fc.integer({ min: 100, max: 130 }), gaps: fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }) })
    .map(({ values, first, gaps }) => seriesOf(values, { market, first, gaps }));

/** A value and the series on which its records are kept: the same, or one that is never below it, each with gaps of its own. */
export const gauge = (market = "A"): fc.Arbitrary<Gauge> =>
  fc.tuple(series(market), fc.boolean(), fc.array(fc.constantFrom(1, 1.02, 1.1, Number.NaN), { minLength: 60, maxLength: 60 })).map(([level, same, above]) => {
    if (same) return gaugeOf(level);
    return gaugeOf(level, { ...level, field: "high", values: level.values.map((value, i) => value * above[i]!) });
  });
