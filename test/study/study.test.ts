import assert from "node:assert/strict";
import { test } from "node:test";
import { type Markets, Problem, through } from "../../src/market/index.ts";
import { studySchema, toJson } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, foundingStudy, LAST_DAY, marketOf, seriesIn } from "../case.ts";
import { golden } from "../golden.ts";
import { sameBytes } from "../laws/sameBytes.ts";
import { unchanged } from "../laws/unchanged.ts";
import { withoutMarket } from "./without.ts";

const then = foundingStudy(ARTICLE_DAY);
const now = foundingStudy(LAST_DAY);

test("a study is of its schema", () => {
  for (const one of [then, now]) assert.deepEqual(studySchema.parse(JSON.parse(toJson(one))), JSON.parse(toJson(one)));
});

const NO_MEASURE = /\.year$|^study\.catchUp\.specification\.curve\.main$|^study\.rebased\.base$/;

test("every number in a study is part of a measure", () => {
  const loose: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "number") loose.push(path);
    if (value === null || typeof value !== "object") return;
    const record = value as Record<string, unknown>;
    const provenance = ["unit", "n", "from", "to", "asOf", "method", "definition", "sources", "dropped"];
    if (provenance.every((key) => key in record)) return;
    // The year that a quotation is of is a date; a position in a list counts nothing; a base was chosen, and the definitions beside it say so.
    for (const [key, member] of Object.entries(record)) if (!NO_MEASURE.test(`${path}.${key}`)) walk(member, `${path}.${key}`);
  };
  walk(now, "study");
  assert.deepEqual(loose, []);
});

test("a measure has a value or says why it has none, and never looks past its day", () => {
  let measures = 0;
  const walk = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    const record = value as Record<string, unknown>;
    if ("method" in record && "value" in record) {
      measures++;
      assert.equal(record.value === null, typeof record.reason === "string", JSON.stringify(record));
      for (const day of [record.from, record.to, record.on]) if (typeof day === "string") assert.ok(day <= (record.asOf as string));
      if (record.method !== "chosen" && record.value !== null) assert.ok((record.n as number) > 0 && (record.sources as string[]).length > 0);
    }
    Object.values(record).forEach(walk);
  };
  walk(then);
  assert.ok(measures > 150, `${measures} measures`);
});

test("the law of as of: what is known later changes nothing", () => {
  for (const asOf of ["2012-06-29", "2020-03-23", "2021-11-10", ARTICLE_DAY, "2025-12-13"]) {
    const cut: Markets = Object.fromEntries(
      Object.entries(founding.markets).map(([id, { instrument, series }]) => {
        const before = Object.entries(series).map(([field, one]) => [field, through(one, Date.parse(asOf) / 86_400_000)]);
        return [id, { instrument, series: Object.fromEntries(before) }];
      }),
    );
    // Why figures are unknown may differ: without the later ones there is nothing that could begin or end later.
    const strip = (text: string) => text.replaceAll(/"reason": "[^"]*"/g, "");
    assert.equal(strip(toJson(foundingStudy(asOf))), strip(toJson(foundingStudy(asOf, { markets: cut }))), asOf);
  }
});

test("the same input gives the same bytes and stays as it is", () => {
  unchanged([founding.group, founding.markets] as const, (group, markets) => sameBytes(() => toJson(foundingStudy(LAST_DAY, { group, markets }))));
});

test("without the laggard everything derived from it is unknown, with the reason", () => {
  const { BTC: _, ...markets } = founding.markets;
  const result = foundingStudy(ARTICLE_DAY, { markets });
  const btc = marketOf(result, "BTC");
  assert.deepEqual([btc.state, btc.reason, btc.distance.value, btc.sessionsSince.value], ["unknown", "no figures held of BTC", null, null]);
  assert.deepEqual([result.outOfStep.market, result.outOfStep.known, result.outOfStep.reason], [null, false, "the state of BTC is unknown"]);
  for (const measure of [result.cases.cases, result.cases.catchUp, result.cases.rollOver, result.atLeaderRecords.leaderRecords, result.atLeaderRecords.apart]) {
    assert.deepEqual([measure.value, measure.reason], [null, "no figures held of BTC"]);
  }
  assert.ok(result.notKnown.some(({ kind, market }) => kind === "member" && market === "BTC"));
  assert.equal(marketOf(result, "IWM").state, "record");
  assert.deepEqual(studySchema.parse(result).cases.list, []);
});

for (const id of founding.group.members) {
  test(`without ${id} its row is unknown and no measure rests on its file`, () => {
    const result = withoutMarket(id);
    const row = marketOf(result, id);
    assert.deepEqual([row.state, row.reason, row.historyFrom, row.variants], ["unknown", `no figures held of ${id}`, null, []]);
    for (const measure of [row.last, row.record, row.distance, row.sessionsSince, row.deepest, row.records]) assert.equal(measure.value, null);
    assert.ok(!JSON.stringify({ ...result, inputs: [] }).includes(`/${id}.csv`), "a measure still names the file");
    assert.ok(result.notKnown.some(({ kind, market }) => kind === "member" && market === id));
  });
}

