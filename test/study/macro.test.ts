import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParse, type DSVRowArray } from "d3-dsv";
import { dayNumber, type Measure, type Reading, toDay } from "../../src/market/index.ts";
import { type Macro, type MacroFigures, macroOf, toJson } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, LAST_DAY } from "../case.ts";
import { sameBytes } from "../laws/sameBytes.ts";
import { unchanged } from "../laws/unchanged.ts";

// The expected figures are read from the files themselves, or worked out by hand beside the test.
const FOLDER = new URL("../../cases/small-caps-and-bitcoin/", import.meta.url);
const files = new Map<string, DSVRowArray>();
function rowsOf(name: string): DSVRowArray {
  const rows = files.get(name) ?? csvParse(readFileSync(new URL(name, FOLDER), "utf8"));
  files.set(name, rows);
  return rows;
}
const cellOf = (name: string, day: string, column: string) => Number(rowsOf(name).find(({ date }) => date === day)?.[column]);

const held = founding.macro;
const readingOf = (id: string) => held.readings[id]!;
const curve = held.curves[0]!;
// One member costs no resampling; the pair is asked where it is meant.
const lone = { ...founding.group, members: ["IWM"] };
const seen = (asOf: string, macro: MacroFigures | undefined = held): Macro => macroOf({ ...founding, group: lone, macro, asOf });
const then = seen(ARTICLE_DAY);
const whole = macroOf({ ...founding, asOf: LAST_DAY });

const near = (actual: number | null | undefined, expected: number, within = 1e-9) =>
  assert.ok(typeof actual === "number" && Math.abs(actual - expected) <= within, `expected ${expected}; received ${actual}`);
const said = ({ value, on }: Measure) => [value, on];
/** A value, or the reason why there is none. */
const valueOf = ({ value, reason }: Measure) => value ?? reason;

function measuresOf(value: unknown, found: Measure[] = []): Measure[] {
  if (value === null || typeof value !== "object") return found;
  if ("method" in value && "value" in value) found.push(value as Measure);
  for (const member of Object.values(value)) measuresOf(member, found);
  return found;
}

const withReading = (id: string, change: Partial<Reading>): MacroFigures => ({
  ...held,
  readings: { ...held.readings, [id]: { ...readingOf(id), ...change } },
});
const without = (id: string): MacroFigures => {
  const { [id]: _, ...readings } = held.readings;
  return { ...held, readings };
};
const times = (id: string, factor: number) => withReading(id, { values: readingOf(id).values.map((value) => value * factor) });
const missingOn = (id: string, ...days: string[]) => {
  const { sessions, values } = readingOf(id);
  return withReading(id, { values: values.map((value, i) => (days.includes(toDay(sessions[i]!)) ? Number.NaN : value)) });
};
const endingOn = (id: string, day: string) => {
  const { sessions, values } = readingOf(id);
  const kept = sessions.filter((session) => session <= dayNumber(day)).length;
  return withReading(id, { sessions: sessions.slice(0, kept), values: values.slice(0, kept) });
};
const withPrices = (prices: Readonly<Record<string, number>>, day = ARTICLE_DAY): MacroFigures => ({ ...held, curves: [{ ...curve, day, prices }] });
const withoutPrice = (month: string) => {
  const { [month]: _, ...prices } = curve.prices;
  return withPrices(prices);
};

// Witness: the statement of 2025-12-10 (a cut of a quarter point to 3.50 to 3.75), and the row of that day in rates.csv: its rate came the next morning.
test("on the article's day the range was 3.50 to 3.75 percent, and the last rate that of the day before", () => {
  const { lower, upper, effective, meetings, history } = then.policy;
  assert.deepEqual(
    [said(lower), said(upper)],
    [
      [3.5, "2025-12-10"],
      [3.75, "2025-12-10"],
    ],
  );
  assert.deepEqual(said(effective), [3.89, "2025-12-10"]);
  assert.equal(cellOf("rates.csv", "2025-12-10", "DFF"), 3.89);
  const decided = meetings.filter(({ status, kind }) => status === "decided" && kind === "scheduled");
  assert.deepEqual(
    decided.map(({ day, changeBp, upper: after }) => [day, changeBp.value, after.value]),
    [
      ["2024-12-18", -25, 4.5],
      ["2025-01-29", 0, 4.5],
      ["2025-03-19", 0, 4.5],
      ["2025-05-07", 0, 4.5],
      ["2025-06-18", 0, 4.5],
      ["2025-07-30", 0, 4.5],
      ["2025-09-17", -25, 4.25],
      ["2025-10-29", -25, 4],
      ["2025-12-10", -25, 3.75],
    ],
  );
  for (const { status, changeBp } of meetings.filter(({ day }) => day > ARTICLE_DAY)) {
    assert.deepEqual([status, changeBp.value, changeBp.reason], ["upcoming", null, "it is still to come"]);
  }
  assert.deepEqual([history.days.at(-1), history.rate.at(-1)], ["2025-12-10", 3.89]);
  assert.equal(history.days[0]! >= "2023-12-10", true);
  for (const [k, day] of history.days.entries()) if (k % 25 === 0) assert.equal(history.rate[k], cellOf("rates.csv", day, "DFF"), day);
});

