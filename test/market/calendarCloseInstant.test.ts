import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { closeInstant } from "../../src/market/calendar/closeInstant.ts";
import { halfDayOf } from "../../src/market/calendar/closures.ts";
import { sessionsBetween } from "../../src/market/calendar/sessions.ts";
import { type Calendar, type CloseInstant, dayNumber, Problem, toDay } from "../../src/market/index.ts";
import { naiveInstant } from "../naive/calendar.ts";

const NEW_YORK: CloseInstant = { time: "16:00", zone: "America/New_York" };
const LONDON: CloseInstant = { time: "16:30", zone: "Europe/London" };
const UTC: CloseInstant = { time: "24:00", zone: "UTC" };

// Witness: by hand. New York is 5 hours behind UTC and 4 in summer: from the first Sunday of April to the last of October up to 2006, from the
// second of March to the first of November since 2007. London is level and 1 hour ahead from the last Sunday of March to the last of October.
const INSTANTS: [close: CloseInstant, calendar: Calendar, day: string, instant: string][] = [
  [NEW_YORK, "XNYS", "2025-01-02", "2025-01-02T21:00Z"],
  [NEW_YORK, "XNYS", "2025-07-01", "2025-07-01T20:00Z"],
  [NEW_YORK, "XNYS", "2025-03-07", "2025-03-07T21:00Z"], // New York changes on March 9
  [NEW_YORK, "XNYS", "2025-03-10", "2025-03-10T20:00Z"],
  [LONDON, "24/7", "2025-03-10", "2025-03-10T16:30Z"],
  [NEW_YORK, "XNYS", "2025-03-28", "2025-03-28T20:00Z"],
  [LONDON, "24/7", "2025-03-28", "2025-03-28T16:30Z"], // London on March 30
  [LONDON, "24/7", "2025-03-31", "2025-03-31T15:30Z"],
  [LONDON, "24/7", "2025-10-24", "2025-10-24T15:30Z"], // London on October 26
  [LONDON, "24/7", "2025-10-27", "2025-10-27T16:30Z"],
  [NEW_YORK, "XNYS", "2025-10-27", "2025-10-27T20:00Z"],
  [NEW_YORK, "XNYS", "2025-10-31", "2025-10-31T20:00Z"], // New York on November 2
  [NEW_YORK, "XNYS", "2025-11-03", "2025-11-03T21:00Z"],
  [NEW_YORK, "XNYS", "2006-03-31", "2006-03-31T21:00Z"], // on April 2
  [NEW_YORK, "XNYS", "2006-04-03", "2006-04-03T20:00Z"],
  [NEW_YORK, "XNYS", "2006-10-27", "2006-10-27T20:00Z"], // on October 29
  [NEW_YORK, "XNYS", "2006-10-30", "2006-10-30T21:00Z"],
  [NEW_YORK, "XNYS", "2007-03-12", "2007-03-12T20:00Z"], // on March 11
  // On the day of the change itself, around the change and at the midnights on both sides.
  [NEW_YORK, "24/7", "2025-03-09", "2025-03-09T20:00Z"],
  [{ ...NEW_YORK, time: "01:30" }, "24/7", "2025-03-09", "2025-03-09T06:30Z"],
  [{ ...NEW_YORK, time: "03:00" }, "24/7", "2025-03-09", "2025-03-09T07:00Z"],
  [{ ...NEW_YORK, time: "24:00" }, "24/7", "2025-03-08", "2025-03-09T05:00Z"],
  [{ ...NEW_YORK, time: "24:00" }, "24/7", "2025-03-09", "2025-03-10T04:00Z"],
  [{ ...NEW_YORK, time: "00:30" }, "24/7", "2025-11-02", "2025-11-02T04:30Z"],
  [{ ...NEW_YORK, time: "02:30" }, "24/7", "2025-11-02", "2025-11-02T07:30Z"],
  [{ ...NEW_YORK, time: "24:00" }, "24/7", "2025-11-01", "2025-11-02T04:00Z"],
  [{ ...NEW_YORK, time: "24:00" }, "24/7", "2025-11-02", "2025-11-03T05:00Z"],
  [UTC, "24/7", "2025-12-31", "2026-01-01T00:00Z"],
  [{ time: "15:30", zone: "Asia/Kolkata" }, "24/7", "2025-12-31", "2025-12-31T10:00Z"], // 5 hours 30 ahead
  // Half days, in winter, in summer, and against the rules; what does not close with the exchange does not close early.
  [NEW_YORK, "XNYS", "2025-11-28", "2025-11-28T18:00Z"],
  [NEW_YORK, "XNYS", "2025-07-03", "2025-07-03T17:00Z"],
  [NEW_YORK, "XNYS", "1997-10-27", "1997-10-27T20:30Z"],
  [NEW_YORK, "24/7", "2025-11-28", "2025-11-28T21:00Z"],
  [NEW_YORK, "US-BOND", "2025-11-28", "2025-11-28T21:00Z"],
  [{ ...NEW_YORK, time: "17:00" }, "XNYS", "2025-11-28", "2025-11-28T22:00Z"],
  [{ time: "16:00", zone: "America/Chicago" }, "XNYS", "2025-11-28", "2025-11-28T22:00Z"],
];

