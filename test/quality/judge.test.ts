import assert from "node:assert/strict";
import { test } from "node:test";
import type { Bars } from "../../src/market/index.ts";
import { type JudgeContext, judge } from "../../src/quality/index.ts";
import { changed, closes, firstOf, over, quiet } from "./quiet.ts";

const DAY = 86_400_000;

/** What is said: the position of a session, and of what kind. */
function said(bars: Bars, more: Partial<JudgeContext> = {}): [number, string][] {
  return judge(bars, over(bars, more)).flags.map(({ session, kind }) => [bars.sessions.indexOf(session), kind]);
}

function reasons(bars: Bars, more: Partial<JudgeContext> = {}): string[] {
  return judge(bars, over(bars, more)).flags.map(({ reason }) => reason);
}

/** 120 closes, up and down 1 % by turns, and those given: the usual step is 1 %. */
const even = (...then: number[]) => closes([...Array.from({ length: 120 }, (_, i) => (i % 2 === 0 ? 100 : 101)), ...then]);

test("no bars, and a single bar, have no flags", () => {
  assert.deepEqual(judge(closes([]), over(closes([]))), { flags: [], missing: [] });
  assert.deepEqual(judge(closes([5]), over(closes([5]))), { flags: [], missing: [] });
});

test("a day that is none of the calendar's, and the sessions of the calendar that are missing", () => {
  const bars = { sessions: Int32Array.of(10, 11, 14, 16, 17), columns: { close: Float64Array.of(100, 99, Number.NaN, 97, Number.NaN) } };
  const { flags, missing } = judge(bars, over(bars, { expected: Int32Array.of(9, 10, 12, 14, 15, 16, 17, 18) }));
  assert.deepEqual(flags, [
    { session: 11, kind: "notASession", status: "quarantined", reason: "expected a session of the market's calendar; received 1970-01-12" },
  ]);
  // By hand: 12, 14 (a bar without a close) and 15 lie between the first close, on 10, and the last, on 16; 9, 17 and 18 are outside.
  assert.deepEqual(missing, [12, 14, 15]);
});

test("a session is provisional until its close has settled, and cannot be had before it begins", () => {
  const bars = closes([100, 99, 98, 97]); // the sessions 10000 to 10003
  const at = (now: number, more: Partial<JudgeContext> = {}) =>
    judge(bars, over(bars, { now, ...more })).flags.map(({ session, kind, status }) => [session, kind, status]);
  assert.deepEqual(at(10_004 * DAY), []);
  assert.deepEqual(at(10_004 * DAY - 1), [[10_003, "partial", "provisional"]]);
  // At 9 o'clock UTC of a day the next one has not begun on the easternmost islands (UTC+14), at 10 it has.
  assert.deepEqual(at(10_002 * DAY + 9 * 3_600_000), [
    [10_002, "partial", "provisional"],
    [10_003, "ahead", "quarantined"],
  ]);
  assert.deepEqual(at(10_002 * DAY + 10 * 3_600_000).at(-1), [10_003, "partial", "provisional"]);
  assert.deepEqual(at(10_003 * DAY - 1, { beginOf: (session) => session * DAY }).at(-1), [10_003, "ahead", "quarantined"]);
  assert.deepEqual(at(10_003 * DAY, { beginOf: (session) => session * DAY }).at(-1), [10_003, "partial", "provisional"]);
});

test("prices are positive, readings only finite", () => {
  assert.deepEqual(reasons(closes([3, 0, 2, -5, 2, Number.POSITIVE_INFINITY, 1])), [
    "close: expected a positive number; received 0",
    "close: expected a positive number; received -5",
    "close: expected a positive number; received Infinity",
  ]);
  const values = { sessions: Int32Array.of(1, 2, 3), columns: { value: Float64Array.of(0.1, -0.5, Number.NEGATIVE_INFINITY) } };
  assert.deepEqual(reasons(values, { kind: "reading" }), ["value: expected a finite number; received -Infinity"]);
  assert.deepEqual(said(changed(quiet(), "high", 3, 0)).slice(0, 1), [[3, "nonPositive"]]);
});