// By hand from the file of prices. February holds no meeting: after that of 28 January the rate is 100 - 96.42 = 3.58. January's average of 3.64 is 28 days
// of the old rate and 3 of the new one: (31 * 3.64 - 3 * 3.58) / 28 = 102.10 / 28 = 3.646429. February 2027 holds none either: 3.095 after 27 January, and
// before it (31 * 3.09 - 4 * 3.095) / 27 = 83.41 / 27 = 3.089259, which is the rate after 2026-12-09. The sum: 3.089259 - 3.646429 = -55.717 bp.
test("by 2026-12-09 futures of the article's day priced 55.7 basis points of cuts", () => {
  const prices = Object.fromEntries(rowsOf("fed-funds-futures-2025-12-11.csv").map(({ contract_month = "", price }) => [contract_month, Number(price)]));
  const [feb, jan] = [100 - prices["2026-02"]!, 100 - prices["2026-01"]!];
  const before = (31 * jan - 3 * feb) / 28;
  near(before, 3.646428571428571);
  const { path } = then;
  const [first] = path.meetings;
  assert.equal(first?.day, "2026-01-28");
  near(first?.rate.value, 3.58);
  near(first?.changeBp.value, -6.642857142857);
  // A step of a quarter point down or none: 6.642857 of 25.
  near(first?.cut.value, 0.2657142857);
  near(first?.hold.value, 0.7342857143);
  assert.equal(first?.hike.value, 0);
  assert.deepEqual(first?.ranges.lowerBp, [325, 350]);
  const december = path.meetings.find(({ day }) => day === "2026-12-09");
  near(december?.rate.value, (31 * 3.09 - 4 * 3.095) / 27);
  near(december?.cumulativeBp.value, -55.716931216931);
  assert.deepEqual(
    path.horizons.map(({ days, meeting, cumulativeBp }) => [days.value, meeting, cumulativeBp.value?.toFixed(1)]),
    [
      [90, "2026-01-28", "-6.6"],
      [180, "2026-04-29", "-19.6"],
      [365, "2026-12-09", "-55.7"],
    ],
  );
  assert.deepEqual([path.curve?.day, path.curve?.contracts.value], ["2025-12-11", 17]);
  // After 2027-04-28 no month without a meeting is priced, and two days are all that April has left.
  assert.deepEqual(
    path.leftOut.map(({ day }) => day),
    ["2027-04-28"],
  );
});

test("after each meeting the probabilities sum to one and their mean is the rate", () => {
  for (const { day, ranges, cumulativeBp, cut, hold, hike } of then.path.meetings) {
    near(
      ranges.probability.reduce((sum, one) => sum + one, 0),
      1,
    );
    near(cut.value! + hold.value! + hike.value!, 1);
    const mean = ranges.lowerBp.reduce((sum, lower, k) => sum + (lower - 350) * ranges.probability[k]!, 0);
    near(mean, cumulativeBp.value!, 1e-6);
    assert.ok(day > ARTICLE_DAY);
  }
});

// By hand, millions of dollars: 6,535,781 - 937,167 - 2,514 = 5,596,100. The balance sheet of the 10th came on the 11th after the close.
test("net liquidity in the view of the article's day is that of 2025-12-03", () => {
  const { assets, treasuryAccount, reverseRepo, net, accountValue, changes, closingAccount, weeks } = then.liquidity;
  assert.deepEqual(said(net), [5_596_100e6, "2025-12-03"]);
  assert.deepEqual([assets.value, treasuryAccount.value, reverseRepo.value], [6_535_781e6, 937_167e6, 2_514e6]);
  assert.equal(accountValue, "average of the week");
  const netOn = (day: string) =>
    cellOf("liquidity.csv", day, "WALCL") - cellOf("liquidity.csv", day, "WTREGEN") - 1000 * cellOf("liquidity.csv", day, "RRPONTSYD");
  assert.deepEqual(
    changes.map(({ weeks: count, change }) => [count.value, change.value]),
    [
      [4, Math.round(1e6 * (5_596_100 - netOn("2025-11-05")))],
      [13, Math.round(1e6 * (5_596_100 - netOn("2025-09-03")))],
      [52, Math.round(1e6 * (5_596_100 - netOn("2024-12-04")))],
    ],
  );
  assert.deepEqual([weeks.days.at(-1), weeks.net.at(-1), weeks.days[0]], ["2025-12-03", 5_596_100e6, "2020-12-09"]);
  assert.equal(valueOf(closingAccount), "no figures held of TGA");
  // A day later: 6,539,303 - 858,946 - 5,045 = 5,675,312.
  assert.deepEqual(said(seen("2025-12-12").liquidity.net), [5_675_312e6, "2025-12-10"]);
});

