import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { align, clockText, fieldOf, gaugeOf, Problem, span, stateOf, through, toSeries } from "../../src/market/index.ts";
import { series, seriesOf } from "../arbitraries.ts";

const input = { market: "IWM", field: "close", unit: "USD", source: "hand" } as const;

test("a series that is out of order, of unequal lengths or not positive is refused with place, expectation and what came", () => {
  const refused = (sessions: number[], values: number[], message: string) =>
    assert.throws(
      () => toSeries({ ...input, sessions, values }),
      (error) => error instanceof Problem && error.kind === "data" && error.message === message,
    );
  refused([2, 1], [1, 1], "IWM close, hand: days must ascend; received 1970-01-02 after 1970-01-03");
  refused([1, 1], [1, 1], "IWM close, hand: days must ascend; received 1970-01-02 after 1970-01-02");
  refused([1], [1, 2], "IWM close, hand: expected as many values as sessions; received 2 and 1");
  refused([1], [0], "IWM close, hand: close must be a positive number or none; received 0 on 1970-01-02");
  refused([1], [-3], "IWM close, hand: close must be a positive number or none; received -3 on 1970-01-02");
  refused([1], [Number.POSITIVE_INFINITY], "IWM close, hand: close must be a positive number or none; received Infinity on 1970-01-02");
  refused([1.5], [1], "IWM close, hand: a session must be a whole day number; received 1.5");
});

test("through keeps exactly the sessions up to a day and drops gaps at both ends", () => {
  fc.assert(
    fc.property(series(), fc.integer({ min: 90, max: 260 }), (one, cut) => {
      const kept = through(one, cut);
      const held = [...one.sessions].filter((session, i) => session <= cut && !Number.isNaN(one.values[i]));
      assert.deepEqual(
        [...kept.sessions].filter((_, i) => !Number.isNaN(kept.values[i])),
        held,
      );
      assert.ok(!Number.isNaN(kept.values[0] ?? 0) && !Number.isNaN(kept.values.at(-1) ?? 0));
    }),
  );
  assert.equal(span(through(seriesOf([1, 2]), 5)), undefined);
});

// By hand: sessions of the reference 10, 13, 14 (a Friday, a Monday, a Tuesday); the column trades every day but 13.
test("align takes a value only on its own day and says what it left out", () => {
  const column = { market: "BTC", clock: "24:00 UTC", sessions: Int32Array.of(9, 10, 11, 12, 14), values: Float64Array.of(1, 2, 3, 4, 5) };
  const { frame, dropped } = align({ calendar: "XNYS", sessions: Int32Array.of(10, 13, 14) }, [column]);
  assert.deepEqual([...frame.columns[0]!.values], [2, Number.NaN, 5]);
  assert.equal(frame.columns[0]!.clock, "24:00 UTC");
  assert.deepEqual(dropped, [
    { market: "BTC", count: 2, why: "not a session of XNYS" },
    { market: "BTC", count: 1, why: "no value at a session of XNYS" },
  ]);
});

test("align counts every value of a column within the reference as kept or dropped", () => {
  fc.assert(
    fc.property(series("A"), series("B"), (a, b) => {
      const { frame, dropped } = align({ calendar: "A", sessions: a.sessions }, [{ ...b, clock: "x" }]);
      const [first, last] = [a.sessions[0] ?? 0, a.sessions.at(-1) ?? -1];
      const within = [...b.sessions].filter((session, i) => session > first && session < last && !Number.isNaN(b.values[i])).length;
      const kept = [...frame.columns[0]!.values].filter((value, i) => !Number.isNaN(value) && a.sessions[i]! > first && a.sessions[i]! < last).length;
      const outside = dropped.find(({ why }) => why.startsWith("not a session"))?.count ?? 0;
      assert.equal(kept + outside, within);
    }),
  );
});

test("a gauge stands on one calendar", () => {
  const level = seriesOf([1, 2], { gaps: [0] });
  assert.throws(() => gaugeOf(level, seriesOf([1, 2], { gaps: [1] })), /expected close and close on the same sessions; received 2 from .* and 2 from /);
  assert.throws(() => gaugeOf(level, seriesOf([1, 2, 3], { gaps: [0] })), /received 2 from .* and 3 from /);
  assert.equal(gaugeOf(level, { ...level }).level, level);
});

test("a threshold is reached by a fall of exactly that much, whatever the rounding", () => {
  assert.equal(stateOf({ atRecord: false, distance: 90 / 100 - 1, near: 0.1 }), "apart");
  assert.equal(stateOf({ atRecord: false, distance: 80 / 100 - 1, near: 0.2 }), "apart");
  assert.equal(stateOf({ atRecord: false, distance: 90.001 / 100 - 1, near: 0.1 }), "near");
  assert.equal(stateOf({ atRecord: false, distance: 0, near: 0.1 }), "near");
  assert.equal(stateOf({ atRecord: true, distance: 0, near: 0.1 }), "record");
});

test("clocks and bases have their words", () => {
  assert.equal(clockText({ time: "16:00", zone: "America/New_York" }), "16:00 New York");
  assert.equal(clockText({ time: "24:00", zone: "UTC" }), "24:00 UTC");
  assert.deepEqual([fieldOf("close"), fieldOf("intraday"), fieldOf("total-return")], ["close", "high", "totalReturn"]);
});