test("a bar keeps to its range", () => {
  const bars = {
    sessions: Int32Array.of(1),
    columns: { open: Float64Array.of(10), high: Float64Array.of(12), low: Float64Array.of(9), close: Float64Array.of(11) },
  };
  assert.deepEqual(reasons(changed(bars, "close", 0, 12.01)), ["expected close between low and high, 9 and 12; received 12.01"]);
  assert.deepEqual(reasons(changed(bars, "open", 0, 8.9)), ["expected open between low and high, 9 and 12; received 8.9"]);
  assert.deepEqual(reasons(changed(bars, "low", 0, 13)), ["expected a high of at least the low, 13; received 12"]);
  assert.deepEqual(reasons(changed(bars, "close", 0, Number.NaN)), ["expected a close beside high and low; received none"]);
  // One in ten thousand is rounding: 12 x 1.00009 is within, 12 x 1.0002 is not.
  assert.deepEqual(reasons(changed(bars, "close", 0, 12 * 1.00009)), []);
  assert.equal(reasons(changed(bars, "close", 0, 12 * 1.0002)).length, 1);
});

test("a whole bar that comes again is stale, unless something else was traded", () => {
  const bars = quiet();
  const again = (["open", "high", "low", "close"] as const).reduce((all, field) => changed(all, field, 100, bars.columns[field][99]!), bars);
  assert.deepEqual(judge(again, over(again)).flags[0], {
    session: bars.sessions[100],
    kind: "stale",
    status: "quarantined",
    reason: "the same open, high, low and close as on 1997-08-26",
  });
  const volume = (one: number) => ({
    sessions: again.sessions,
    columns: { ...again.columns, volume: Float64Array.from(again.sessions, (_, i) => (i === 100 ? one : 500)) },
  });
  assert.equal(said(volume(500))[0]?.[1], "stale");
  assert.equal(said(volume(0))[0]?.[1], "stale");
  assert.deepEqual(said(volume(600)), said(bars));
});

test("closes that stand still for longer than is usual are stale", () => {
  const still = (share: number, run: number) => {
    const moving = Array.from({ length: 250 }, (_, i) => 100 + Math.floor(i / share));
    return [...moving, ...Array.from({ length: run }, () => 500), 499];
  };
  const stale = (values: number[]) =>
    said(closes(values))
      .filter(([, kind]) => kind === "stale")
      .map(([i]) => i);
  // By hand: of 249 closes compared, some 158 after fading, none is unchanged: q is 1 / 159, q^2 is 4e-5, q^3 is 2e-7. The third repetition is stale.
  assert.deepEqual(stale(still(1, 8)), [253, 254, 255, 256, 257]);
  // By hand: every second close is unchanged: q is about a half, and 0.5^12 is 2e-4.
  assert.deepEqual(stale(still(2, 13)), []);
  // By hand: of a market that has never moved nothing is known; after one move q is a half: 0.5^19 is 1.9e-6, 0.5^20 is 9.5e-7.
  assert.deepEqual(stale(Array.from({ length: 40 }, () => 0.07)), []);
  assert.deepEqual(stale([0.06, ...Array.from({ length: 22 }, () => 0.07)]), [21, 22]);
});

test("a far close waits for the next session: it is a spike when taken back, and stands when not", () => {
  // By hand: ln(90 / 101) = -11.53 %, the usual step is ln(101 / 100) = 0.995 %: 11.6 of them. Session 10121 is 121 days after 1997-05-19.
  assert.deepEqual(reasons(even(90)), ["close 90 after 101, 11.6 usual steps; waits for the next session or a second source"]);
  assert.deepEqual(said(even(90)), [[120, "jump"]]);
  assert.deepEqual(reasons(even(90, 100)), ["close 90 after 101, 11.6 usual steps; taken back by the next session, 100 on 1997-09-17"]);
  assert.deepEqual(said(even(90, 100)), [[120, "spike"]]);
  assert.deepEqual(said(even(90, 92)), []);
  assert.deepEqual(said(even(90, 86)), []);
  // By hand: ln(94.5 / 101) is 6.7 usual steps, ln(95.5 / 101) 5.6: the one waits, the other is not so far.
  assert.deepEqual(said(even(94.5)), [[120, "jump"]]);
  assert.deepEqual(said(even(95.5)), []);
  assert.deepEqual(said(even(96)), []);
});

test("where opens are held, the next open must show that the market was never away", () => {
  const bars = quiet();
  const low = (next: number) => {
    const fallen = changed(
      changed(bars, "close", 120, (value) => value * 0.97),
      "low",
      120,
      (value) => value * 0.96,
    );
    // An open at the fallen price, from which the session climbs back.
    return changed(
      changed(fallen, "open", 121, (value) => value * next),
      "low",
      121,
      (value) => value * next * 0.999,
    );
  };
  assert.deepEqual(
    said(low(1)).filter(([i]) => i === 120),
    [[120, "spike"]],
  );
  assert.deepEqual(
    said(low(0.98)).filter(([i]) => i < 150),
    [],
  );
});