// By hand from the file: 8.167; with 6.801, 8.165, 8.165 and 6.801 in all 38.099 billion. The plan is 40 billion of the month to the eve of its ninth business
// day: in January 2026 the 1st is a holiday, so the ninth is Wednesday the 14th.
test("bills: 8.167 billion on the first day, 38.099 in December, against a plan of the first month alone", () => {
  const sumOf = (until: string) =>
    rowsOf("bill-purchases.csv")
      .filter(({ kind, operation_date = "" }) => kind === "bill_purchase" && operation_date <= until)
      .reduce((sum, row) => sum + Math.round(1000 * Number(row.accepted_usd_bn)), 0);
  const first = seen("2025-12-12").bills;
  assert.deepEqual([first.total.value, first.count.value], [8_167e6, 1]);
  const { total, count, months, planMonths, plan, operations } = seen("2025-12-31").bills;
  assert.deepEqual([total.value, sumOf("2025-12-31") * 1e6, count.value], [38_099e6, 38_099e6, 5]);
  assert.deepEqual(
    months.map(({ month, accepted, operations: own }) => [month, accepted.value, own.value]),
    [["2025-12", 38_099e6, 5]],
  );
  assert.deepEqual([operations.days.length, operations.accepted[1]], [5, 6_801e6]);
  assert.deepEqual([plan?.announced, plan?.start], ["2025-12-10", "2025-12-12"]);
  assert.deepEqual(
    planMonths.map((one) => [one.from, one.to, one.state, one.planned.value, one.done.value, one.remaining.value, one.beyond.value]),
    [["2025-12-12", "2026-01-13", "running", 40_000e6, 38_099e6, 1_901e6, 0]],
  );
  const last = whole.bills;
  assert.equal(last.total.value, sumOf(LAST_DAY) * 1e6);
  assert.deepEqual(
    last.planMonths.map(({ planned }) => planned.value),
    [40_000e6, ...last.planMonths.slice(1).map(() => null)],
  );
  for (const { planned, remaining, beyond } of last.planMonths.slice(1)) {
    for (const one of [planned, remaining, beyond]) assert.match(String(valueOf(one)), /not held here$/);
  }
  // Seven operations to 2026-01-13: 38.099 and twice 8.165.
  assert.deepEqual([last.planMonths[0]?.done.value, last.planMonths[0]?.remaining.value, last.planMonths[0]?.beyond.value], [54_429e6, 0, 14_429e6]);
  assert.equal(
    last.planMonths.reduce((sum, { done }) => sum + (done.value ?? 0), 0),
    last.total.value,
  );
});

test("before the plan was announced there is none, before it began nothing was bought", () => {
  const before = seen("2025-12-09").bills;
  assert.deepEqual([before.plan, before.planMonths, before.reason], [null, [], "no purchases for reserves had been announced"]);
  for (const day of ["2025-12-10", "2025-12-11"]) {
    const { plan, planMonths, total, reason } = seen(day).bills;
    assert.deepEqual([plan?.start, reason, valueOf(total)], ["2025-12-12", "they begin on 2025-12-12", "they begin on 2025-12-12"]);
    assert.deepEqual(
      planMonths.map(({ state, planned, done }) => [state, planned.value, done.value]),
      [["to come", 40_000e6, null]],
    );
  }
});

// Rows of eps-growth.csv by hand; 288 / 268 - 1 = 0.074627, 342 / 309 - 1 = 0.106796, 336 / 305 - 1 = 0.101639. That of Jefferies is dated by its year alone.
test("quoted growth of earnings stands row by row, recomputed only where one source quotes both years", () => {
  const { rows, absent, leftOut } = whole.earnings;
  const short = rows.map(({ index, year, basis, quotedOn, growth, recomputed, earnings, supersededOn }) => [
    index,
    year,
    basis,
    quotedOn,
    growth.value,
    recomputed.value === null ? null : Number(recomputed.value.toFixed(6)),
    earnings.value,
    supersededOn,
  ]);
  assert.deepEqual(short, [
    ["RTY", 2026, "consensus", "2025-12-31", 0.5, null, null, null],
    ["SPX", 2025, "consensus", "2025-11-30", 0.09, null, null, null],
    ["SPX", 2025, "strategist", "2024-10-07", 0.11, null, 268, null],
    ["SPX", 2026, "consensus", "2025-11-30", 0.14, null, null, null],
    ["SPX", 2026, "strategist", "2024-10-07", 0.07, 0.074627, 288, "2026-01-15"],
    ["SPX", 2026, "strategist", "2026-01-15", 0.12, null, 309, null],
    ["SPX", 2026, "strategist", "2025-12-12", 0.12, null, 305, null],
    ["SPX", 2027, "strategist", "2026-01-15", 0.1, 0.106796, 342, null],
    ["SPX", 2027, "strategist", "2025-12-12", 0.1, 0.101639, 336, null],
  ]);
  assert.deepEqual(absent, [{ index: "NDX", reason: "no public figure held" }]);
  assert.deepEqual(
    leftOut.map(({ source, year }) => [source, year]),
    [
      ["Jefferies as quoted", 2026],
      ["Jefferies as quoted", 2027],
    ],
  );
  assert.equal(then.earnings.rows.length, 4);
});

