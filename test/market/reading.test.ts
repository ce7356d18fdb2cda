import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayNumber, Problem, publicOn, type Reading, type Release, readingKnown, toDay, toReading } from "../../src/market/index.ts";

const H15: Release = { calendar: "US-FED", after: 1, time: "16:15" };
const H41: Release = { calendar: "US-FED", after: 1, time: "16:30" };
const EFFR: Release = { calendar: "US-FED", after: 1, time: "09:00" };
const REPO: Release = { calendar: "US-BOND", after: 0, time: "13:15" };

const of = (days: readonly string[], values: readonly number[], release: Release = H15): Reading =>
  toReading({ id: "DGS2", name: "yield", unit: "percent", source: "hand", release, sessions: days.map(dayNumber), values });
const knownOf = (reading: Reading, asOf: string) => {
  const { sessions, values } = readingKnown(reading, asOf);
  return [[...sessions].map(toDay), [...values]];
};

// Worked out with a calendar: 2025-11-27 is Thanksgiving, 2025-11-11 Veterans Day, 2025-12-25 Christmas, 2026-01-01 New Year, all Thursdays but the second,
// a Tuesday. What comes at 16:15 or 16:30 counts from the next day.
const PUBLIC: [what: string, day: string, release: Release, from: string][] = [
  ["a Tuesday's yield, published on Wednesday at 16:15", "2025-12-09", H15, "2025-12-11"],
  ["a Friday's yield, published on Monday", "2025-12-05", H15, "2025-12-09"],
  ["a Monday's yield before Veterans Day", "2025-11-10", H15, "2025-11-13"],
  ["a Wednesday's balance sheet, published on Thursday at 16:30", "2025-12-10", H41, "2025-12-12"],
  ["that of the eve of Thanksgiving, published on Friday", "2025-11-26", H41, "2025-11-29"],
  ["that of Christmas Eve", "2025-12-24", H41, "2025-12-27"],
  ["that of New Year's Eve", "2025-12-31", H41, "2026-01-03"],
  ["a rate, published the next morning", "2025-12-10", EFFR, "2025-12-11"],
  ["a Friday's rate", "2025-12-12", EFFR, "2025-12-15"],
  ["an operation of the day itself", "2025-12-11", REPO, "2025-12-11"],
  ["an operation dated on a Saturday", "2025-12-13", REPO, "2025-12-15"],
];

for (const [what, day, release, from] of PUBLIC) {
  test(`${what} is known at the close of ${from}`, () => assert.equal(toDay(publicOn(dayNumber(day), release)), from));
}

test("what comes at the close counts from the next day, a minute before it from the day itself", () => {
  const at = (time: string) => toDay(publicOn(dayNumber("2025-12-10"), { calendar: "US-FED", after: 1, time }));
  assert.deepEqual([at("15:59"), at("16:00"), at("16:01")], ["2025-12-11", "2025-12-12", "2025-12-12"]);
});

test("several sessions after, and around the clock, days are counted as the calendar has them", () => {
  const of = (calendar: Release["calendar"], after: number) => toDay(publicOn(dayNumber("2025-11-25"), { calendar, after, time: "09:00" }));
  assert.deepEqual([of("US-FED", 2), of("US-FED", 3), of("24/7", 2), of("24/7", 0)], ["2025-11-28", "2025-12-01", "2025-11-27", "2025-11-25"]);
});

test("what is known ends with the last value that was public and begins with the first that there is", () => {
  const days = ["2025-12-04", "2025-12-05", "2025-12-08", "2025-12-09", "2025-12-10"];
  const reading = of(days, [Number.NaN, 3.56, Number.NaN, 3.61, 3.54]);
  assert.deepEqual(knownOf(reading, "2025-12-11"), [days.slice(1, 4), [3.56, Number.NaN, 3.61]]);
  assert.deepEqual(knownOf(reading, "2025-12-12"), [days.slice(1), [3.56, Number.NaN, 3.61, 3.54]]);
  // A day without a value is no last value.
  assert.deepEqual(knownOf(reading, "2025-12-10"), [["2025-12-05"], [3.56]]);
  assert.deepEqual(knownOf(reading, "2025-12-08"), [[], []]);
  assert.deepEqual(knownOf(of([], []), "2025-12-08"), [[], []]);
  assert.deepEqual(
    knownOf(
      of(
        days,
        days.map(() => Number.NaN),
      ),
      "2026-01-08",
    ),
    [[], []],
  );
});

test("zero and values below it are values", () => {
  assert.deepEqual(knownOf(of(["2025-12-04", "2025-12-05"], [0, -0.25]), "2025-12-11")[1], [0, -0.25]);
});

test("what is known is a view of the reading, which stays as it is", () => {
  const reading = of(["2025-12-04", "2025-12-05", "2025-12-10"], [1, 2, 3]);
  const before = structuredClone(reading);
  const known = readingKnown(reading, "2025-12-11");
  assert.equal(known.values.buffer, reading.values.buffer);
  assert.deepEqual(reading, before);
  assert.deepEqual([known.id, known.unit, known.release], ["DGS2", "percent", H15]);
});

test("what is known on a day is what is left of the reading when all that came later is taken away", () => {
  const first = dayNumber("2025-10-01");
  const value = fc.oneof(fc.double({ min: -5, max: 20, noNaN: true }), fc.constant(Number.NaN));
  const rows = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 0, maxLength: 40 }).map((days) => days.sort((a, b) => a - b));
  fc.assert(
    fc.property(
      rows,
      fc.array(value, { minLength: 40, maxLength: 40 }),
      fc.constantFrom(H15, H41, EFFR, REPO),
      fc.integer({ min: 0, max: 130 }),
      (days, values, release, on) => {
        const sessions = days.map((day) => first + day);
        const reading = toReading({ id: "A", name: "a", unit: "percent", source: "hand", release, sessions, values: values.slice(0, days.length) });
        const asOf = first + on;
        const rest = sessions.map((session, k) => ({ session, value: values[k]! })).filter(({ session }) => publicOn(session, release) <= asOf);
        const held = rest.map(({ value: one }) => !Number.isNaN(one));
        const expected = held.includes(true) ? rest.slice(held.indexOf(true), held.lastIndexOf(true) + 1) : [];
        const known = readingKnown(reading, toDay(asOf));
        assert.deepEqual(
          [...known.sessions],
          expected.map(({ session }) => session),
        );
        assert.deepEqual(
          [...known.values],
          expected.map(({ value: one }) => one),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test("a reading that is none is refused by name, day and what came", () => {
  const make = (sessions: number[], values: number[]) => () =>
    toReading({ id: "DGS2", name: "yield", unit: "percent", source: "rates.csv", release: H15, sessions, values });
  const refused = (run: () => unknown, message: string) =>
    assert.throws(run, (error) => error instanceof Problem && error.message === `DGS2, rates.csv: ${message}`);
  refused(make([1, 2], [1]), "expected as many values as days; received 1 and 2");
  refused(make([1.5], [1]), "a day must be a whole number; received 1.5");
  refused(make([2, 2], [1, 1]), "days must ascend; received 1970-01-03 after 1970-01-03");
  refused(make([2, 1], [1, 1]), "days must ascend; received 1970-01-02 after 1970-01-03");
  refused(make([1], [Number.POSITIVE_INFINITY]), "expected a finite number or none; received Infinity on 1970-01-02");
});
