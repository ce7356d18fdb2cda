import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Bars } from "../../src/market/index.ts";
import { type Flag, type FlagKind, type JudgeContext, judge } from "../../src/quality/index.ts";
import { naiveDisagreements } from "../naive/qualityBaselines.ts";
import { changed, firstOf, over, quiet } from "./quiet.ts";

/** What is only said, or taken back, once the next bar that takes part is held. */
const WAIT: ReadonlySet<FlagKind> = new Set(["jump", "record", "spike", "split", "gapToNext"]);

const FIELDS = ["open", "high", "low", "close"] as const;

/** Bars with faults of all kinds, close together: so that one falls on the other. */
const faulty = fc
  .record({
    seed: fc.integer(),
    faults: fc.array(
      fc.record({
        i: fc.integer({ min: 60, max: 159 }),
        field: fc.constantFrom(...FIELDS, "whole" as const, "rest" as const),
        factor: fc.constantFrom(10, 0.1, 0.5, 2, 1.03, 0.9, -1, 0, Number.NaN),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ seed, faults }): Bars => {
    let bars: Bars = quiet({ seed, length: 160 });
    for (const { i, field, factor } of faults) {
      const until = field === "rest" ? 160 : i + 1;
      const fields = field === "whole" || field === "rest" ? FIELDS : [field];
      for (const one of fields) for (let k = i; k < until; k++) bars = changed(bars, one, k, (value) => value * factor);
    }
    return bars;
  });

const context = fc.record({ continuous: fc.boolean(), second: fc.boolean(), by: fc.array(fc.integer({ min: 10_060, max: 10_159 }), { maxLength: 3 }) }).map(
  ({ continuous, second, by }) =>
    (bars: Bars): JudgeContext =>
      over(bars, { continuous, rejected: new Set(by), others: second ? [{ source: "second", bars: quiet({ length: 160 }) }] : [] }),
);

const plain = (flags: readonly Flag[]) => flags.map(({ session, kind, status }) => `${session} ${kind} ${status}`);

test("with the next bar that takes part, all is said of a session; before, only what waits is open", () => {
  let waited = 0;
  fc.assert(
    fc.property(faulty, context, fc.integer({ min: 60, max: 160 }), (bars, contextOf, count) => {
      const then = firstOf(bars, count);
      const early = judge(then, contextOf(then)).flags;
      const late = judge(bars, contextOf(bars)).flags;
      // By hand: the last bar that takes part is the last against which nothing speaks, or nothing but what only moves say.
      const speaks = (session: number) => early.some((flag) => flag.session === session && !WAIT.has(flag.kind) && flag.kind !== "wick");
      const held = [...then.sessions].filter((session, i) => !Number.isNaN(then.columns.close![i]) && !speaks(session));
      const last = held.at(-1)!;
      const settled = (flags: readonly Flag[]) => flags.filter(({ session, kind }) => session < last || (session <= then.sessions.at(-1)! && !WAIT.has(kind)));
      assert.deepEqual(settled(early), settled(late));
      if (early.length !== settled(early).length) waited++;
    }),
    { numRuns: 400 },
  );
  assert.ok(waited > 10, `in ${waited} runs something waited`);
});

test("levels times a power of two have the same flags", () => {
  fc.assert(
    fc.property(faulty, context, (bars, contextOf) => {
      const columns = Object.fromEntries(Object.entries(bars.columns).map(([field, column]) => [field, column.map((value) => value * 4)]));
      assert.deepEqual(plain(judge({ ...bars, columns }, contextOf(bars)).flags), plain(judge(bars, contextOf(bars)).flags));
    }),
  );
});

test("inputs are left as they are", () => {
  fc.assert(
    fc.property(faulty, context, (bars, contextOf) => {
      const before = structuredClone(bars);
      const { closeOf, ...held } = contextOf(bars);
      const copy = structuredClone(held);
      judge(bars, { ...held, closeOf });
      assert.deepEqual([bars, held], [before, copy]);
    }),
  );
});

test("a rejected bar is absent: the rest is judged as if it had never come", () => {
  fc.assert(
    fc.property(faulty, fc.boolean(), fc.integer({ min: 60, max: 159 }), (bars, continuous, i) => {
      const session = bars.sessions[i]!;
      const all = over(bars, { continuous });
      const nothing = FIELDS.reduce((rest, field) => changed(rest, field, i, Number.NaN), bars);
      const { flags } = judge(bars, { ...all, rejected: new Set([session]) });
      assert.deepEqual(
        flags.filter((flag) => flag.session === session).map(({ kind }) => kind),
        ["rejected"],
      );
      assert.deepEqual(
        flags.filter((flag) => flag.session !== session),
        judge(nothing, all).flags,
      );
    }),
  );
});

test("accepted bars are never flagged but for what cannot be", () => {
  fc.assert(
    fc.property(faulty, context, (bars, contextOf) => {
      const { rejected: _, ...rest } = contextOf(bars);
      const kinds = judge(bars, { ...rest, accepted: new Set(bars.sessions) }).flags.map(({ kind }) => kind);
      assert.ok(kinds.every((kind) => kind === "nonPositive"));
    }),
  );
});

test("flags ascend by session, and each session has a reason once", () => {
  fc.assert(
    fc.property(faulty, context, (bars, contextOf) => {
      const { flags } = judge(bars, contextOf(bars));
      assert.ok(flags.every(({ session }, k) => k === 0 || session >= flags[k - 1]!.session));
      const said = flags.map(({ session, reason }) => `${session} ${reason}`);
      assert.equal(new Set(said).size, said.length);
    }),
  );
});

test("disagreements are those of the lists made anew for every session", () => {
  const offs = fc.array(fc.constantFrom(0, 0, 0, 0.001, -0.002, 0.004, -0.006, 0.012, -0.02, Number.NaN), { minLength: 20, maxLength: 120 });
  let found = 0;
  fc.assert(
    fc.property(offs, fc.boolean(), (all, drifts) => {
      const bars = quiet({ length: all.length });
      const theirs = all.map((off, i) => bars.columns.close[i]! * Math.exp(off + (drifts ? i * 0.0004 : 0)));
      const other = { source: "second", bars: { sessions: bars.sessions, columns: { close: Float64Array.from(theirs) } } };
      const said = judge(bars, over(bars, { others: [other] })).flags.filter(({ kind }) => kind === "disagreement");
      const held = (values: ArrayLike<number>) =>
        new Map(Array.from(values, (value, i): [number, number] => [bars.sessions[i]!, value]).filter(([, value]) => !Number.isNaN(value)));
      const expected = naiveDisagreements(held(bars.columns.close), held(theirs));
      assert.deepEqual(
        said.map(({ session }) => session),
        expected,
      );
      found += expected.length;
    }),
  );
  assert.ok(found > 100, `${found} disagreements`);
});
