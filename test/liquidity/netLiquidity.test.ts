import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type LiquidityReadings, netLiquidity } from "../../src/liquidity/index.ts";
import { dayNumber, type Reading, readingKnown, type Series, toDay, toReading } from "../../src/market/index.ts";
import { levels, series, seriesOf } from "../arbitraries.ts";
import { missingIsNotZero } from "../laws/missingIsNotZero.ts";
import { prefixLaw } from "../laws/prefixLaw.ts";
import { unchanged } from "../laws/unchanged.ts";
import { naiveNetLiquidity } from "../naive/netLiquidity.ts";
import { caseReadings } from "./caseFigures.ts";

const M = 1e6;
const release = { calendar: "US-FED", after: 1, time: "16:30" } as const;
const founding = caseReadings();
const whole = netLiquidity(founding);
const at = (result: typeof whole, day: string) => result.sessions.indexOf(dayNumber(day));
const knownOn = (asOf: string): LiquidityReadings => ({
  assets: readingKnown(founding.assets, asOf),
  treasuryAccount: readingKnown(founding.treasuryAccount, asOf),
  reverseRepo: readingKnown(founding.reverseRepo, asOf),
});

/** A reading by hand: days and values in millions of dollars. */
function hand(id: string, values: Readonly<Record<string, number>>, unit = "millions of USD"): Reading {
  return toReading({ id, name: id, unit, source: "hand", release, sessions: Object.keys(values).map(dayNumber), values: Object.values(values) });
}

test("assets less account less reverse repo, in dollars", () => {
  // By hand, millions: 6 745 699 - 953 612 - 317 (0.317 billion) = 5 791 770.
  const k = at(whole, "2026-08-19");
  assert.equal(k, whole.sessions.length - 1);
  assert.deepEqual([whole.assets[k], whole.treasuryAccount[k], whole.reverseRepo[k], whole.net[k]], [6_745_699 * M, 953_612 * M, 317 * M, 5_791_770 * M]);
  assert.equal(whole.accountValue, "average of the week");
  assert.deepEqual(whole.sources, ["liquidity.csv", "liquidity.csv", "liquidity.csv"]);
});

test("changes over 4, 13 and 52 weeks", () => {
  // By hand, millions: 2026-07-22 6 747 378 - 829 623 - 376 = 5 917 379; 2026-05-20 6 713 643 - 781 293 - 24 867 = 5 907 483;
  // 2025-08-20 6 618 415 - 519 534 - 34 999 = 6 063 882; each taken from 5 791 770.
  const k = at(whole, "2026-08-19");
  assert.deepEqual([whole.changes[4][k], whole.changes[13][k], whole.changes[52][k]], [-125_609 * M, -115_713 * M, -272_112 * M]);
  assert.ok(Number.isNaN(whole.changes[52][51]));
});

test("the view of Thursday 2025-12-11 uses the balance sheet of 2025-12-03, as that of 2025-12-10 appeared after the close", () => {
  const then = netLiquidity(knownOn("2025-12-11"));
  // By hand, millions: 6 535 781 - 937 167 - 2 514 = 5 596 100.
  assert.deepEqual([toDay(then.sessions.at(-1)!), then.net.at(-1)], ["2025-12-03", 5_596_100 * M]);
  assert.equal(toDay(netLiquidity(knownOn("2025-12-12")).sessions.at(-1)!), "2025-12-10");
});

test("a Wednesday without a reverse repo takes that of at most four days before, and says so", () => {
  // By hand from the file: the Wednesdays that are holidays, each with the last day before it that has a value.
  assert.deepEqual(
    whole.carried.map(({ part, day, from }) => `${part} ${day} ${from}`),
    [
      "reverseRepo 2015-11-11 2015-11-10",
      "reverseRepo 2018-07-04 2018-07-03",
      "reverseRepo 2018-12-05 2018-12-03",
      "reverseRepo 2019-12-25 2019-12-24",
      "reverseRepo 2020-01-01 2019-12-31",
      "reverseRepo 2020-11-11 2020-11-10",
      "reverseRepo 2024-06-19 2024-06-18",
      "reverseRepo 2024-12-25 2024-12-24",
      "reverseRepo 2025-01-01 2024-12-31",
    ],
  );
  // Millions: 6 885 963 - 764 770 - 180 989.
  assert.equal(whole.net[at(whole, "2024-12-25")], 5_940_204 * M);
});

test("what is missing stays missing, with a reason", () => {
  assert.deepEqual(whole.missing, [{ day: "2014-01-01", why: "no reverse repo held of that day" }]);
  assert.ok(Number.isNaN(whole.net[0]));
  assert.ok(Number.isNaN(whole.changes[4][4]) && !Number.isNaN(whole.changes[4][5]));
  const assets = hand("WALCL", { "2025-12-03": 6_535_781, "2025-12-10": Number.NaN, "2025-12-17": 6_556_861 });
  const treasuryAccount = hand("WTREGEN", { "2025-12-10": 858_946 });
  const reverseRepo = hand("RRPONTSYD", { "2025-12-03": 2514, "2025-12-12": 838 });
  assert.deepEqual(netLiquidity({ assets, treasuryAccount, reverseRepo }).missing, [
    { day: "2025-12-03", why: "no Treasury account held of that day" },
    { day: "2025-12-10", why: "no total assets and no reverse repo held of that day" },
    { day: "2025-12-17", why: "no Treasury account and no reverse repo held of that day" },
  ]);
});