test("without the leader nothing is called out of step", () => {
  const { IWM: _, ...markets } = founding.markets;
  const result = foundingStudy(ARTICLE_DAY, { markets });
  assert.match(result.outOfStep.reason, /^the state of the leader, IWM, is unknown/);
  assert.equal(result.cases.cases.value, null);
  assert.equal(result.underwater.columns.length, 6);
});

test("figures that end too long before the day leave a market unknown, not at its last state", () => {
  const stale: Markets = { ...founding.markets, SLV: { ...founding.markets.SLV!, series: { close: through(seriesIn(founding.markets, "SLV"), 20426) } } };
  const slv = marketOf(foundingStudy(ARTICLE_DAY, { markets: stale }), "SLV");
  assert.deepEqual([slv.state, slv.reason], ["unknown", "the close figures held of SLV end on 2025-12-04"]);
});

test("before a market's history it is unknown, and the others are studied", () => {
  const result = foundingStudy("2005-01-03");
  assert.match(marketOf(result, "BTC").reason ?? "", /begins on 2010-08-18/);
  assert.notEqual(marketOf(result, "SPY").state, "unknown");
});

test("a day for which nothing is held is a problem that says where the history lies", () => {
  const fails = (asOf: string, message: RegExp) =>
    assert.throws(
      () => foundingStudy(asOf),
      (error) => error instanceof Problem && message.test(error.message),
    );
  fails("1990-01-02", /^expected figures of Small caps and bitcoin for 1990-01-02; the history held begins on 1993-01-29$/);
  fails("2026-11-01", /the figures held end on 2026-08-20$/);
  fails("2025-02-30", /^as of: expected a day like 2025-12-11; received 2025-02-30$/);
});

test("figures are old from one day more than allowed, not before", () => {
  const held = through(seriesIn(founding.markets, "SLV"), 20_430); // to 2025-12-08, a Monday
  const markets: Markets = { ...founding.markets, SLV: { ...founding.markets.SLV!, series: { close: held } } };
  const state = (asOf: string) => marketOf(foundingStudy(asOf, { markets }), "SLV").state;
  assert.deepEqual([state("2025-12-12"), state("2025-12-13")], ["near", "unknown"]);
});

test("five cases that have ended are enough to say nothing about their number, four are not", () => {
  const few = (asOf: string) => foundingStudy(asOf).notKnown.some(({ kind }) => kind === "fewCases");
  const closed = (asOf: string) => foundingStudy(asOf).cases.list.filter(({ resolvedOn }) => resolvedOn !== null).length;
  assert.deepEqual([closed("2014-09-30"), few("2014-09-30")], [4, true]);
  assert.deepEqual([closed("2014-10-01"), few("2014-10-01")], [5, false]);
});

test("the deepest fall since the record is found past a session that equals it", () => {
  // Witness: recomputed by another program from the same files. Silver closed at its record of 2011 again on 2025-10-13.
  const deepest = (asOf: string, id: string) => {
    const { deepest } = marketOf(foundingStudy(asOf), id);
    return [((deepest.value ?? 0) * 100).toFixed(2), deepest.on];
  };
  assert.deepEqual(deepest("2025-10-13", "SLV"), ["-76.28", "2020-03-18"]);
  assert.equal(deepest("2017-07-03", "IWM")[0], "-1.86");
});

test("days on which the laggard holds no value are counted and said, and an episode's first day stays unknown", () => {
  const btc = seriesIn(founding.markets, "BTC");
  const gaps = new Set([20_426, 20_432, 20_433]); // 2025-12-04, -10 and -11
  const close = { ...btc, values: btc.values.map((value, i) => (gaps.has(btc.sessions[i]!) ? Number.NaN : value)) };
  const markets: Markets = { ...founding.markets, BTC: { ...founding.markets.BTC!, series: { close } } };
  const result = foundingStudy("2025-12-12", { markets });
  assert.deepEqual(result.cases.cases.dropped, [{ market: "BTC", count: 3, why: "no value on a record of IWM" }]);
  assert.ok(result.notKnown.some(({ kind }) => kind === "missingDays"));
  const last = result.atLeaderRecords.episodes.at(-1);
  assert.deepEqual([last?.from, last?.laggardAtStart.value, last?.laggardAtStart.reason], ["2025-12-04", null, "no value of BTC on these days"]);
});

test("since when they are apart is said of the market out of step only", () => {
  // On the eve of its record bitcoin was near it, its case still open, and silver the one apart.
  const result = foundingStudy("2013-11-05");
  assert.deepEqual([marketOf(result, "BTC").state, result.cases.list.at(-1)?.resolution], ["near", "open"]);
  assert.deepEqual([result.outOfStep.market, result.outOfStep.since], ["SLV", null]);
});

