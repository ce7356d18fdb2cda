// The levels that would end a case: a session appended at the very level, just above and just below it, ends the case as the levels say.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { divergences } from "../../src/lag/index.ts";
import type { Gauge, Series } from "../../src/market/index.ts";
import { caseEnds } from "../../src/study/caseEnds.ts";
import type { Pair } from "../../src/study/pair.ts";
import { gauge } from "../arbitraries.ts";
import { ARTICLE_DAY, foundingStudy, LAST_DAY, marketOf } from "../case.ts";

const CASE = { laggardBelow: 0.1, leaderFalls: 0.07 };
const JUST = 1e-9;

/** A gauge with one session more; its record of that session is the level, or what is given. */
function appended({ level, record }: Gauge, session: number, value: number, high = value): Gauge {
  const with_ = (series: Series, one: number): Series => ({
    ...series,
    sessions: Int32Array.from([...series.sessions, session]),
    values: Float64Array.from([...series.values, one]),
  });
  const [longer, higher] = [with_(level, value), with_(record, high)];
  return { level: longer, record: level === record ? longer : higher };
}

const pairOf = (leader: Gauge, laggard: Gauge): Pair => ({
  leader: "A",
  laggard: "B",
  known: { leader, laggard },
  shared: [leader.level, laggard.level],
  clocks: "",
});
const lastOf = (leader: Gauge, laggard: Gauge) => divergences({ leader, laggard, ...CASE }).cases.at(-1);

test("a session at, above or below these levels ends an open case, or does not", () => {
  let open = 0;
  fc.assert(
    fc.property(gauge("A"), gauge("B"), (leader, laggard) => {
      if (lastOf(leader, laggard)?.resolution !== "open") return;
      open++;
      const { catchUpAbove, rollOverAt } = caseEnds(pairOf(leader, laggard), CASE, "1971-01-01");
      const [above, at] = [catchUpAbove.value!, rollOverAt.value!];
      const next = 1 + Math.max(...leader.level.sessions, ...laggard.level.sessions);
      const laggardAt = (value: number) => lastOf(leader, appended(laggard, next, value))?.resolution;
      const leaderAt = (value: number) => lastOf(appended(leader, next, value), laggard)?.resolution;
      assert.deepEqual([above * (1 - JUST), above, above * (1 + JUST)].map(laggardAt), ["open", "open", "catchUp"]);
      assert.deepEqual([at * (1 + JUST), at, at * (1 - JUST)].map(leaderAt), ["open", "rollOver", "rollOver"]);
      // By intraday highs it is the high that sets a record, whatever the close.
      if (laggard.level !== laggard.record) {
        assert.equal(lastOf(leader, appended(laggard, next, above * 0.9, above * (1 + JUST)))?.resolution, "catchUp");
        assert.equal(lastOf(leader, appended(laggard, next, above * 0.9, above))?.resolution, "open");
      }
    }),
    { numRuns: 6000 },
  );
  assert.ok(open > 60, `${open} open cases`);
});

test("of the founding case the levels are bitcoin's record and nine tenths of that of small caps, with the days of these records", () => {
  for (const day of [ARTICLE_DAY, LAST_DAY]) {
    const one = foundingStudy(day);
    const { catchUpAbove, rollOverAt } = one.cases.ends;
    const [iwm, btc] = ["IWM", "BTC"].map((id) => marketOf(one, id).record) as [typeof catchUpAbove, typeof catchUpAbove];
    assert.deepEqual([catchUpAbove.value, catchUpAbove.on, catchUpAbove.unit], [btc.value, btc.on, "USD"]);
    assert.deepEqual([rollOverAt.value, rollOverAt.on, rollOverAt.unit], [iwm.value! * 0.9, iwm.on, "USD"]);
    assert.deepEqual([catchUpAbove.asOf, rollOverAt.asOf], [day, day]);
  }
  // By hand: 257.80 less a tenth.
  assert.equal(foundingStudy(ARTICLE_DAY).cases.ends.rollOverAt.value?.toFixed(2), "232.02");
});

test("without a pair the levels are not known, for its reason", () => {
  const reason = "no figures held of B";
  for (const end of Object.values(caseEnds({ leader: "A", laggard: "B", reason }, CASE, "1971-01-01")))
    assert.deepEqual([end.value, end.reason], [null, reason]);
});
