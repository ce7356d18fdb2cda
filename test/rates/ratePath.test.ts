import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Problem } from "../../src/market/index.ts";
import {
  addedOdds,
  contractCode,
  contractMonth,
  type ImpliedMeeting,
  meetingDays,
  meetingsAsOf,
  pathChange,
  pricedBy,
  type RatePath,
  RULES,
  rangeAfter,
  ratePath,
  stepOdds,
} from "../../src/rates/index.ts";
import { monthAverage, rangeOdds } from "../naive/rangeOdds.ts";

const near = (actual: number | null | undefined, expected: number, tolerance = 1e-6) =>
  assert.ok(typeof actual === "number" && Math.abs(actual - expected) <= tolerance, `expected ${expected}, received ${actual}`);
const at = (path: RatePath, day: string): ImpliedMeeting => {
  const found = path.meetings.find(({ meeting }) => meeting === day);
  assert.ok(found, `no meeting of ${day}`);
  return found;
};
const oddsOf = ({ ranges }: ImpliedMeeting) => Object.fromEntries(ranges.map(({ lowerBp, probability }) => [lowerBp, probability]));
const nearOdds = (meeting: ImpliedMeeting, expected: Record<number, number>, tolerance = 1e-6) => {
  assert.deepEqual(Object.keys(oddsOf(meeting)), Object.keys(expected));
  for (const [lower, probability] of Object.entries(expected)) near(oddsOf(meeting)[Number(lower)], probability, tolerance);
};

// The figures of the first three tests are those of CME's own documents, which work them out: "CME Group FedWatch" of August 2015, the spreadsheet "Fedwatch
// Calculation Examples" with settlements of 2022-09-12, and "Understanding the CME Group FedWatch Tool Methodology" of 2023.
test("CME's example of 2015: a hike priced at 53.6 percent", () => {
  const path = ratePath({
    prices: { ZQQ15: 99.8675, ZQU15: 99.805 },
    meetings: ["2015-07-29", "2015-09-17", "2015-10-28"],
    targetRange: { lower: 0, upper: 0.25 },
    asOf: "2015-08-20",
    rule: "tool-2023",
  });
  const september = at(path, "2015-09-17");
  near(september.start, 0.1325);
  near(september.end, 0.2664286);
  near(september.hike, 0.5357143);
  near(september.hold, 0.4642857);
});

const SEPTEMBER_2022 = { ZQU22: 97.4475, ZQV22: 96.94, ZQX22: 96.43 };
const CALENDAR_2022 = ["2022-07-27", "2022-09-21", "2022-11-02", "2022-12-14"];

test("CME's spreadsheet of 2022: the day of the decision at the new rate", () => {
  const path = ratePath({
    prices: SEPTEMBER_2022,
    meetings: CALENDAR_2022,
    targetRange: { lower: 2.25, upper: 2.5 },
    asOf: "2022-09-12",
    rule: "article-2015",
  });
  near(at(path, "2022-09-21").start, 2.29875);
  near(at(path, "2022-09-21").end, 3.06);
  near(at(path, "2022-09-21").changeBp, 76.125);
  near(at(path, "2022-11-02").end, 3.5875862);
});

test("CME's article of 2023: the day of the decision at the old rate, and the tree of both meetings", () => {
  const path = ratePath({
    prices: SEPTEMBER_2022,
    meetings: CALENDAR_2022,
    targetRange: { lower: 2.25, upper: 2.5 },
    asOf: "2022-09-12",
    rule: "article",
  });
  near(at(path, "2022-09-21").start, 2.335);
  nearOdds(at(path, "2022-09-21"), { 275: 0.1, 300: 0.9 });
  near(at(path, "2022-11-02").end, 3.6064286);
  assert.deepEqual(
    at(path, "2022-11-02").step.map(({ changeBp, probability }) => [changeBp, Math.round(probability * 1e6) / 1e6]),
    [
      [50, 0.814286],
      [75, 0.185714],
    ],
  );
  nearOdds(at(path, "2022-11-02"), { 325: 0.0814286, 350: 0.7514286, 375: 0.1671429 });
});

