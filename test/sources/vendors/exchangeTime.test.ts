import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../../../src/market/index.ts";
import { clockOf, exchangeTime } from "../../../src/sources/vendors/exchangeTime.ts";

const at = (utc: string, zone: string) => exchangeTime(Date.parse(utc) / 1000, clockOf(zone, "zone"), "stamp");

test("a stamp is the day and hour of its exchange, on both sides of a change of clocks", () => {
  // Worked by hand: New York is 5 hours behind UTC in winter, 4 in summer; in 2025 it changed on 9 March and 2 November, London on 30 March and
  // 26 October. 1927: five hours, no summer time in December. 1942-1945: four hours the whole year (war time).
  const stamps: [utc: string, zone: string, day: string, hour: number][] = [
    ["2025-03-07T14:30:00Z", "America/New_York", "2025-03-07", 9],
    ["2025-03-10T13:30:00Z", "America/New_York", "2025-03-10", 9],
    ["2025-03-10T03:59:59Z", "America/New_York", "2025-03-09", 23],
    ["2025-03-10T04:00:00Z", "America/New_York", "2025-03-10", 0],
    ["2025-10-31T13:30:00Z", "America/New_York", "2025-10-31", 9],
    ["2025-11-03T14:30:00Z", "America/New_York", "2025-11-03", 9],
    ["2025-03-28T00:00:00Z", "Europe/London", "2025-03-28", 0],
    ["2025-03-30T23:00:00Z", "Europe/London", "2025-03-31", 0],
    ["2025-10-26T23:00:00Z", "Europe/London", "2025-10-26", 23],
    ["1927-12-30T15:00:00Z", "America/New_York", "1927-12-30", 10],
    ["1944-01-03T14:00:00Z", "America/New_York", "1944-01-03", 10],
    ["1969-12-31T23:59:59Z", "UTC", "1969-12-31", 23],
    ["2024-02-29T23:00:00Z", "Asia/Tokyo", "2024-03-01", 8],
  ];
  for (const [utc, zone, day, hour] of stamps) assert.deepEqual(at(utc, zone), { day: dayNumber(day), hour }, `${utc} in ${zone}`);
});

test("what is no second of an exchange's history is refused", () => {
  const clock = clockOf("UTC", "zone");
  for (const seconds of [0.5, 1_741_271_400_000, -1e11, Number.NaN, Number.POSITIVE_INFINITY]) {
    assert.throws(() => exchangeTime(seconds, clock, "timestamp[3]"), { why: "malformed", message: /^timestamp\[3\]: expected whole seconds since 1970; / });
  }
});

test("a zone that there is not is refused", () => {
  for (const zone of ["America/Nowhere", "", "\u0000", null, undefined, 5, { toString: () => "UTC" }]) {
    assert.throws(() => clockOf(zone, "meta.zone"), { why: "malformed", message: /^meta\.zone: expected a time zone as America\/New_York; received / });
  }
});