test("an open that only repeats the close before says nothing", () => {
  const { sessions, columns } = quiet();
  const close = changed({ sessions, columns }, "close", 120, (value) => value * 0.95).columns.close;
  const open = close.map((value, i) => close[i - 1] ?? value);
  const high = close.map((value, i) => Math.max(value, open[i]!));
  const low = close.map((value, i) => Math.min(value, open[i]!));
  assert.deepEqual(
    said({ sessions, columns: { open, high, low, close } }).filter(([i]) => i < 199),
    [[120, "spike"]],
  );
});

test("what another source bears out is neither spike nor jump nor record", () => {
  const bars = even(90, 100, 103);
  const others = [{ source: "second", bars }];
  assert.deepEqual(
    said(bars).map(([, kind]) => kind),
    ["spike", "record"],
  );
  assert.deepEqual(said(bars, { others }), []);
  assert.deepEqual(said(even(90), { others }), []);
});

test("a level that breaks by the ratio of a split and stays is quarantined from there until it is back", () => {
  const bars = quiet();
  const divided = (from: number, to: number) => {
    const column = (values: Float64Array) => values.map((value, i) => (i >= from && i < to ? value / 4 : value));
    const { open, high, low, close } = bars.columns;
    return { sessions: bars.sessions, columns: { open: column(open), high: column(high), low: column(low), close: column(close) } };
  };
  const flagged = said(divided(120, 160)).filter(([i]) => i < 199);
  assert.deepEqual(
    flagged,
    Array.from({ length: 40 }, (_, k) => [120 + k, "split"]),
  );
  const { flags } = judge(divided(120, 200), over(bars));
  assert.equal(flags.length, 80);
  assert.match(flags[0]!.reason, /^close 2\d\.\d+ after \d+\.\d+, \d+\.\d usual steps; prices look unadjusted for a 4:1 split$/);
  assert.equal(flags[79]!.reason, "since 1997-09-16 prices look unadjusted for a 4:1 split");
  // Accepting the bar of the break by hand says that the fall was real.
  assert.deepEqual(said(divided(120, 200), { accepted: new Set([bars.sessions[120]!]) }), []);
  // Accepting a later one says that it was from there on.
  assert.deepEqual(said(divided(120, 200), { accepted: new Set([bars.sessions[150]!]) }).at(-1), [149, "split"]);
});

test("the event of a split on the day of its own break needs no next session; adjusted prices have no break", () => {
  const split = (...values: number[]) => ({
    ...even(...values),
    columns: { ...even(...values).columns, split: Float64Array.from(even(...values).sessions, (_, i) => (i === 120 ? 2 : Number.NaN)) },
  });
  assert.deepEqual(reasons(split(51)), ["close 51 after 101, 68.7 usual steps; prices look unadjusted for a 2:1 split"]);
  assert.deepEqual(said(split(51, 50)), [
    [120, "split"],
    [121, "split"],
  ]);
  assert.deepEqual(said(split(100, 101)), []);
});

test("a wick far beyond what is usual is a tick that was never traded, unless another source has it", () => {
  const bars = changed(quiet(), "low", 100, 0.06);
  assert.deepEqual(
    said(bars).filter(([i]) => i === 100),
    [[100, "wick"]],
  );
  assert.deepEqual(said(bars, { others: [{ source: "second", bars }] }), []);
  assert.deepEqual(
    said(bars, { others: [{ source: "second", bars: quiet() }] }).filter(([i]) => i === 100),
    [[100, "wick"]],
  );
});

test("around the clock, a close far from the next open is wrong", () => {
  // By hand: 1.5 % against opens that are off by no more than 0.1 %.
  const bars = changed(
    changed(quiet(), "close", 100, (value) => value * 1.015),
    "high",
    100,
    (value) => value * 1.02,
  );
  assert.deepEqual(said(bars, { continuous: true }).filter(([i, kind]) => i === 100 && kind === "gapToNext").length, 1);
  assert.deepEqual(
    said(bars).filter(([, kind]) => kind === "gapToNext"),
    [],
  );
  assert.deepEqual(said(bars, { continuous: true, others: [{ source: "second", bars }] }), []);
});