test("the curve of 2025-12-11 prices about 56 basis points of cuts by the meeting of 2026-12-09", () => {
  const rows = readFileSync(new URL("../../cases/small-caps-and-bitcoin/fed-funds-futures-2025-12-11.csv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const prices = Object.fromEntries(rows.map((row) => row.split(",")).map(([month, price]) => [month!, Number(price)]));
  const known = meetingsAsOf("2025-12-11");
  const path = ratePath({ prices, meetings: meetingDays(known), targetRange: rangeAfter(known)!, asOf: "2025-12-11" });
  // By hand: January's average 3.64 with 3.58 on its last three days gives 3.646429 before; January 2027's 3.09 with 3.095 on its last four gives 3.089259.
  near(pricedBy(path, "2026-12-09")?.cumulativeBp, -55.716931, 1e-5);
  assert.equal(pricedBy(path, "2026-12-31")?.meeting, "2026-12-09");
  assert.equal(pricedBy(path, "2026-01-27"), undefined);
  near(at(path, "2026-01-28").cut, 0.265714);
  assert.equal(path.meetings.at(-1)?.meeting, "2027-04-28");
  // Two days at the new rate: a tick in the price is many in the rate.
  assert.ok(at(path, "2027-04-28").leverage > 15);
});

test("a meeting on the last day of its month follows from the month after it", () => {
  const prices = { ZQZ23: 94.67, ZQF24: 94.67, ZQG24: 94.73, ZQH24: 94.75, ZQJ24: 94.8 };
  const input = { meetings: ["2023-12-13", "2024-01-31", "2024-03-20"], targetRange: { lower: 5.25, upper: 5.5 }, asOf: "2024-01-02" };
  const path = ratePath({ ...input, prices });
  // By hand: January's average is the rate before, February's the rate after: -6 bp = -0.24 steps; March the same way to April: -7 bp = -0.28.
  near(at(path, "2024-01-31").start, 5.33);
  near(at(path, "2024-01-31").end, 5.27);
  nearOdds(at(path, "2024-01-31"), { 500: 0.24, 525: 0.76 });
  nearOdds(at(path, "2024-03-20"), { 475: 0.0672, 500: 0.3856, 525: 0.5472 });
  // Without February nothing says what comes after it.
  const { ZQG24: _, ...without } = prices;
  const unknown = at(ratePath({ ...input, prices: without }), "2024-01-31");
  assert.equal(unknown.end, null);
  assert.equal(unknown.reason, "no price of ZQG24");
});

test("a meeting on the first day of its month, at the new rate, follows from the month before it", () => {
  const prices = { ZQF23: 95.67, ZQG23: 95.43, ZQH23: 95.33, ZQJ23: 95.1 };
  const input = { meetings: ["2023-02-01", "2023-03-22"], targetRange: { lower: 4.25, upper: 4.5 }, asOf: "2023-01-10", rule: "tool-2023" as const };
  const path = ratePath({ ...input, prices });
  near(at(path, "2023-02-01").start, 4.33);
  // By hand: March's average 4.67 with 4.9 on ten days (22 to 31) leaves (31 * 4.67 - 10 * 4.9) / 21 before, which is also what came after February's meeting.
  near(at(path, "2023-02-01").end, (31 * 4.67 - 10 * 4.9) / 21);
  // No day of February has the old rate, so that its own price says nothing of it: January's does under every rule.
  near(at(ratePath({ ...input, prices, rule: "article-2015" }), "2023-02-01").start, 4.33);
});

const BROKEN = { ZQQ26: 96.37, ZQU26: 96.28, ZQV26: 96.19, ZQX26: 96.12, ZQF27: 96.01, ZQG27: 95.97 };
const AUGUST_2026 = {
  meetings: ["2026-07-29", "2026-09-16", "2026-10-28", "2026-12-09", "2027-01-27"],
  targetRange: { lower: 3.5, upper: 3.75 },
  asOf: "2026-08-20",
};

test("a missing price leaves unknown what hangs on it, and nothing else", () => {
  const path = ratePath({ ...AUGUST_2026, prices: BROKEN });
  // November and January hold December between them. By hand: January's average 3.99 with 4.03 on its last four days leaves (31 * 3.99 - 4 * 4.03) / 27.
  near(at(path, "2026-12-09").start, 3.88);
  near(at(path, "2026-12-09").end, (31 * 3.99 - 4 * 4.03) / 27);
  const { ZQG27: _, ...less } = BROKEN;
  const cut = ratePath({ ...AUGUST_2026, prices: less });
  assert.deepEqual(at(cut, "2026-10-28"), at(path, "2026-10-28"));
  for (const day of ["2026-12-09", "2027-01-27"]) {
    const { changeBp, ranges, cut: easier, hold, hike } = at(cut, day);
    assert.deepEqual([changeBp, ranges, easier, hold, hike], [null, [], null, null, null]);
  }
  assert.equal(at(cut, "2026-12-09").reason, "no price of ZQZ26");
  assert.equal(at(cut, "2027-01-27").reason, "no price of ZQG27");
});

test("after an unknown step the sum of changes is still said where the curve pins it, the odds are not", () => {
  const prices = { ZQQ26: 96.37, ZQU26: 96.28, ZQV26: 96.19, ZQF27: 96.01, ZQG27: 95.97 };
  const path = ratePath({ ...AUGUST_2026, prices });
  // Without November, October's end and December's start are open; January's meeting stands on its own and February's price.
  const january = at(path, "2027-01-27");
  near(january.end, 4.03);
  near(january.cumulativeBp, 40);
  assert.deepEqual([january.ranges, january.cut, january.reason], [[], null, "the change at an earlier meeting is not known"]);
});

test("of two meetings in one month the prices tell only the sum", () => {
  const prices = { ZQG20: 98.42, ZQH20: 98.8, ZQJ20: 99.2, ZQK20: 99.25 };
  const path = ratePath({
    prices,
    meetings: ["2020-01-29", "2020-03-03", "2020-03-18", "2020-04-29"],
    targetRange: { lower: 1, upper: 1.25 },
    asOf: "2020-03-04",
  });
  assert.match(at(path, "2020-03-18").reason ?? "", /same month/);
  assert.match(at(path, "2020-04-29").reason ?? "", /earlier meeting/);
  near(at(path, "2020-04-29").end, 0.75);
});

test("a meeting that is over still makes its month one with a meeting", () => {
  const prices = { ZQX25: 96.12, ZQZ25: 96.28, ZQF26: 96.36, ZQG26: 96.42 };
  const input = { prices, targetRange: { lower: 3.5, upper: 3.75 }, asOf: "2025-12-11" };
  const full = at(ratePath({ ...input, meetings: ["2025-12-10", "2026-01-28"] }), "2026-01-28");
  const upcomingOnly = at(ratePath({ ...input, meetings: ["2026-01-28"] }), "2026-01-28");
  near(full.start, (31 * 3.64 - 3 * 3.58) / 28);
  near(upcomingOnly.start, 3.72);
});

test("the rules differ: what each reads off one curve", () => {
  const prices = { ZQQ26: 96.37, ZQU26: 96.2625, ZQV26: 96.125, ZQX26: 96.02 };
  const input = { prices, meetings: ["2026-07-29", "2026-09-16", "2026-10-28"], targetRange: { lower: 3.5, upper: 3.75 }, asOf: "2026-09-15" };
  const hikes = Object.keys(RULES).map((rule) => at(ratePath({ ...input, rule: rule as keyof typeof RULES }), "2026-09-16").hike);
  assert.equal(new Set(hikes).size, 4);
  // By hand, both sides pinned: 3.63 before; October 28 by its own month and November's 3.98: (31 * 3.875 - 3 * 3.98) / 28 = 3.86375 after.
  near(hikes[0], 0.935);
  near(at(ratePath({ ...input, rule: { anchors: "end", daycount: "incl" } }), "2026-09-16").hike, 0.946875);
});

test("what cannot be read is named", () => {
  const good = { prices: { ZQF24: 94.67 }, meetings: ["2024-01-31"], targetRange: { lower: 5.25, upper: 5.5 }, asOf: "2024-01-02" };
  const refused = (change: object, kind: string, message: RegExp) =>
    assert.throws(
      () => ratePath({ ...good, ...change }),
      (error) => error instanceof Problem && error.kind === kind && message.test(error.message),
    );
  refused({ prices: { ZQF24: 5.33 } }, "data", /expected a price of 100 less percent, between 75 and 105; received 5.33 for ZQF24/);
  refused({ prices: { ZQF24: Number.NaN } }, "data", /received NaN/);
  refused({ prices: {} }, "data", /expected prices of some months; received none/);
  refused({ prices: { ZQF24: 94.67, "2024-01": 94.67 } }, "data", /each month once/);
  refused({ prices: { ZQA24: 94.67 } }, "usage", /expected a month as 2025-12 or a contract as ZQZ25; received "ZQA24"/);
  refused({ targetRange: { lower: 525, upper: 550 } }, "data", /0.25 wide/);
  refused({ targetRange: { lower: 0.0525, upper: 0.055 } }, "data", /received 0.0525 to 0.055/);
  refused({ asOf: "2024-1-2" }, "usage", /as of/);
  refused({ meetings: ["31.01.2024"] }, "usage", /meetings/);
  refused({ rule: "newest" }, "usage", /expected a rule \(tool, article, tool-2023, article-2015\)/);
  assert.deepEqual(ratePath({ ...good, asOf: "2024-01-31" }).meetings, []);
});

test("months and contracts name each other", () => {
  const months = Array.from({ length: 12 }, (_, k) => `2027-${String(k + 1).padStart(2, "0")}`);
  // Witness: CME's codes of delivery months.
  const codes = "FGHJKMNQUVXZ".split("").map((letter) => `ZQ${letter}27`);
  assert.deepEqual(months.map(contractCode), codes);
  assert.deepEqual(codes.map(contractMonth), months);
  assert.deepEqual(months.map(contractMonth), months);
  for (const text of ["", "ZQ=F", "ZQA26", "ZQH2026", "ZQH26.CBT", "zqh26", "2026-13", "26-01"]) assert.throws(() => contractMonth(text), Problem, text);
});

test("changes are split between two steps so that the mean stays", () => {
  assert.deepEqual(stepOdds(0), [{ changeBp: 0, probability: 1 }]);
  assert.deepEqual(stepOdds(50), [{ changeBp: 50, probability: 1 }]);
  // Rounding in the last digits of prices makes no third outcome.
  assert.deepEqual(stepOdds(25 - 1e-9), [{ changeBp: 25, probability: 1 }]);
  assert.throws(() => stepOdds(Number.NaN), /invalid change: NaN/);
  fc.assert(
    fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (change) => {
      const odds = stepOdds(change);
      near(
        odds.reduce((sum, { probability }) => sum + probability, 0),
        1,
        1e-12,
      );
      near(
        odds.reduce((sum, { changeBp, probability }) => sum + changeBp * probability, 0),
        change,
        1e-5,
      );
    }),
  );
});

test("the tree is that of every sequence of outcomes", () => {
  const step = fc.double({ min: -80, max: 80, noNaN: true }).map(stepOdds);
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      const sums = steps.reduce(addedOdds, [{ changeBp: 0, probability: 1 }]);
      const slow = rangeOdds(steps);
      assert.deepEqual(
        sums.map(({ changeBp }) => changeBp),
        [...slow.keys()].sort((a, b) => a - b),
      );
      for (const { changeBp, probability } of sums) near(probability, slow.get(changeBp)!, 1e-12);
    }),
    { numRuns: 60 },
  );
});

