import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParse } from "d3-dsv";
import { dayNumber, Problem, type Reading, type Release, toDay, toReading } from "../../src/market/index.ts";
import { FOMC } from "../../src/rates/fomc.ts";
import { meetingDays, meetingsAsOf, rangeAfter, realisedAverage } from "../../src/rates/index.ts";

const CASE = new URL("../../cases/small-caps-and-bitcoin/rates.csv", import.meta.url);
const rows = csvParse(readFileSync(CASE, "utf8"));
const THE_DAY: Release = { calendar: "24/7", after: 0, time: "00:00" };
const NEXT_MORNING: Release = { calendar: "US-FED", after: 1, time: "09:00" };
const reading = (id: string, days: readonly [day: string, value: number][], release = THE_DAY, unit = "percent"): Reading =>
  toReading({ id, name: id, unit, source: "hand", release, sessions: days.map(([day]) => dayNumber(day)), values: days.map(([, value]) => value) });
const column = (id: string, release?: Release) =>
  reading(
    id,
    rows.map((row) => [row.date!, row[id] ? Number(row[id]) : Number.NaN]),
    release,
  );
const range = { lower: column("DFEDTARL"), upper: column("DFEDTARU") };
const lastDay = rows.at(-1)!.date!;

test("every move of FRED's target range since 2015 is a decision of the table, and every decided change is a move", () => {
  const steps = [...range.upper.sessions].flatMap((day, i) =>
    i > 0 && range.upper.values[i] !== range.upper.values[i - 1] && toDay(day) >= "2015-01-01" ? [{ day: toDay(day), upper: range.upper.values[i] }] : [],
  );
  const decided = meetingsAsOf(lastDay)
    .filter(({ changeBp }) => changeBp !== null && changeBp !== 0)
    .map(({ day, after }) => ({ day: FOMC.find((row) => row.day === day)?.inRangeFrom ?? toDay(dayNumber(day) + 1), upper: after?.upper }));
  assert.deepEqual(decided, steps);
  assert.ok(steps.length > 25);
  // Against the series the table holds throughout, and no move is left over.
  assert.deepEqual(
    meetingsAsOf(lastDay, range).filter(({ decidedBy }) => decidedBy === "targetRange"),
    [],
  );
});

test("the table is in order: eight scheduled meetings a year, each day once", () => {
  const days = FOMC.map(({ day }) => day);
  assert.deepEqual(days, [...new Set(days)].sort());
  for (let year = 2015; year <= 2027; year++) {
    assert.equal(FOMC.filter(({ day, kind }) => kind === "scheduled" && day.startsWith(String(year))).length, 8, String(year));
    assert.equal(FOMC.filter(({ day, projections }) => projections && day.startsWith(String(year))).length, year === 2020 ? 3 : 4, String(year));
  }
});

test("what is not held is unknown, and never guessed", () => {
  const meetings = meetingsAsOf("2026-11-20");
  const october = meetings.find(({ day }) => day === "2026-10-28");
  assert.deepEqual([october?.status, october?.changeBp, october?.after, october?.effective], ["unknown", null, null, null]);
  assert.equal(rangeAfter(meetings), null);
  assert.deepEqual(rangeAfter(meetingsAsOf("2026-10-27")), { lower: 3.75, upper: 4 });
  assert.equal(meetings.find(({ day }) => day === "2026-12-09")?.status, "upcoming");
});

const after = (days: readonly [string, number][]) => ({
  lower: reading("DFEDTARL", days),
  upper: reading(
    "DFEDTARU",
    days.map(([day, lower]) => [day, lower + 0.25]),
  ),
});

test("a decision that the table lacks is read from the target range, once that is held beyond the meeting", () => {
  const held = after([
    ["2026-10-27", 3.75],
    ["2026-10-28", 3.75],
    ["2026-10-29", 4],
  ]);
  const onTheDay = meetingsAsOf("2026-10-28", held).find(({ day }) => day === "2026-10-28");
  assert.equal(onTheDay?.status, "unknown");
  const next = meetingsAsOf("2026-10-29", held);
  assert.deepEqual(
    next.find(({ day }) => day === "2026-10-28"),
    {
      day: "2026-10-28",
      kind: "scheduled",
      projections: false,
      note: null,
      status: "decided",
      changeBp: 25,
      after: { lower: 4, upper: 4.25 },
      effective: "2026-10-29",
      decidedBy: "targetRange",
    },
  );
  assert.deepEqual(rangeAfter(next), { lower: 4, upper: 4.25 });
});

test("a move at no meeting of the table is an unscheduled decision of the day before", () => {
  const held = after([
    ["2026-10-27", 3.75],
    ["2026-10-28", 3.75],
    ["2026-10-29", 3.75],
    ["2026-11-09", 3.75],
    ["2026-11-10", 3.25],
  ]);
  const meetings = meetingsAsOf("2026-11-20", held);
  const found = meetings.find(({ day }) => day === "2026-11-09");
  assert.deepEqual([found?.kind, found?.status, found?.changeBp, found?.decidedBy], ["unscheduled", "decided", -50, "targetRange"]);
  assert.match(found?.note ?? "", /no meeting of the table/);
  assert.deepEqual(rangeAfter(meetings), { lower: 3.25, upper: 3.5 });
  assert.ok(meetingDays(meetings).includes("2026-11-09"));
});