// The days on which small caps, large caps and the two-year yield all hold a value; a change belongs to the era of the day on which it ends. The yield of
// 2026-08-19 came after the close of the 20th.
test("sensitivity: changes counted and slopes fitted anew from the files, era by era", () => {
  const columnOf = (name: string, column: string) => new Map(rowsOf(name).flatMap((row) => (row[column] ? [[row.date!, Number(row[column])]] : [])));
  const [yields, small, large] = [columnOf("rates.csv", "DGS2"), columnOf("IWM.csv", "close"), columnOf("SPY.csv", "close")];
  const days = [...yields.keys()].filter((day) => small.has(day) && large.has(day) && day <= "2026-08-18");
  const changes = days.slice(1).map((day, k) => {
    const before = days[k]!;
    const gained = (closes: ReadonlyMap<string, number>) => Math.log(closes.get(day)! / closes.get(before)!);
    return { day, x: 10 * (yields.get(day)! - yields.get(before)!), small: gained(small), large: gained(large) };
  });
  const slopeOf = (own: typeof changes, y: (one: (typeof changes)[0]) => number) => {
    const mean = (of: (one: (typeof changes)[0]) => number) => own.reduce((sum, one) => sum + of(one), 0) / own.length;
    const [atX, atY] = [mean(({ x }) => x), mean(y)];
    return own.reduce((sum, one) => sum + (one.x - atX) * (y(one) - atY), 0) / own.reduce((sum, one) => sum + (one.x - atX) ** 2, 0);
  };
  const { spans, meetingDays, rolling } = whole.sensitivity;
  assert.deepEqual(
    spans.map(({ direction, from, to }) => [direction, from, to]),
    [
      ["cuts", "2014-01-02", "2015-12-15"],
      ["hikes", "2015-12-16", "2019-07-30"],
      ["cuts", "2019-07-31", "2022-03-15"],
      ["hikes", "2022-03-16", "2024-09-17"],
      ["cuts", "2024-09-18", "2026-08-18"],
      ["all", "2014-01-02", "2026-08-18"],
    ],
  );
  const signs = spans.map(({ from, to, pair, markets }) => {
    const own = changes.filter(({ day }) => day >= from && day <= to);
    const { slope, bootstrap } = pair!.difference;
    near(
      slope.value,
      slopeOf(own, (one) => one.small - one.large),
      1e-12,
    );
    assert.deepEqual([slope.n, bootstrap.n, bootstrap.value], [own.length, own.length, slope.value]);
    near(
      markets.find(({ market }) => market === "IWM")?.slope.value,
      slopeOf(own, (one) => one.small),
      1e-12,
    );
    near(
      markets.find(({ market }) => market === "SPY")?.slope.value,
      slopeOf(own, (one) => one.large),
      1e-12,
    );
    return [own.length, Math.sign(slope.value!), pair!.answer];
  });
  assert.deepEqual(signs, [
    [488, 1, "not told apart"],
    [905, 1, "small caps more"],
    [656, 1, "not told apart"],
    [627, -1, "not told apart"],
    [476, -1, "not told apart"],
    [3152, -1, "not told apart"],
  ]);
  const year = changes.slice(-252);
  near(
    rolling?.last.value,
    slopeOf(year, (one) => one.small - one.large),
    1e-12,
  );
  assert.deepEqual([rolling?.last.on, rolling?.last.n, rolling?.days.at(-1)], ["2026-08-18", 252, "2026-08-18"]);
  assert.deepEqual([meetingDays.difference?.n, meetingDays.markets.map(({ slope }) => slope.n).slice(0, 6)], [92, Array(6).fill(92)]);
  assert.deepEqual(
    spans[0]?.markets.map(({ market, clock }) => [market, clock]),
    founding.group.members.map((market) => [market, "16:00 New York"]),
  );
});

const PARTS = ["policy", "path", "sensitivity", "liquidity", "bills", "earnings"] as const;
const base = seen("2025-12-12");
const REMOVED: [what: string, macro: MacroFigures, part: (typeof PARTS)[number] | null, reason: string][] = [
  ["DFF", without("DFF"), "policy", "no figures held of EFFR or DFF"],
  // The table of decisions stands without them.
  ["DFEDTARL", without("DFEDTARL"), null, ""],
  ["DFEDTARU", without("DFEDTARU"), null, ""],
  ["DGS3MO", without("DGS3MO"), null, ""],
  ["DGS10", without("DGS10"), null, ""],
  ["DGS2", without("DGS2"), "sensitivity", "no figures held of DGS2"],
  ["WALCL", without("WALCL"), "liquidity", "no figures held of WALCL"],
  ["WTREGEN", without("WTREGEN"), "liquidity", "no figures held of WTREGEN or TGA"],
  ["RRPONTSYD", without("RRPONTSYD"), "liquidity", "no figures held of RRPONTSYD or RRP"],
  ["curves", { ...held, curves: [] }, "path", "no prices of federal funds futures held"],
  ["operations", { ...held, operations: [] }, "bills", "no bill purchase held from 2025-12-12 to 2025-12-12"],
  ["forecasts", { ...held, forecasts: [] }, "earnings", "no public figure held"],
];