test("a closing level of the account is carried over a holiday, an average of the week never", () => {
  const assets = hand("WALCL", { "2024-12-25": 6_885_963 });
  const reverseRepo = hand("RRPONTSYD", { "2024-12-25": 100 });
  const levels = { "2024-12-24": 770_000 };
  const daily = netLiquidity({ assets, treasuryAccount: hand("TGA", levels), reverseRepo });
  assert.deepEqual([daily.accountValue, daily.net[0]], ["closing level", 6_115_863 * M]);
  assert.deepEqual(daily.carried, [{ part: "treasuryAccount", day: "2024-12-25", from: "2024-12-24" }]);
  assert.ok(Number.isNaN(netLiquidity({ assets, treasuryAccount: hand("WTREGEN", levels), reverseRepo }).net[0]));
});

test("an account of which it is not known what its values are, and assets of another weekday, are refused", () => {
  const { assets, treasuryAccount, reverseRepo } = founding;
  assert.throws(() => netLiquidity({ assets, treasuryAccount: { ...treasuryAccount, id: "WRESBAL" }, reverseRepo }), {
    message: 'liquidity.csv: expected the Treasury account as one of WTREGEN, WDTGAL, TGA; received "WRESBAL"',
  });
  assert.throws(() => netLiquidity({ assets: hand("WALCL", { "2025-12-11": 6_539_303 }), treasuryAccount, reverseRepo }), {
    message: "WALCL, hand: expected total assets of Wednesdays; received one of 2025-12-11",
  });
});

/** Readings whose Wednesdays are the sessions of three series, in dollars that are possible ones; the daily ones fall a day or more before now and then. */
function readingsOf([assets, account, repo]: readonly Series[]): LiquidityReadings {
  const weekly = (id: string, { sessions, values }: Series, { least, early = 0 }: { least: number; early?: number }) =>
    toReading({
      id,
      name: id,
      unit: "USD",
      source: "arbitrary",
      release,
      sessions: sessions.map((session) => 7 * session + 6 - (session % 3 === 0 ? early : 0)),
      values: values.map((value) => least + (value % 1000) * 1e9),
    });
  return {
    assets: weekly("WALCL", assets!, { least: 1e12 }),
    treasuryAccount: weekly("TGA", account!, { least: 1e9, early: 4 }),
    reverseRepo: weekly("RRPONTSYD", repo!, { least: 1e6, early: 5 }),
  };
}

/** Mostly weeks without a gap, enough of them for a change over 52. */
const column = (market: string) =>
  fc.oneof(
    { weight: 1, arbitrary: series(market) },
    {
      weight: 3,
      arbitrary: fc
        .record({ values: levels({ min: 50, max: 60 }), gaps: fc.constantFrom([0], [0, 0, 0, 0, 0, 0, 1]) })
        .map(({ values, gaps }) => seriesOf(values, { market, gaps })),
    },
  );
const columns = fc.tuple(column("A"), column("B"), column("C"));
const held = ({ sessions, net }: ReturnType<typeof netLiquidity>) => [...sessions.keys()].filter((i) => !Number.isNaN(net[i]));

test("it is what looking up every day in turn gives", () => {
  fc.assert(
    fc.property(columns, (inputs) => {
      const readings = readingsOf(inputs);
      const { sessions, net, changes } = netLiquidity(readings);
      assert.deepEqual(
        [...sessions].map((day, i) => ({ day, net: net[i], changes: [changes[4][i], changes[13][i], changes[52][i]] })),
        naiveNetLiquidity(readings),
      );
    }),
    { numRuns: 100 },
  );
});

test("it says nothing of a day without a value, obeys the prefix law and leaves its inputs as they are", () => {
  const run = (inputs: readonly Series[]) => netLiquidity(readingsOf(inputs));
  const claimed = (result: ReturnType<typeof run>) => held(result).map((i) => toDay((result.sessions[i]! - 6) / 7));
  const known = (result: ReturnType<typeof run>, cut: number) =>
    held(result)
      .filter((i) => result.sessions[i]! <= 7 * cut + 6)
      .map((i) => [result.sessions[i], result.net[i], result.changes[4][i], result.changes[13][i], result.changes[52][i]]);
  let said = 0;
  fc.assert(
    fc.property(columns, fc.nat(59), fc.integer({ min: 100, max: 180 }), (inputs, gone, cut) => {
      missingIsNotZero(inputs, gone, run, claimed);
      prefixLaw(inputs, cut, run, known);
      unchanged([readingsOf(inputs), 0] as const, (readings) => netLiquidity(readings));
      if (known(run(inputs), cut).length > 0) said++;
    }),
    { numRuns: 200 },
  );
  assert.ok(said > 40, `in ${said} runs something was known`);
});