test("a target range that contradicts a decision, has its ends the wrong way round or is in another unit is refused", () => {
  const refused = (held: ReturnType<typeof after>, message: RegExp) =>
    assert.throws(
      () => meetingsAsOf("2025-12-20", held),
      (error) => error instanceof Problem && message.test(error.message),
    );
  refused(after([["2025-12-11", 3.75]]), /expected a target range of 3.5 to 3.75 after the decision of 2025-12-10; received 3.75 to 4/);
  const { lower, upper } = after([["2025-12-11", 3.5]]);
  refused({ lower: upper, upper: lower }, /expected DFEDTARU below DFEDTARL; received 3.75 and 3.5 on 2025-12-11/);
  refused({ lower: { ...lower, unit: "basis points" }, upper }, /expected DFEDTARL in percent; received basis points/);
});

test("in March 2020 the unscheduled cuts count, the cancelled meeting is known as one only from its cancelling", () => {
  const march = (asOf: string) =>
    meetingsAsOf(asOf)
      .filter(({ day }) => day.startsWith("2020-03"))
      .map(({ day, status }) => `${day} ${status}`);
  assert.deepEqual(march("2020-03-02"), ["2020-03-18 upcoming"]);
  assert.deepEqual(march("2020-03-04"), ["2020-03-03 decided", "2020-03-18 upcoming"]);
  // Sunday's decision came at 17:00, after the close.
  assert.deepEqual(march("2020-03-15"), ["2020-03-03 decided", "2020-03-18 upcoming"]);
  assert.deepEqual(march("2020-03-16"), ["2020-03-03 decided", "2020-03-15 decided", "2020-03-18 cancelled"]);
  assert.deepEqual(rangeAfter(meetingsAsOf("2020-03-15")), { lower: 1, upper: 1.25 });
  assert.deepEqual(rangeAfter(meetingsAsOf("2020-03-16")), { lower: 0, upper: 0.25 });
  // Votes between meetings move nothing and are no meetings to a curve.
  assert.deepEqual(
    meetingDays(meetingsAsOf("2020-04-01")).filter((day) => day.startsWith("2020-03")),
    ["2020-03-03", "2020-03-15"],
  );
});

test("what was known on a day does not change by what came later", () => {
  for (const asOf of ["2015-12-15", "2015-12-16", "2019-10-05", "2020-03-14", "2024-09-18", "2025-12-10"]) {
    const until = (one: Reading): Reading => {
      const end = [...one.sessions].filter((day) => day <= dayNumber(asOf)).length;
      return { ...one, sessions: one.sessions.slice(0, end), values: one.values.slice(0, end) };
    };
    assert.deepEqual(meetingsAsOf(asOf, { lower: until(range.lower), upper: until(range.upper) }), meetingsAsOf(asOf, range), asOf);
  }
});

test("the table equals the decisions and the calendar collected elsewhere", { skip: shared("macro/fomc.csv") }, () => {
  const listed = csvParse(readFileSync(new URL("../../../shared/data/macro/fomc.csv", import.meta.url), "utf8"));
  const meetings = meetingsAsOf("2026-11-20");
  assert.deepEqual(
    meetings.map(({ day, changeBp, status }) => [day, changeBp, status]),
    listed.map((row) => [row.decision_date, row.change_bp ? Number(row.change_bp) : null, row.status === "scheduled" ? "upcoming" : row.status]),
  );
  for (const row of listed) {
    const own = meetings.find(({ day }) => day === row.decision_date)!;
    if (row.effective_date) assert.equal(own.effective, row.effective_date);
    if (row.upper_after) assert.equal(own.after?.upper, Number(row.upper_after));
    assert.equal(own.projections, row.sep === "1");
  }
});

test("the average of a month counts every calendar day, weekends and holidays with the last rate", () => {
  const effr = reading(
    "EFFR",
    [
      ["2025-10-31", 3.86],
      ["2025-11-03", 3.87],
      ["2025-11-10", 3.88],
      ["2025-11-12", 3.88],
      ["2025-11-14", 3.88],
      ["2025-11-17", 3.88],
      ["2025-11-20", 3.88],
      ["2025-11-24", 3.89],
      ["2025-11-26", 3.89],
    ],
    NEXT_MORNING,
  );
  // Friday's rate of the 26th carries over Thanksgiving, but the 28th is a business day without a rate: the month is not over.
  assert.equal(realisedAverage(effr, "2025-11"), undefined);
  // October's 31st is held, and nothing of the month before it.
  assert.equal(realisedAverage(effr, "2025-10"), undefined);
});

test("a month that is over has its average, the running one none", () => {
  const effr = column("DFF", NEXT_MORNING);
  // By hand: 25 days at 3.63 and 6 at 3.62. The exchange showed the expired contract at 96.37.
  assert.equal(realisedAverage(effr, "2026-07"), 3.628);
  const december = rows.filter(({ date = "" }) => date.startsWith("2025-12")).map(({ DFF = "" }) => Number(DFF));
  assert.equal(december.length, 31);
  assert.equal(realisedAverage(effr, "2025-12"), Math.round((december.reduce((sum, one) => sum + one, 0) / 31) * 1000) / 1000);
  assert.equal(realisedAverage(effr, "2026-08"), undefined);
});

function shared(name: string): string | false {
  return existsSync(new URL(`../../../shared/data/${name}`, import.meta.url)) ? false : "the collected table, which is no part of the project, is absent";
}