for (const [what, macro, part, reason] of REMOVED) {
  test(`without ${what} ${part ?? "nothing"} is unknown, with the reason, and all else is the same`, () => {
    const left = seen("2025-12-12", macro);
    for (const one of measuresOf(left)) {
      assert.equal(one.value === null, one.reason !== undefined, one.definition);
      if (one.method !== "chosen" && one.value !== null) assert.ok(one.n > 0 && one.sources.length > 0, `${one.definition}: ${one.value} of nothing`);
    }
    for (const one of PARTS) if (one !== part) assert.equal(toJson(left[one]), toJson(base[one]), one);
    if (part === null) return;
    assert.ok(toJson(left[part]).includes(JSON.stringify(reason)));
    if (part === "policy") {
      assert.deepEqual([valueOf(left.policy.effective), left.policy.history.reason, left.policy.history.days], [reason, reason, []]);
      assert.equal(toJson({ ...left.policy, effective: 0, history: 0 }), toJson({ ...base.policy, effective: 0, history: 0 }));
      return;
    }
    if (part === "earnings") {
      assert.deepEqual(
        left.earnings.absent.map((one) => [one.index, one.reason]),
        ["SPX", "NDX", "RTY"].map((index) => [index, reason]),
      );
      assert.deepEqual(left.earnings.rows, []);
      return;
    }
    assert.equal(left[part].reason, reason);
    const kept = measuresOf(left[part]).filter(({ value, method, sources }) => value !== null && method !== "chosen" && !sources.join().includes("http"));
    assert.deepEqual(kept, [], "a measure has a value all the same");
  });
}

test("without any macro figures every part says so, and the table of decisions stands", () => {
  const none = macroOf({ markets: founding.markets, group: lone, asOf: "2025-12-12" });
  assert.deepEqual(
    (["path", "sensitivity", "liquidity", "bills"] as const).map((part) => none[part].reason),
    ["no prices of federal funds futures held", "no figures held of DGS2", "no figures held of WALCL", "no bill purchase held from 2025-12-12 to 2025-12-12"],
  );
  assert.deepEqual([none.policy.upper.value, none.policy.effective.value], [3.75, null]);
});

// The range of 0 to 0.25 percent was decided on 2008-12-16, the last decision before the table.
test("before any decision that is held the range is unknown, and nothing fails", () => {
  const early = seen("2005-06-30");
  assert.deepEqual([early.policy.lower.value, early.policy.upper.value, typeof early.policy.upper.reason], [null, null, "string"]);
  for (const part of ["path", "sensitivity", "liquidity", "bills"] as const) assert.equal(typeof early[part].reason, "string", part);
  const [lower, upper] = [seen("2014-12-31").policy.lower, seen("2014-12-31").policy.upper];
  assert.deepEqual([lower.value, upper.value], [0, 0.25]);
});

test("figures that end too early are named with their last day", () => {
  for (const [id, part] of [
    ["DGS2", "sensitivity"],
    ["WALCL", "liquidity"],
    ["WTREGEN", "liquidity"],
    ["RRPONTSYD", "liquidity"],
  ] as const) {
    assert.equal(seen("2025-12-12", endingOn(id, "2025-11-12"))[part].reason, `the figures of ${id} that were public by 2025-12-12 end on 2025-11-12`);
  }
  const { effective, upper } = seen("2025-12-12", endingOn("DFF", "2025-11-12")).policy;
  assert.deepEqual([valueOf(effective), upper.value], ["the figures of DFF that were public by 2025-12-12 end on 2025-11-12", 3.75]);
  // Seven days without a yield are borne, eight are not: that of the 9th was the last.
  assert.deepEqual(
    ["2025-12-16", "2025-12-17"].map((day) => seen(day, endingOn("DGS2", "2025-12-09")).sensitivity.reason),
    [undefined, "the figures of DGS2 that were public by 2025-12-17 end on 2025-12-09"],
  );
});

test("balances in a wrong unit or out of range are refused by name, never rescaled", () => {
  for (const id of ["WALCL", "WTREGEN", "RRPONTSYD"]) {
    const place = new RegExp(`^${id}, small-caps-and-bitcoin/liquidity\\.csv[^:]*: expected `);
    for (const macro of [withReading(id, { unit: "percent" }), times(id, 1000), times(id, -1)]) {
      const left = seen(ARTICLE_DAY, macro);
      assert.match(left.liquidity.reason ?? "", place);
      assert.deepEqual([left.liquidity.net.value, left.liquidity.assets.value, left.liquidity.weeks.days], [null, null, []]);
      for (const part of PARTS) if (part !== "liquidity") assert.equal(toJson(left[part]), toJson(then[part]), part);
    }
    // Billions said as millions: too small by a thousand.
    if (id !== "RRPONTSYD") assert.match(seen(ARTICLE_DAY, times(id, 0.001)).liquidity.reason ?? "", place);
  }
});

