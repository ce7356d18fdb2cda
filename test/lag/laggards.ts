import fc from "fast-check";
import { type Gauge, gaugeOf, type Series } from "../../src/market/index.ts";
import { seriesOf } from "../arbitraries.ts";

/** First session of every laggard here. */
export const FIRST = 20_000;

export const YEAR = fc.record({ sessionsPerYear: fc.constantFrom(252, 365), window: fc.integer({ min: 2, max: 6 }) });

/** A laggard that falls and comes back: no two moves alike, ties, days off, and now and then a session without a value or a record of its own. */
export const laggard = ({ missing = true }: { missing?: boolean } = {}): fc.Arbitrary<Gauge> =>
  fc
    .record({
      steps: fc.array(fc.oneof({ weight: 12, arbitrary: fc.integer({ min: -60, max: 60 }) }, { weight: 1, arbitrary: fc.constant(missing ? Number.NaN : 0) }), {
        minLength: 20,
        maxLength: 70,
      }),
      gaps: fc.array(fc.nat(2), { minLength: 1, maxLength: 5 }),
      above: fc.option(fc.array(fc.constantFrom(1, 1, 1.01, 1.05, missing ? Number.NaN : 1), { minLength: 7, maxLength: 7 })),
    })
    .map(({ steps, gaps, above }) => {
      let level = 100;
      const values = steps.map((step, k) => {
        if (Number.isNaN(step)) return Number.NaN;
        // A hair of its own for each move: windows of one and the same return would leave nothing but rounding.
        level *= step === 0 ? 1 : Math.exp(step / 1000 + Math.sin(k * k) / 1000);
        return level;
      });
      const close = seriesOf(values, { first: FIRST, gaps });
      if (above === null) return gaugeOf(close);
      return gaugeOf(close, { ...close, field: "high", values: close.values.map((value, k) => value * above[k % above.length]!) });
    });

/** Some of a laggard's sessions, ascending. */
export const sessionsOf = ({ level }: Gauge, picks: readonly number[]): number[] => {
  const places = new Set(picks.map((pick) => pick % level.sessions.length));
  return [...places].sort((a, b) => a - b).map((place) => level.sessions[place]!);
};

/** Numbers from which sessions are picked. */
export const picks = fc.array(fc.nat(69), { minLength: 1, maxLength: 8 });

/** A day shortly before, in the middle of or after a laggard's history. */
export const untilDay = fc.integer({ min: FIRST + 10, max: FIRST + 160 });

/** The same gauge with all levels four times as high. */
export function timesFour({ level, record }: Gauge): Gauge {
  const times = (series: Series): Series => ({ ...series, values: series.values.map((value) => value * 4) });
  return { level: times(level), record: times(record) };
}
