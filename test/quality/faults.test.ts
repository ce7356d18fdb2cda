// Faults put into clean bars, one at a time: each must be caught, on its own session, and nothing else be accused.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Bars } from "../../src/market/index.ts";
import { type FlagKind, type JudgeContext, judge } from "../../src/quality/index.ts";
import { changed, over, quiet } from "./quiet.ts";

type Quiet = ReturnType<typeof quiet>;

const WHOLE = ["open", "high", "low", "close"] as const;

/** A close moved, and the range with it: a tick that the source took for a trade. */
function ticked(bars: Quiet, i: number, factor: number): Quiet {
  const close = bars.columns.close[i]! * factor;
  const high = changed(changed(bars, "close", i, close), "high", i, (value) => Math.max(value, close));
  return changed(high, "low", i, (value) => Math.min(value, close));
}

function scaled(bars: Quiet, from: number, to: number, factor: number): Quiet {
  const { open, high, low, close } = bars.columns;
  const times = (column: Float64Array) => column.map((value, i) => (i >= from && i < to ? value * factor : value));
  return { sessions: bars.sessions, columns: { open: times(open), high: times(high), low: times(low), close: times(close) } };
}

const closesOnly = ({ sessions, columns: { close } }: Quiet): Bars => ({ sessions, columns: { close } });

const FAULTS: Record<string, { put: (bars: Quiet, i: number) => Bars; kind: FlagKind; continuous?: boolean; until?: number }> = {
  "a close ten times too high": { put: (bars, i) => ticked(bars, i, 10), kind: "spike" },
  "a close a tenth of what it should be": { put: (bars, i) => ticked(bars, i, 0.1), kind: "spike" },
  "a close a hundred times too high": { put: (bars, i) => ticked(bars, i, 100), kind: "spike" },
  "a close out of its range": { put: (bars, i) => changed(bars, "close", i, (value) => value * 1.03), kind: "range" },
  "a whole bar ten times too high": { put: (bars, i) => scaled(bars, i, i + 1, 10), kind: "spike" },
  "closes alone, one ten times too high": { put: (bars, i) => closesOnly(ticked(bars, i, 10)), kind: "spike" },
  "closes alone, one 3 % too high": { put: (bars, i) => closesOnly(ticked(bars, i, 1.03)), kind: "spike" },
  "a close of zero": { put: (bars, i) => changed(bars, "close", i, 0), kind: "nonPositive" },
  "a negative low": { put: (bars, i) => changed(bars, "low", i, (value) => -value), kind: "nonPositive" },
  "high and low swapped": { put: (bars, i) => changed(changed(bars, "high", i, bars.columns.low[i]!), "low", i, bars.columns.high[i]!), kind: "range" },
  "the bar of the session before": { put: (bars, i) => WHOLE.reduce((all, field) => changed(all, field, i, bars.columns[field][i - 1]!), bars), kind: "stale" },
  "a close 3 % too high": { put: (bars, i) => ticked(bars, i, 1.03), kind: "spike" },
  "a close 3 % too low": { put: (bars, i) => ticked(bars, i, 0.97), kind: "spike" },
  "a close 3 % too low, around the clock": { put: (bars, i) => ticked(bars, i, 0.97), kind: "gapToNext", continuous: true },
  "a close 1.2 % too high, around the clock": { put: (bars, i) => ticked(bars, i, 1.012), kind: "gapToNext", continuous: true },
  "a high of ten times": { put: (bars, i) => changed(bars, "high", i, (value) => value * 10), kind: "wick" },
  "a low 15 % away": { put: (bars, i) => changed(bars, "low", i, (value) => value * 0.85), kind: "wick" },
  "prices before a 2:1 split that are not adjusted": { put: (bars, i) => scaled(bars, i, 200, 0.5), kind: "split", until: 200 },
  "prices before a 20:1 split that are not adjusted": { put: (bars, i) => scaled(bars, i, 200, 0.05), kind: "split", until: 200 },
  "prices before a 1:10 split that are not adjusted": { put: (bars, i) => scaled(bars, i, 200, 10), kind: "split", until: 200 },
  "pence for pounds in five bars": { put: (bars, i) => scaled(bars, i, i + 5, 100), kind: "split" },
  "prices before a 3:1 split that are not adjusted, closes alone": { put: (bars, i) => closesOnly(scaled(bars, i, 200, 1 / 3)), kind: "split", until: 200 },
};

/** Positions that are flagged, and of what kinds; the last bar, which may be a record that waits, is left out. */
function flagged(bars: Bars, more: Partial<JudgeContext>): Map<number, Set<FlagKind>> {
  const found = new Map<number, Set<FlagKind>>();
  for (const { session, kind } of judge(bars, over(bars, more)).flags) {
    const i = bars.sessions.indexOf(session);
    if (i < bars.sessions.length - 1) found.set(i, (found.get(i) ?? new Set()).add(kind));
  }
  return found;
}

for (const [what, { put, kind, continuous = false, until }] of Object.entries(FAULTS)) {
  test(`${what}: caught as ${kind}`, () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 90, max: 180 }), (seed, i) => {
        const found = flagged(put(quiet({ seed }), i), { continuous });
        assert.ok(found.get(i)?.has(kind), `${[...(found.get(i) ?? ["nothing"])].join(", ")} at ${i}`);
        const expected = what.startsWith("pence") ? i + 5 : Math.min(until ?? i + 1, 199);
        assert.deepEqual(
          [...found.keys()],
          Array.from({ length: expected - i }, (_, k) => i + k),
        );
      }),
      { numRuns: 60 },
    );
  });
}

for (const continuous of [false, true]) {
  test(`clean bars, ${continuous ? "around the clock" : "with nights"}: nothing is accused`, () => {
    fc.assert(
      fc.property(fc.integer(), fc.boolean(), (seed, alone) => {
        const bars = quiet({ seed, length: 600 });
        assert.deepEqual([...flagged(alone ? closesOnly(bars) : bars, { continuous }).keys()], []);
      }),
      { numRuns: 40 },
    );
  });
}