test("a week that a balance lacks leaves its changes unknown, not zero", () => {
  const four = seen(ARTICLE_DAY, missingOn("WTREGEN", "2025-11-05")).liquidity;
  assert.deepEqual(
    four.changes.map(({ weeks, change }) => [weeks.value, valueOf(change)]),
    [
      [4, "a value of the earlier week is not held"],
      [13, then.liquidity.changes[1]?.change.value],
      [52, then.liquidity.changes[2]?.change.value],
    ],
  );
  const at = four.weeks.days.indexOf("2025-11-05");
  assert.deepEqual([four.weeks.treasuryAccount[at], four.weeks.net[at]], [null, null]);
  // Thursday and Friday after a holiday are carried to a Wednesday five days on no more.
  const repo = seen(ARTICLE_DAY, endingOn("RRPONTSYD", "2025-11-28")).liquidity;
  assert.deepEqual(
    [valueOf(repo.reverseRepo), valueOf(repo.net), repo.assets.value],
    ["no reverse repo held of that day", "no reverse repo held of that day", 6_535_781e6],
  );
});

test("a hole in the curve leaves unknown the meetings whose rate it held", () => {
  // Between 28 January and 18 March no other month without a meeting pins the rate; what was said of the rate at later meetings stands.
  const { meetings, leftOut } = seen(ARTICLE_DAY, withoutPrice("2026-08")).path;
  assert.ok(!meetings.some(({ day }) => day === "2026-07-29"));
  assert.match(leftOut.find(({ day }) => day === "2026-07-29")?.reason ?? "", /\b33\b.*ZQK26, ZQM26, ZQN26/);
  const before = then.path.meetings.filter(({ day }) => day < "2026-06-01");
  assert.equal(toJson(meetings.filter(({ day }) => day < "2026-06-01").map(({ rate }) => rate.value)), toJson(before.map(({ rate }) => rate.value)));
  near(meetings.find(({ day }) => day === "2026-12-09")?.cumulativeBp.value, -55.716931216931);
  // The last contract pins nothing that is shown.
  const short = seen(ARTICLE_DAY, withoutPrice("2027-04")).path;
  assert.equal(toJson(short.meetings.map(({ rate }) => rate.value)), toJson(then.path.meetings.map(({ rate }) => rate.value)));
});

test("a curve is old on the fifth day, and one with an impossible price is refused whole", () => {
  assert.equal(seen("2025-12-15").path.curve?.day, "2025-12-11");
  const old = seen("2025-12-16").path;
  assert.match(old.reason ?? "", /prices of federal funds futures held/);
  assert.deepEqual([old.curve, old.meetings], [null, []]);
  for (const [prices, reason] of [
    [{ ...curve.prices, "2026-03": 3.555 }, /between 75 and 105; received 3.555 for 2026-03$/],
    [{ ...curve.prices, "2026-03": Number.NaN }, /received NaN for 2026-03$/],
    [{ ...curve.prices, March: 96.4 }, /expected a month as 2025-12 .*; received "March"$/],
  ] as const) {
    const left = seen(ARTICLE_DAY, withPrices(prices));
    assert.match(left.path.reason ?? "", reason);
    assert.deepEqual([left.path.meetings, left.path.curve], [[], null]);
    assert.equal(toJson(left.policy), toJson(then.policy));
  }
});

test("a curve of before the last decision says nothing of the meetings after it", () => {
  const { path, policy } = seen(ARTICLE_DAY, withPrices(curve.prices, "2025-12-09"));
  assert.match(path.reason ?? "", /2025-12-09.*2025-12-10/);
  assert.deepEqual([path.meetings, path.curve, path.horizons.map(({ cumulativeBp }) => cumulativeBp.value)], [[], null, [null, null, null]]);
  assert.equal(toJson(policy), toJson(then.policy));
  // At the close of the day of the decision it was made.
  assert.equal(seen(ARTICLE_DAY, withPrices(curve.prices, "2025-12-10")).path.meetings[0]?.day, "2026-01-28");
});

test("what is not said of a meeting is not used for the odds of later ones", () => {
  for (const [month, meeting] of [
    ["2026-05", "2026-04-29"],
    ["2026-08", "2026-07-29"],
  ] as const) {
    const { meetings, leftOut } = seen(ARTICLE_DAY, withoutPrice(month)).path;
    assert.ok(leftOut.some(({ day }) => day === meeting));
    for (const { day, cut, hold, hike, ranges } of meetings) {
      if (day < meeting) continue;
      for (const one of [cut, hold, hike]) assert.equal(typeof valueOf(one), "string", `${day} without ${month}`);
      assert.deepEqual(ranges.probability, []);
    }
  }
});

test("a curve without a meeting to come, or without a price, is no path", () => {
  for (const prices of [{ "2025-12": 96.28 }, {}]) {
    const { reason, meetings } = seen(ARTICLE_DAY, withPrices(prices)).path;
    assert.deepEqual([typeof reason, meetings], ["string", []]);
  }
});