/** A path of rates with a meeting every six or seven weeks, and the prices of its months without error. */
const world = fc
  .record({
    changes: fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 8, maxLength: 8 }),
    start: fc.double({ min: 1, max: 6, noNaN: true }),
    dayOld: fc.boolean(),
  })
  .map(({ changes, start, dayOld }) => {
    const meetings = ["2026-01-28", "2026-03-18", "2026-04-29", "2026-06-17", "2026-07-29", "2026-09-16", "2026-10-28", "2026-12-09"];
    const rates = [start];
    for (const change of changes) rates.push(rates.at(-1)! + change / 100);
    const prices = Object.fromEntries(
      Array.from({ length: 14 }, (_, k) => {
        const month = k === 0 ? "2025-12" : k === 13 ? "2027-01" : `2026-${String(k).padStart(2, "0")}`;
        const before = meetings.filter((day) => day.slice(0, 7) < month).length;
        const own = meetings.find((day) => day.startsWith(month));
        const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
        const average = own ? monthAverage({ days, decided: Number(own.slice(8)), old: rates[before]!, next: rates[before + 1]!, dayOld }) : rates[before]!;
        return [month, 100 - average];
      }),
    );
    return { meetings, rates, prices, changes, daycount: dayOld ? ("incl" as const) : ("excl" as const) };
  });