test("a session without a value is a gap in the chart, not a record", () => {
  const gld = seriesIn(founding.markets, "GLD");
  const values = gld.values.slice();
  values[values.length - 5] = Number.NaN;
  const markets: Markets = { ...founding.markets, GLD: { ...founding.markets.GLD!, series: { close: { ...gld, values } } } };
  const column = foundingStudy(LAST_DAY, { markets }).underwater.columns.find(({ market }) => market === "GLD");
  assert.equal(column?.values.at(-5), null);
  assert.deepEqual(column?.dropped, [{ market: "GLD", count: 1, why: "no value at a session of IWM (XNYS)" }]);
});

test("the question's own day is not yet since the question", () => {
  assert.equal(foundingStudy("2025-12-11").since, null);
  assert.notEqual(foundingStudy("2025-12-12").since, null);
});

test("a member named as something that every object has is unknown like any other", () => {
  const result = foundingStudy(ARTICLE_DAY, { group: { ...founding.group, members: [...founding.group.members, "constructor"] } });
  assert.deepEqual([marketOf(result, "constructor").state, marketOf(result, "constructor").reason], ["unknown", "no figures held of constructor"]);
});

test("a leader that is no member is refused", () => {
  assert.throws(() => foundingStudy(ARTICLE_DAY, { group: { ...founding.group, leader: "TLT" } }), /leader: expected one of IWM, .*; received TLT/);
});

test("what the chart shows is what the records say, at its own clock", () => {
  for (const { market, values, clock, leftOut } of now.underwater.columns) {
    const row = marketOf(now, market);
    assert.ok(Math.abs((values.at(-1) ?? 1) - (row.distance.value ?? 0)) < 1e-6, market);
    assert.equal(clock, row.clock);
    assert.equal(leftOut.value === 0, market !== "BTC");
  }
  assert.ok(now.underwater.columns.every(({ values }) => Math.max(...values.map((value) => value ?? -1)) <= 0));
  // The record so far is taken over the whole history: in January 2020 small caps stood below their record of 2018.
  assert.ok((now.underwater.columns[0]?.values[0] ?? 0) < -0.03);
});

test("the study is the one published", () => {
  for (const one of [then, now]) {
    const short = structuredClone(one);
    for (const column of short.underwater.columns) column.values = column.values.slice(-2);
    short.underwater.sessions = short.underwater.sessions.slice(-2);
    short.rebased.sessions = short.rebased.sessions.slice(-2);
    for (const column of short.rebased.columns) column.values = column.values.slice(-2);
    for (const market of short.recordDays.markets) market.days = market.days.slice(-2);
    for (const path of short.cases.paths) Object.assign(path, { days: path.days.slice(-2), values: path.values.slice(-2) });
    for (const { rolling } of short.together.clocks)
      for (const key of ["days", "values", "lower", "upper"] as const) rolling[key].splice(0, rolling[key].length - 2);
    golden(`study/${one.asOf}.json`, toJson(short));
  }
});

test("a weekend or holiday is answered from the sessions before it", () => {
  const saturday = foundingStudy("2025-12-13");
  assert.equal(marketOf(saturday, "IWM").last.on, "2025-12-12");
  assert.equal(marketOf(saturday, "BTC").last.on, "2025-12-13");
});

test("records kept on another basis are another study", () => {
  const group = { ...founding.group, definitions: { ...founding.group.definitions, basis: "intraday" as const } };
  const result = foundingStudy(ARTICLE_DAY, { group });
  const btc = marketOf(result, "BTC");
  assert.deepEqual([btc.record.value, btc.last.value, btc.distance.value?.toFixed(4)], [126200, 92513.5, "-0.2669"]);
  assert.equal(marketOf(result, "SPY").reason, "no intraday figures held of SPY");
});

test("counts of cases add up under every distance", () => {
  for (const { cases, catchUp, rollOver, open } of [now.cases, ...now.cases.otherDistances]) {
    assert.equal((catchUp.value ?? 0) + (rollOver.value ?? 0) + (open.value ?? 0), cases.value);
  }
  const { leaderRecords, record, near, apart } = now.atLeaderRecords;
  assert.equal((record.value ?? 0) + (near.value ?? 0) + (apart.value ?? 0), leaderRecords.value);
});

test("a record of the last session held is said to be unconfirmed", () => {
  const unconfirmed = then.notKnown.flatMap(({ kind, market }) => (kind === "unconfirmedRecord" ? [market] : []));
  assert.deepEqual(unconfirmed, ["IWM", "SPY", "DIA", "SLV"]);
});

test("toJson writes plain JSON and refuses what is no number", () => {
  const value = { a: [1, null, "x"], b: [{ c: -0.5 }], d: {}, e: [], f: 'quote " and \n line', g: undefined };
  assert.deepEqual(JSON.parse(toJson(value)), { a: [1, null, "x"], b: [{ c: -0.5 }], d: {}, e: [], f: 'quote " and \n line' });
  assert.throws(() => toJson({ a: Number.NaN }), /invalid number: NaN/);
});