test("rates and yields in a wrong unit or out of range are named and not used", () => {
  for (const macro of [withReading("DGS2", { unit: "basis points" }), times("DGS2", 1000)]) {
    const { sensitivity } = seen(ARTICLE_DAY, macro);
    assert.match(sensitivity.reason ?? "", /DGS2/);
    assert.deepEqual(sensitivity.spans, []);
  }
  for (const macro of [withReading("DFF", { unit: "basis points" }), times("DFF", 1000)]) {
    const { policy, path } = seen(ARTICLE_DAY, macro);
    assert.match(String(valueOf(policy.effective)), /DFF/);
    assert.deepEqual([policy.history.rate, policy.upper.value], [[], 3.75]);
    assert.equal(toJson(path.meetings), toJson(then.path.meetings));
  }
  // Zero and rates below it are possible.
  const { policy } = seen(ARTICLE_DAY, withReading("DFF", { values: readingOf("DFF").values.map((value) => value - 4) }));
  near(policy.effective.value, -0.11);
});

test("a target range that cannot be used is named, and takes no other part with it", () => {
  for (const macro of [withReading("DFEDTARL", { unit: "basis points" }), times("DFEDTARL", 1000), times("DFEDTARU", 1000), times("DFEDTARU", -1)]) {
    const left = seen(ARTICLE_DAY, macro);
    for (const part of ["sensitivity", "liquidity", "bills", "earnings"] as const) assert.equal(toJson(left[part]), toJson(then[part]), part);
  }
});

test("a value that stands for a Wednesday without one keeps its own day", () => {
  const { reverseRepo, net } = seen(ARTICLE_DAY, missingOn("RRPONTSYD", "2025-12-03")).liquidity;
  // The Tuesday's: 5.620 billion; 6,535,781 - 937,167 - 5,620 = 5,592,994.
  assert.deepEqual(
    [said(reverseRepo), said(net)],
    [
      [5_620e6, "2025-12-02"],
      [5_592_994e6, "2025-12-03"],
    ],
  );
});

test("an era that begins after the last yield has no days that run backwards", () => {
  for (const asOf of ["2015-12-16", "2015-12-18", "2022-03-16"]) {
    for (const { direction, from, to } of seen(asOf).sensitivity.spans) assert.ok(from <= to, `${direction}, ${from} to ${to}, as of ${asOf}`);
  }
});

test("what is wrong with later operations and forecasts changes nothing before", () => {
  const later = { ...held.operations[0]!, id: "X", day: "2026-08-19", fields: { ...held.operations[0]!.fields, accepted: -5 } };
  const said = { ...held.forecasts[0]!, id: "Y", day: "2026-08-19", fields: { ...held.forecasts[0]!.fields, year: "x" } };
  const wrong = { ...held, operations: [...held.operations, later], forecasts: [...held.forecasts, said] };
  const [left, right] = [seen("2025-12-31", wrong), seen("2025-12-31")];
  assert.equal(toJson(left.bills), toJson(right.bills));
  assert.equal(toJson(left.earnings), toJson(right.earnings));
  // Nor does it show when the first operation held is still to come.
  const late = { ...held, operations: held.operations.filter(({ day }) => day > "2025-12-22") };
  assert.ok(!toJson(seen("2025-12-20", late).bills).includes("2026-01-06"));
});

test("operations that begin late, have a gap or end early give no sum at all", () => {
  const kept = (keep: (day: string) => boolean) => ({ ...held, operations: held.operations.filter(({ day }) => keep(day)) });
  for (const [asOf, macro, reason] of [
    ["2025-12-31", kept((day) => day > "2025-12-15"), "the operations held begin on 2025-12-17, after the plan's start on 2025-12-12"],
    [LAST_DAY, kept((day) => day < "2026-02-01" || day > "2026-03-15"), "no operation is held between 2026-01-29 and 2026-03-16"],
    [LAST_DAY, kept((day) => day < "2026-02-01"), "the operations held end on 2026-01-29"],
    ["2026-01-13", kept((day) => day <= "2025-12-22"), "the operations held end on 2025-12-22"],
  ] as const) {
    const { bills } = seen(asOf, macro);
    assert.deepEqual([bills.reason, valueOf(bills.total), valueOf(bills.count)], [reason, reason, reason]);
    assert.deepEqual([bills.months, bills.planMonths, bills.operations.days], [[], [], []]);
  }
  // Between two schedules it is silent for some days: three weeks are borne.
  assert.equal(
    seen(
      "2026-01-12",
      kept((day) => day <= "2025-12-22"),
    ).bills.total.value,
    38_099e6,
  );
});

test("an operation that does not say its amount leaves its sums unknown", () => {
  const operations = held.operations.map((one, k) => (k === 1 ? { ...one, fields: { ...one.fields, accepted: null } } : one));
  const { total, months, planMonths, operations: each, count } = seen("2025-12-31", { ...held, operations }).bills;
  for (const one of [total, months[0]!.accepted, planMonths[0]!.done, planMonths[0]!.remaining, planMonths[0]!.beyond]) {
    assert.match(String(valueOf(one)), /does not say/);
  }
  assert.deepEqual([each.accepted.slice(0, 3), months[0]?.operations.value], [[8_167e6, null, 8_165e6], 5]);
  assert.notEqual(count.value, 0);
});

