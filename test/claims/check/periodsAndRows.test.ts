import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clocksOf } from "../../../src/claims/check/figures/clocksOf.ts";
import { heldIn } from "../../../src/claims/check/figures/heldIn.ts";
import { endNamed, lengthOf, nearPeriod } from "../../../src/claims/check/figures/nearPeriod.ts";
import { amountSaid, percentSaid } from "../../../src/claims/check/figures/numberSaid.ts";
import { rowOf } from "../../../src/claims/check/figures/rowOf.ts";
import { sessionsIn } from "../../../src/claims/check/figures/sessionsIn.ts";
import { bestLevel } from "../../../src/claims/check/records/bestLevel.ts";
import { highsOf } from "../../../src/claims/check/records/highsOf.ts";
import { toDay } from "../../../src/market/index.ts";
import { series } from "../../arbitraries.ts";
import { founding, seriesIn } from "../../case.ts";
import { day, days, number, PUBLISHED, worldOn } from "./claimsSaid.ts";

test("the end of a stretch that is named by its beginning", () => {
  const named = (first: string, precision: Parameters<typeof days>[2]) => endNamed(days(first, PUBLISHED, precision));
  assert.equal(named("2025-10-06", "day"), "2025-10-06");
  assert.equal(named("2025-10-06", "week"), "2025-10-12");
  assert.equal(named("2025-10-01", "month"), "2025-10-31");
  assert.equal(named("2024-02-01", "month"), "2024-02-29");
  assert.equal(named("2025-10-01", "quarter"), "2025-12-31");
  assert.equal(named("2024-01-01", "year"), "2024-12-31");
  assert.deepEqual(
    ["2025-11-01", "2025-11-11", "2025-11-21"].map((first) => named(first, "part")),
    ["2025-11-10", "2025-11-20", "2025-11-30"],
  );
});

test("a day has nothing near, other periods as much on either side as they are long", () => {
  assert.deepEqual(nearPeriod(day("2025-10-06")), []);
  assert.deepEqual(nearPeriod(days("2025-10-11", "2025-10-20", "part")), [
    { first: "2025-10-01", last: "2025-10-10" },
    { first: "2025-10-21", last: "2025-10-30" },
  ]);
  assert.equal(lengthOf(days("2024-11-01", PUBLISHED, "month", { relation: "since" })), 30);
});

test("sessions in some days are those that a filter finds", () => {
  fc.assert(
    fc.property(series(), fc.integer({ min: 90, max: 220 }), fc.nat(60), (one, first, length) => {
      const found = sessionsIn(one, { first: toDay(first), last: toDay(first + length) });
      assert.deepEqual(
        [...found.sessions],
        [...one.sessions].filter((session) => session >= first && session <= first + length),
      );
      assert.equal(found.values.length, found.sessions.length);
    }),
  );
});

test("highs are those that comparing with all earlier values finds", () => {
  fc.assert(
    fc.property(series(), fc.integer({ min: 100, max: 200 }), fc.option(fc.integer({ min: 1, max: 3 })), (one, first, weeks) => {
      const last = first + 40;
      const held = [...one.sessions].map((session, i) => [session, one.values[i]!] as const).filter(([, value]) => !Number.isNaN(value));
      const twin = held.flatMap(([session, value], i) => {
        const before = held.slice(0, i).filter(([other]) => weeks === null || other >= session - 7 * weeks);
        const full = weeks === null ? i > 0 : one.sessions[0]! <= session - 7 * weeks;
        return full && before.length > 0 && session >= first && session <= last && before.every(([, other]) => value > other) ? [toDay(session)] : [];
      });
      const found = highsOf(one, { first: toDay(first), last: toDay(last) }, weeks);
      assert.deepEqual(
        found.filter(({ isHigh }) => isHigh).map(({ on }) => on),
        twin,
      );
    }),
  );
});

test("what is held of some days is told from a closed market, a missing figure and the future", () => {
  const world = worldOn(PUBLISHED);
  const close = { id: "IWM", field: "close" } as const;
  assert.equal(heldIn(world, close, day("2025-12-11")).held?.within.values.length, 1);
  assert.equal(heldIn(world, close, day("2025-11-27")).closed, "no session on 2025-11-27", "Thanksgiving");
  assert.match(heldIn(world, close, day("1999-12-01")).absent!, /begins on 2000-05-26/);
  assert.match(heldIn(world, close, day("2025-12-15")).absent!, /after the publication/);
  assert.match(heldIn(world, { id: "SPY", field: "high" }, day("2025-12-11")).absent!, /no intraday figures held of SPY/);
  // Nobody has checked the holidays of 1950: no word of a closed market.
  assert.equal(heldIn(world, close, day("1950-01-01")).closed, undefined);
  const week = heldIn(world, close, days("2025-12-08", "2025-12-14", "week")).held!;
  assert.equal(toDay(week.known.sessions.at(-1)!), PUBLISHED);
});

test("a row is a figure that its source holds", () => {
  const closes = seriesIn(founding.markets, "IWM");
  assert.deepEqual(rowOf(closes, "2025-12-11"), {
    market: "IWM",
    on: "2025-12-11",
    field: "close",
    value: 257.8,
    unit: "USD",
    source: "small-caps-and-bitcoin/IWM.csv",
  });
  assert.throws(() => rowOf(closes, "2025-12-13"), RangeError);
});

test("a market's own clock comes first", () => {
  const at = (id: string) => clocksOf(founding, id).map((one) => [one.id, one.at]);
  assert.deepEqual(at("BTC"), [
    ["BTC", " at 24:00 UTC"],
    ["BTC-NY16", " at 16:00 New York"],
  ]);
  assert.deepEqual(at("IWM"), [["IWM", ""]]);
});

test("numbers are said with one digit more than the claim", () => {
  assert.equal(percentSaid(-0.2579, 0.01), "25.8 %");
  assert.equal(percentSaid(0.2579, 0.001), "25.79 %");
  assert.equal(percentSaid(-0.2579, 0.05), "25.8 %", "a quarter");
  assert.equal(amountSaid(68_978.7, "USD", 1000), "69,000 USD");
  assert.equal(amountSaid(67_549.2, "USD", 1000), "67,500 USD");
  assert.equal(amountSaid(257.8, "USD", 0.01), "257.80 USD");
  assert.equal(amountSaid(257.8, "USD", 1), "257.8 USD");
  assert.equal(amountSaid(84_740, "USD"), "84,740 USD");
  assert.equal(amountSaid(257.8, "USD"), "257.80 USD");
});

test("the value of a range that comes closest to a level", () => {
  const range = { low: 90, high: 110 };
  const best = (value: number, rest = {}) => bestLevel(number(value, "USD", 1, rest), range);
  assert.deepEqual(
    [80, 100, 120].map((value) => best(value)),
    [90, 100, 110],
  );
  assert.deepEqual([best(70, { upper: 85 }), best(85, { upper: 95 }), best(115, { upper: 120 })], [90, 90, 110]);
  assert.deepEqual([best(100, { bound: "above" }), best(100, { bound: "below" })], [110, 90]);
});