test("a session closes at the instant that its clock says", () => {
  for (const [close, calendar, day, instant] of INSTANTS) {
    const received = new Date(closeInstant(close, calendar, dayNumber(day))).toISOString();
    assert.equal(received, instant.replace("Z", ":00.000Z"), `${close.time} ${close.zone}, ${calendar} ${day}`);
  }
});

test("the instant is that of another implementation of the zones", () => {
  const zone = fc.constantFrom("America/New_York", "Europe/London", "UTC", "Asia/Tokyo", "Australia/Sydney", "America/Los_Angeles", "Asia/Kolkata");
  const time = fc.constantFrom("16:00", "17:00", "13:30", "24:00", "09:30", "00:00");
  fc.assert(
    fc.property(zone, time, fc.integer({ min: dayNumber("1993-01-01"), max: dayNumber("2028-12-31") }), (zone, time, day) => {
      assert.equal(closeInstant({ time, zone }, "24/7", day), naiveInstant(toDay(day), time, zone));
    }),
    { numRuns: 1000 },
  );
});

test("every session of the exchange closes at 16:00, or at the hour of its half day, of another implementation of the zones", () => {
  for (const session of sessionsBetween("XNYS", dayNumber("1993-01-01"), dayNumber("2028-12-31"))) {
    const time = halfDayOf("XNYS", session)?.close ?? "16:00";
    assert.equal(closeInstant(NEW_YORK, "XNYS", session), naiveInstant(toDay(session), time, NEW_YORK.zone));
  }
});

test("what is no session has no close", () => {
  const refuses = (day: string, message: RegExp) =>
    assert.throws(
      () => closeInstant(NEW_YORK, "XNYS", dayNumber(day)),
      (error) => error instanceof Problem && error.kind === "data" && message.test(error.message),
    );
  refuses("2025-01-09", /^calendar XNYS: expected a session; received 2025-01-09, Day of mourning, J\. Carter$/);
  refuses("2025-01-11", /^calendar XNYS: expected a session; received 2025-01-11, a weekend$/);
  refuses("2030-01-02", /^calendar XNYS: expected a day from 1993-01-01 to 2028-12-31; received 2030-01-02$/);
});

test("a time or a zone that is none is refused", () => {
  const day = dayNumber("2025-01-02");
  for (const time of ["4pm", "24:01", "16:60", "9:30", ""])
    assert.throws(() => closeInstant({ time, zone: "UTC" }, "24/7", day), /^RangeError: invalid time: /);
  assert.throws(() => closeInstant({ time: "16:00", zone: "America/New_Yrok" }, "24/7", day), RangeError);
});
