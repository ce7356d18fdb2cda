import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toDay } from "../../src/market/index.ts";
import { drawdownEpisodes, recordEpisodes, recordHighs, standing, trough } from "../../src/records/index.ts";
import { series, seriesOf } from "../arbitraries.ts";

test("each record names the one before it and counts the sessions held between", () => {
  fc.assert(
    fc.property(series(), (one) => {
      const ledger = recordHighs(one);
      const held = [...one.values].filter((value) => !Number.isNaN(value));
      for (const [k, record] of ledger.entries()) {
        assert.deepEqual(record.previous, k === 0 ? null : { session: ledger[k - 1]!.session, level: ledger[k - 1]!.level });
        if (record.previous) assert.equal(record.sessionsBetween, held.indexOf(record.level) - held.indexOf(record.previous.level));
        assert.equal(record.historyFrom, ledger[0]!.session);
      }
    }),
  );
});

test("episodes hold every record once, and none is within the gap of the one before", () => {
  fc.assert(
    fc.property(series(), fc.integer({ min: 1, max: 6 }), (one, gap) => {
      const ledger = recordHighs(one);
      const episodes = recordEpisodes(ledger, { gap });
      assert.equal(
        episodes.reduce((sum, { records }) => sum + records, 0),
        ledger.length,
      );
      for (const { sessionsBefore } of episodes.slice(1)) assert.ok(sessionsBefore! > gap);
    }),
  );
  assert.throws(() => recordEpisodes([], { gap: 0 }), /invalid gap: 0/);
});

test("standing agrees with the ledger's last record", () => {
  fc.assert(
    fc.property(series(), (one) => {
      const stands = standing(one, { near: 0.1 });
      const last = recordHighs(one).at(-1);
      assert.equal(stands === undefined, last === undefined);
      if (!stands || !last) return;
      assert.deepEqual([stands.recordOn, stands.recordLevel], [last.session, last.level]);
      assert.ok(Math.abs(stands.distance - (stands.level / last.level - 1)) < 1e-15);
      assert.equal(stands.state === "record", stands.session === last.session);
      const after = [...one.sessions].filter((session, i) => toDay(session) > last.session && !Number.isNaN(one.values[i]));
      assert.equal(stands.sessionsSince, after.length);
    }),
  );
});

test("a market without values has no standing, and a value equal to the record is near it, not at it", () => {
  assert.equal(standing(seriesOf([]), { near: 0.1 }), undefined);
  assert.equal(standing(seriesOf([Number.NaN]), { near: 0.1 }), undefined);
  assert.equal(standing(seriesOf([10, 10]), { near: 0.1 })?.state, "near");
  assert.throws(() => standing(seriesOf([1]), { near: 0 }), /invalid near: 0/);
});

test("a record of a later session than the value judged does not count", () => {
  const close = seriesOf([10, 11, Number.NaN], { gaps: [0] });
  const high = seriesOf([10, 12, 20], { gaps: [0] });
  assert.equal(standing(close, { near: 0.1, record: high })?.recordLevel, 12);
});

test("trough is the first session at the lowest value within the days asked for", () => {
  const one = seriesOf([9, 3, 3, 1], { gaps: [0], first: 0 });
  assert.deepEqual(trough(one, { from: "1970-01-01", to: "1970-01-03" }), { session: "1970-01-02", level: 3 });
  assert.equal(trough(one, { from: "1971-01-01", to: "1971-01-03" }), undefined);
});

test("a drawdown closes when its peak is regained, and the next begins at the last session at the peak", () => {
  const [first, second] = drawdownEpisodes(seriesOf([100, 90, 100, 100, 80], { gaps: [0], first: 0 }));
  assert.deepEqual(first, { peakOn: "1970-01-01", troughOn: "1970-01-02", depth: 90 / 100 - 1, recoveredOn: "1970-01-03" });
  assert.deepEqual(second, { peakOn: "1970-01-04", troughOn: "1970-01-05", depth: 80 / 100 - 1, recoveredOn: null });
});
