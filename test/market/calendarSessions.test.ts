import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { closureOf, halfDayOf } from "../../src/market/calendar/closures.ts";
import { easterSunday } from "../../src/market/calendar/easterSunday.ts";
import { isSession, nextSession, previousSession, sessionsBetween } from "../../src/market/calendar/sessions.ts";
import { type Calendar, dayNumber, Problem, toDay } from "../../src/market/index.ts";
import { naiveEaster, naiveHoliday, type RuledCalendar } from "../naive/calendar.ts";

const FROM = dayNumber("1993-01-01");
const TO = dayNumber("2028-12-31");
const RULED: readonly RuledCalendar[] = ["XNYS", "US-BOND", "US-FED"];
const ALL: readonly Calendar[] = [...RULED, "24/7"];

const daysOf = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, k) => from + k);
const covered = fc.integer({ min: FROM, max: TO });

function countIn(calendar: Calendar, year: number): number {
  return sessionsBetween(calendar, dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)).length;
}

// Witness: weekdays of the year (52 weeks and its odd days) less the closures of the exchange, counted by hand.
const EARLY_YEARS: [year: number, weekdays: number, closures: number][] = [
  [1993, 261, 8], // no King's Day before 1998
  [1994, 260, 8], // New Year on a Saturday; Nixon
  [1995, 260, 8],
  [1996, 262, 8],
  [1997, 261, 8],
  [1998, 261, 9],
  [1999, 261, 9],
  [2000, 260, 8], // New Year on a Saturday
  [2001, 261, 13], // four days of September
  [2002, 261, 9],
  [2003, 261, 9],
  [2004, 262, 10], // Reagan
  [2005, 260, 8], // New Year on a Saturday
  [2006, 260, 9],
  [2007, 261, 10], // Ford
  [2008, 262, 9],
  [2009, 261, 9],
];
// Witness: another program, exchange_calendars at commit 5308ce2 (XNYS).
const LATER_YEARS = [252, 252, 250, 252, 252, 252, 252, 251, 251, 252, 253, 252, 251, 250, 252, 250, 251, 251, 251]; // 2010 to 2028

test("the exchange has as many sessions a year as others count", () => {
  for (const [year, weekdays, closures] of EARLY_YEARS) assert.equal(countIn("XNYS", year), weekdays - closures, String(year));
  for (const [k, count] of LATER_YEARS.entries()) assert.equal(countIn("XNYS", 2010 + k), count, String(2010 + k));
});

// Witness: each from the exchange's or the association's notice of that year.
const CLOSURES: [calendar: Calendar, day: string, name: string | undefined][] = [
  ["XNYS", "2010-12-31", undefined], // a New Year's Day on a Saturday is not kept
  ["XNYS", "2027-12-31", undefined],
  ["XNYS", "2023-01-02", "New Year's Day"], // on a Sunday it is
  ["XNYS", "1997-01-20", undefined],
  ["US-BOND", "1997-01-20", "Martin Luther King Jr. Day"],
  ["XNYS", "1998-01-19", "Martin Luther King Jr. Day"],
  ["XNYS", "2021-06-18", undefined],
  ["XNYS", "2022-06-20", "Juneteenth"],
  ["XNYS", "2027-06-18", "Juneteenth"],
  ["XNYS", "2026-07-03", "Independence Day"],
  ["US-FED", "2026-07-03", undefined], // the banks open on the Friday before a Saturday's holiday
  ["XNYS", "2027-07-05", "Independence Day"],
  ["XNYS", "2027-12-24", "Christmas Day"],
  ["US-FED", "2027-12-24", undefined],
  ["XNYS", "2028-04-14", "Good Friday"],
  ["US-FED", "2028-04-14", undefined],
  ["US-BOND", "2026-04-03", undefined], // the report on employment came out
  ["XNYS", "2026-04-03", "Good Friday"],
  ["US-BOND", "2024-10-14", "Columbus Day"],
  ["XNYS", "2024-10-14", undefined],
  ["US-BOND", "2018-11-12", "Veterans Day"],
  ["US-BOND", "2023-11-10", undefined], // a Veterans Day on a Saturday is not kept
  ["XNYS", "2001-09-14", "Attacks of September 11"],
  ["US-BOND", "2001-09-13", undefined],
  ["XNYS", "2012-10-30", "Hurricane Sandy"],
  ["US-BOND", "2012-10-29", undefined],
  ["XNYS", "2025-01-09", "Day of mourning, J. Carter"],
  ["US-BOND", "2025-01-09", undefined],
  ["US-FED", "2018-12-05", undefined],
  ["24/7", "2025-12-25", undefined],
];

test("a day is a session, or closed for a reason with a source", () => {
  for (const [calendar, day, name] of CLOSURES) {
    const closure = closureOf(calendar, dayNumber(day));
    assert.equal(closure?.name, name, `${calendar} ${day}`);
    assert.equal(isSession(calendar, dayNumber(day)), name === undefined, `${calendar} ${day}`);
    if (closure) assert.match(closure.source, /\w{4}/);
  }
});

test("days that follow no rule are few, and each is known", () => {
  const against = (calendar: RuledCalendar) =>
    daysOf(FROM, TO).flatMap((day) => {
      const byRule = new Date(day * 86_400_000).getUTCDay() % 6 !== 0 && !naiveHoliday(calendar, toDay(day));
      if (byRule === isSession(calendar, day)) return [];
      return [`${byRule ? "-" : "+"}${toDay(day)}`];
    });
  // Witness: the exchange's list of special closings and its later notices.
  assert.deepEqual(
    against("XNYS"),
    "-1994-04-27 -2001-09-11 -2001-09-12 -2001-09-13 -2001-09-14 -2004-06-11 -2007-01-02 -2012-10-29 -2012-10-30 -2018-12-05 -2025-01-09".split(" "),
  );
  // Witness: the days on which the Treasury's yields are or are not published.
  assert.deepEqual(
    against("US-BOND"),
    "-1994-04-27 +1996-04-05 +1999-04-02 -2001-09-11 -2001-09-12 -2004-06-11 +2007-04-06 +2010-04-02 +2012-04-06 -2012-10-30 +2015-04-03 -2018-12-05 +2021-04-02 +2023-04-07 +2026-04-03".split(
      " ",
    ),
  );
  assert.deepEqual(against("US-FED"), []);
});