test("a wrong operation or forecast is named and takes only its own part", () => {
  const bad = [{ ...held.operations[0]!, fields: { ...held.operations[0]!.fields, accepted: -1 } }, ...held.operations.slice(1)];
  const wrong = seen("2025-12-31", { ...held, operations: bad });
  assert.match(wrong.bills.reason ?? "", /^OR 121225 1, small-caps-and-bitcoin\/bill-purchases\.csv[^:]*: accepted: expected dollars from 0 up; received -1$/);
  const twice = seen("2025-12-31", { ...held, forecasts: [held.forecasts[0]!, ...held.forecasts] });
  assert.match(twice.earnings.reason ?? "", /expected each quotation once; received it again/);
  assert.deepEqual([twice.earnings.rows, new Set(twice.earnings.absent.map(({ reason }) => reason)).size], [[], 1]);
  assert.equal(toJson(twice.bills), toJson(seen("2025-12-31").bills));
});

// Every price three basis points of rate lower than a day later, five higher than a week later: the change of each rate is +3 and -5.
test("curves of a day and a week ago give the changes they were made with", () => {
  const shifted = (bp: number, day: string) => ({
    ...curve,
    day,
    prices: Object.fromEntries(Object.entries(curve.prices).map(([month, price]) => [month, price - bp / 100])),
  });
  const { before } = seen(ARTICLE_DAY, { ...held, curves: [shifted(5, "2025-12-04"), shifted(-3, "2025-12-10"), curve] }).path;
  assert.deepEqual(
    before.map(({ ago, day, reason, meetings }) => [ago, day, reason, meetings.length]),
    [
      ["day", "2025-12-10", undefined, 10],
      ["week", "2025-12-04", undefined, 10],
    ],
  );
  for (const { rateBp, cut, hold, hike } of before[0]!.meetings) {
    near(rateBp.value, 3);
    // The rate in force before the first meeting moved as well: the steps are the same.
    for (const one of [cut, hold, hike]) near(one.value, 0);
  }
  for (const { rateBp, cut, hold, hike } of before[1]!.meetings) {
    near(rateBp.value, -5);
    // Before the cut of 2025-12-10 another range was in force.
    for (const one of [cut, hold, hike]) assert.equal(valueOf(one), "the curve of 2025-12-04 does not say it of the same range");
  }
  // Only the February contract one basis point lower the day before: 28 January would end 1 bp higher and begin 3/28 bp lower.
  const { "2026-02": february = 0 } = curve.prices;
  const one = { ...curve, day: "2025-12-10", prices: { ...curve.prices, "2026-02": february - 0.01 } };
  const [first, second] = seen(ARTICLE_DAY, { ...held, curves: [one, curve] }).path.before[0]!.meetings;
  near(first?.rateBp.value, -1);
  near(first?.cut.value, (1 + 3 / 28) / 25);
  near(second?.rateBp.value, 0, 0.2);
  assert.deepEqual(
    then.path.before.map(({ ago, day, reason }) => [ago, day, reason]),
    [
      ["day", null, "no prices held of a day before 2025-12-11"],
      ["week", null, "no prices held of a week before 2025-12-11"],
    ],
  );
});

test("an earlier curve that cannot be read takes only its own change", () => {
  const { path } = seen(ARTICLE_DAY, { ...held, curves: [{ ...curve, day: "2025-12-10", prices: { "2026-01": 3.6 } }, curve] });
  assert.match(path.before[0]?.reason ?? "", /received 3.6 for 2026-01$/);
  assert.equal(toJson(path.meetings), toJson(then.path.meetings));
});

test("the same figures give the same bytes and stay as they are; the seed moves nothing but what is resampled", () => {
  const group = { ...founding.group, members: ["IWM", "SPY"] };
  const picture = (seed = group.definitions.seed) =>
    macroOf({ ...founding, group: { ...group, definitions: { ...group.definitions, seed } }, asOf: "2016-06-30" });
  const first = unchanged([founding.markets, held] as const, () => sameBytes(() => toJson(picture())));
  const other = picture(group.definitions.seed + 1);
  const resampled = ({ sensitivity }: Macro) => sensitivity.spans[0]?.pair;
  const before = (JSON.parse(first) as Macro).sensitivity.spans[0]?.pair;
  assert.notDeepEqual(resampled(other)?.difference.bootstrap.interval, before?.difference.bootstrap.interval);
  assert.notDeepEqual(resampled(other)?.weekly.difference.bootstrap.interval, before?.weekly.difference.bootstrap.interval);
  const fixed = (macro: Macro) =>
    toJson({
      ...macro,
      sensitivity: {
        ...macro.sensitivity,
        spans: macro.sensitivity.spans.map((span) => {
          const { difference, weekly } = span.pair!;
          const still = (one: typeof difference) => ({ slope: one.slope, bootstrap: { ...one.bootstrap, interval: undefined } });
          return { ...span, pair: { difference: still(difference), weekly: still(weekly.difference) } };
        }),
      },
    });
  assert.equal(fixed(other), fixed(JSON.parse(first) as Macro));
});