const range = { lower: 3.5, upper: 3.75 };

test("prices made from a path give the path back, under both day counts and both sets of anchors", () => {
  fc.assert(
    fc.property(world, fc.constantFrom("both" as const, "end" as const), ({ meetings, rates, prices, changes, daycount }, anchors) => {
      const path = ratePath({ prices, meetings, targetRange: range, asOf: "2025-12-31", rule: { anchors, daycount } });
      for (const [k, { start, end, changeBp, ranges, cut, hold, hike, cumulativeBp }] of path.meetings.entries()) {
        near(start, rates[k]!, 1e-6);
        near(end, rates[k + 1]!, 1e-6);
        near(changeBp, changes[k]!, 1e-4);
        near(cumulativeBp, (rates[k + 1]! - rates[0]!) * 100, 1e-4);
        near(
          ranges.reduce((sum, { probability }) => sum + probability, 0),
          1,
          1e-12,
        );
        near(cut! + hold! + hike!, 1, 1e-12);
        // The mean of the tree is the sum of the changes.
        near(
          ranges.reduce((sum, { lowerBp, probability }) => sum + (lowerBp - 350) * probability, 0),
          cumulativeBp!,
          1e-3,
        );
      }
    }),
    { numRuns: 100 },
  );
});

test("a curve and a range that are shifted together imply the same odds, shifted", () => {
  fc.assert(
    fc.property(world, fc.integer({ min: -8, max: 8 }), ({ prices, meetings }, steps) => {
      const by = steps * 0.25;
      const input = { meetings, asOf: "2025-12-31" };
      const path = ratePath({ ...input, prices, targetRange: range });
      const shifted = ratePath({
        ...input,
        prices: Object.fromEntries(Object.entries(prices).map(([month, price]) => [month, price - by])),
        targetRange: { lower: range.lower + by, upper: range.upper + by },
      });
      for (const [k, meeting] of path.meetings.entries()) {
        const other = shifted.meetings[k]!;
        near(other.end! - meeting.end!, by, 1e-9);
        assert.equal(other.ranges.length, meeting.ranges.length);
        for (const [j, { lowerBp, probability }] of meeting.ranges.entries()) {
          assert.equal(other.ranges[j]!.lowerBp, lowerBp + steps * 25);
          near(other.ranges[j]!.probability, probability, 1e-7);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("inputs stay as they are, keys of both kinds and any order give the same path", () => {
  const meetings = Object.freeze(["2026-10-28", "2026-07-29", "2026-09-16", "2026-12-09", "2027-01-27"]);
  const prices = Object.freeze({ ...BROKEN });
  const path = ratePath({ ...AUGUST_2026, meetings, prices });
  const byMonth = Object.fromEntries(
    Object.entries(prices)
      .reverse()
      .map(([code, price]) => [contractMonth(code), price]),
  );
  assert.deepEqual(ratePath({ ...AUGUST_2026, prices: byMonth }), path);
});

test("a change of the path is said by meeting; odds only while the range in force is the same", () => {
  const before = ratePath({ ...AUGUST_2026, prices: { ...BROKEN, ZQV26: 96.2 } });
  const now = ratePath({ ...AUGUST_2026, prices: BROKEN });
  const [september] = pathChange(now, before);
  // By hand: October's average 1 bp higher, three of its 31 days at 3.88: 31/28 of a basis point on the rate before its meeting.
  near(september?.endBp, 31 / 28, 1e-9);
  near(september?.hike, 31 / 28 / 25, 1e-9);
  const other = ratePath({ ...AUGUST_2026, prices: BROKEN, targetRange: { lower: 3.75, upper: 4 } });
  assert.deepEqual(pathChange(other, before)[0]?.hike, null);
  assert.equal(pathChange(now, { ...before, meetings: [] })[0]?.endBp, null);
});