test("a source that no other bears out is named with both values; of three, only the odd one out is flagged", () => {
  const right = even(100, 101, 100);
  const wrong = even(100, 103, 100);
  const other = (source: string, bars: Bars) => ({ source, bars });
  assert.deepEqual(reasons(wrong, { others: [other("second", right)] }), ["close 103 where second has 101: 1.98 % from their usual ratio"]);
  assert.deepEqual(said(right, { others: [other("second", wrong)] }), [[121, "disagreement"]]);
  assert.deepEqual(said(right, { others: [other("second", wrong), other("third", right)] }), []);
  assert.deepEqual(said(wrong, { others: [other("second", right), other("third", right)] }), [[121, "disagreement"]]);
  // A premium that lasts is their usual ratio: the same bars 3 % dearer agree.
  const dearer = { ...right, columns: { close: right.columns.close!.map((value) => value * 1.03) } };
  assert.deepEqual(said(right, { others: [other("second", dearer)] }), []);
  // Half a percent is tolerated.
  assert.deepEqual(said(even(100, 101 * 1.0049, 100), { others: [other("second", right)] }), []);
});

test("a record in the last bar waits for the next session or a second source", () => {
  const up = even(100, 102);
  assert.deepEqual(reasons(up), ["close 102 is a record above 101 that waits for the next session or a second source"]);
  assert.deepEqual(said(even(100, 102, 101.5)), []);
  assert.deepEqual(said(even(100, 101)), []);
  assert.deepEqual(said(up, { others: [{ source: "second", bars: up }] }), []);
  // A second source without the session bears nothing out.
  assert.deepEqual(said(up, { others: [{ source: "second", bars: even(100) }] }), [[121, "record"]]);
  // What is not over confirms nothing.
  const open = even(100, 102, 103);
  assert.deepEqual(said(open, { now: (open.sessions.at(-1)! + 1) * DAY - 1 }), [
    [121, "record"],
    [122, "partial"],
  ]);
});

test("a high above every high waits, too, and a close that is borne out does not bear it out", () => {
  const bars = changed(firstOf(quiet(), 100), "high", 99, 102);
  const kinds = (more: Partial<JudgeContext>) =>
    reasons(bars, more)
      .filter((reason) => reason.startsWith("high"))
      .map((reason) => reason.slice(0, 24));
  assert.deepEqual(kinds({}), ["high 102 is a record abo"]);
  assert.deepEqual(kinds({ others: [{ source: "second", bars: firstOf(quiet(), 100) }] }).length, 1);
  assert.deepEqual(kinds({ others: [{ source: "second", bars }] }), []);
});

test("a quarantined bar sets no record for those after it", () => {
  // By hand: 130 is a spike; 102 is above all others, so it is a record although it is below 130.
  assert.deepEqual(said(even(130, 100, 102)), [
    [120, "spike"],
    [122, "record"],
  ]);
});

test("what is decided by hand holds", () => {
  const bars = even(90, 100, 102);
  const [spike, record] = [bars.sessions[120]!, bars.sessions[122]!];
  assert.deepEqual(said(bars, { accepted: new Set([spike, record, 7]) }), []);
  assert.deepEqual(judge(bars, over(bars, { rejected: new Set([record, 7]) })).flags.at(-1), {
    session: record,
    kind: "rejected",
    status: "quarantined",
    reason: "rejected by hand",
  });
  // No hand makes a negative price positive.
  assert.deepEqual(said(even(-1, 100), { accepted: new Set([spike]) }), [[120, "nonPositive"]]);
});

test("of readings only what is beyond all measure is a fault", () => {
  // By hand: 4.25 to 5.5 span 1.25; a slip of the decimal point, 43.3, is off by more than three times that; a change of a whole percent is not.
  const rates = [...Array.from({ length: 80 }, (_, i) => (i < 40 ? 4.25 : 5.5)), 4.33];
  const reading = (...then: number[]): Bars => {
    const { sessions, columns } = closes([...rates, ...then]);
    return { sessions, columns: { value: columns.close! } };
  };
  const kind = "reading";
  assert.deepEqual(said(reading(3.33, 4.33), { kind }), []);
  assert.deepEqual(said(reading(43.3), { kind }), [[81, "jump"]]);
  assert.deepEqual(said(reading(43.3, 4.33), { kind }), [[81, "spike"]]);
  assert.deepEqual(said(reading(43.3, 43.4), { kind }), []);
  assert.deepEqual(said(reading(-0.5, -0.5), { kind }), []);
  assert.deepEqual(said(reading(43.3), { kind, others: [{ source: "second", bars: reading(43.3) }] }), []);
});