test("Easter is the one of the church's table", () => {
  for (let year = 1900; year <= 2199; year++) assert.equal(toDay(easterSunday(year)), naiveEaster(year));
});

// Witness: the exchange's list of special closings to 2010 (two of its dates are misprints: it has 1999-12-24, a holiday, for 1999-12-31, and
// 2008-07-04, a holiday, for 2008-07-03), and its yearly notices since.
const HALF_DAYS: Record<string, string> = {
  1993: "11-26",
  1994: "02-11@14:30 11-25",
  1995: "07-03 11-24",
  1996: "01-08@14:00 07-05 11-29 12-24",
  1997: "07-03 10-27@15:30 11-28 12-24 12-26",
  1998: "11-27 12-24",
  1999: "11-26 12-31",
  2000: "07-03 11-24",
  2001: "07-03 11-23 12-24",
  2002: "07-05 11-29 12-24",
  2003: "07-03 11-28 12-24 12-26",
  2004: "11-26",
  2005: "06-01@15:56 11-25",
  2006: "07-03 11-24",
  2007: "07-03 11-23 12-24",
  2008: "07-03 11-28 12-24",
  2009: "11-27 12-24",
  2010: "11-26",
  2013: "07-03 11-29 12-24",
  2019: "07-03 11-29 12-24",
  2024: "07-03 11-29 12-24",
  2026: "11-27 12-24",
  2027: "11-26",
  2028: "07-03 11-24",
};

test("half days are the exchange's, and sessions", () => {
  for (const [year, days] of Object.entries(HALF_DAYS)) {
    const held = daysOf(dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)).flatMap((day) => {
      const half = halfDayOf("XNYS", day);
      return half ? [`${toDay(day).slice(5)}${half.close === "13:00" ? "" : `@${half.close}`}`] : [];
    });
    assert.equal(held.join(" "), days, year);
  }
  for (const day of daysOf(FROM, TO)) {
    if (halfDayOf("XNYS", day)) assert.equal(isSession("XNYS", day), true, toDay(day));
    for (const calendar of ["24/7", "US-BOND", "US-FED"] as const) assert.equal(halfDayOf(calendar, day), undefined);
  }
});

test("sessions between two days are those of the days", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL), covered, fc.integer({ min: -3, max: 400 }), (calendar, from, length) => {
      const to = Math.min(TO, from + length);
      fc.pre(to >= FROM);
      const sessions = sessionsBetween(calendar, from, to);
      assert.deepEqual([...sessions], to < from ? [] : daysOf(from, to).filter((day) => isSession(calendar, day)));
    }),
  );
  const [first] = sessionsBetween("XNYS", FROM, TO);
  sessionsBetween("XNYS", FROM, TO)[0] = 0;
  assert.equal(sessionsBetween("XNYS", FROM, TO)[0], first, "what is handed out is a copy");
});

test("next and previous lead to the neighbouring sessions and back", () => {
  fc.assert(
    fc.property(fc.constantFrom(...ALL), fc.integer({ min: FROM + 10, max: TO - 10 }), (calendar, day) => {
      const next = nextSession(calendar, day);
      const previous = previousSession(calendar, day);
      assert.equal(previous < day && day < next, true, `${previous}, ${day}, ${next}`);
      assert.deepEqual([isSession(calendar, previous), isSession(calendar, next)], [true, true]);
      const between = isSession(calendar, day) ? [previous, day, next] : [previous, next];
      assert.deepEqual([...sessionsBetween(calendar, previous, next)], between);
      assert.deepEqual([previousSession(calendar, next), nextSession(calendar, previous)], isSession(calendar, day) ? [day, day] : [previous, next]);
    }),
  );
});

test("beyond the years covered nothing is guessed", () => {
  for (const calendar of RULED) {
    for (const outside of ["1992-12-31", "2029-01-01", "2029-01-06"]) {
      const day = dayNumber(outside);
      const between = () => sessionsBetween(calendar, Math.min(day, FROM), Math.max(day, TO));
      for (const ask of [isSession, nextSession, previousSession, closureOf, halfDayOf, between]) {
        assert.throws(
          () => ask(calendar, day),
          (error) =>
            error instanceof Problem &&
            error.kind === "data" &&
            error.message === `calendar ${calendar}: expected a day from 1993-01-01 to 2028-12-31; received ${outside}`,
        );
      }
    }
    assert.throws(() => isSession(calendar, Number.NaN), /invalid day number: NaN/);
    assert.throws(() => isSession(calendar, FROM + 0.5), /invalid day number/);
  }
  // Witness: 1993-01-01 was a Friday and a holiday, 2028-12-31 is a Sunday.
  assert.throws(() => previousSession("XNYS", dayNumber("1993-01-04")), /expected a day after 1993-01-04, the first session covered; received 1993-01-04$/);
  assert.throws(() => nextSession("XNYS", TO), /expected a day before 2028-12-29, the last session covered; received 2028-12-31$/);
  assert.equal(nextSession("24/7", dayNumber("2031-12-31")), dayNumber("2032-01-01"));
});
