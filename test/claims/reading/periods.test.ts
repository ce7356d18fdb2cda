import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Period } from "../../../src/claims/mention.ts";
import { periodsIn } from "../../../src/claims/reading/days/periodsIn.ts";
import { parseDay, toDay } from "../../../src/market/index.ts";

// Friday. The days expected are those of a wall calendar: 2025-12-11 is a Thursday, 2025-12-08 a Monday.
const PUBLISHED = "2025-12-12";

type Read = [
  span: string,
  first: string,
  last: string,
  precision: Period["precision"],
  relation?: Period["relation"] | "future" | "future since" | "future until",
];

function read(sentence: string, published = PUBLISHED): Read[] {
  return periodsIn(sentence, published).map(({ from, to, first, last, precision, relation, future }) => {
    const how = `${future ? "future " : ""}${relation}`.replace(/^future in$/, "future");
    return [sentence.slice(from, to), first, last, precision, ...(how === "in" ? [] : [how])] as Read;
  });
}

function reads(cases: readonly (readonly [string, ...Read[]])[], published = PUBLISHED): void {
  for (const [sentence, ...expected] of cases) assert.deepEqual(read(sentence, published), expected, sentence);
}

const NOW = PUBLISHED;

test("weekdays are the last that have come, unless the sentence looks forward", () =>
  reads([
    ["It closed at a record on Thursday.", ["on Thursday", "2025-12-11", "2025-12-11", "day"]],
    ["Thursday's close", ["Thursday's", "2025-12-11", "2025-12-11", "day"]],
    ["It rose on Friday.", ["on Friday", NOW, NOW, "day"]],
    ["last Friday", ["last Friday", "2025-12-05", "2025-12-05", "day"]],
    ["this Wednesday", ["this Wednesday", "2025-12-10", "2025-12-10", "day"]],
    ["next Tuesday", ["next Tuesday", "2025-12-16", "2025-12-16", "day", "future"]],
    ["Purchases begin on Friday.", ["on Friday", NOW, NOW, "day"]],
    ["It will meet on Wednesday.", ["on Wednesday", "2025-12-17", "2025-12-17", "day", "future"]],
    [
      "It will begin on Monday, the Fed said on Wednesday.",
      ["on Monday", "2025-12-15", "2025-12-15", "day", "future"],
      ["on Wednesday", "2025-12-10", "2025-12-10", "day"],
    ],
    ["Data were weaker than expected on Thursday.", ["on Thursday", "2025-12-11", "2025-12-11", "day"]],
    ["Thursday, Dec. 11, and Wed., Dec. 10", ["Thursday, Dec. 11", "2025-12-11", "2025-12-11", "day"], ["Wed., Dec. 10", "2025-12-10", "2025-12-10", "day"]],
    ["Tuesday of last week", ["Tuesday of last week", "2025-12-02", "2025-12-02", "day"]],
    ["Good Friday and Black Monday"],
    ["the previous Friday"],
  ]));

test("every weekday of a week before is within seven days", () => {
  const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
  for (let today = 20_400; today < 20_414; today++) {
    for (const [k, name] of names.entries()) {
      const [one] = periodsIn(`It fell on ${name}.`, toDay(today));
      const day = parseDay(one!.first)!;
      // 1970-01-05 was a Monday.
      assert.equal((((day - 4) % 7) + 7) % 7, k, name);
      assert.ok(day <= today && day > today - 7, name);
      assert.deepEqual([one!.first, one!.precision, one!.future], [one!.last, "day", false]);
    }
  }
});

test("days that are written out", () => {
  const forms = [
    "11 December 2025",
    "Dec. 11, 2025",
    "December 11, 2025",
    "11th of December 2025",
    "2025-12-11",
    "December 11th 2025",
    "11.12.2025",
    "11 December",
    "Dec 11",
  ];
  for (const form of forms) assert.deepEqual(read(`It set a record on ${form}.`), [[`on ${form}`, "2025-12-11", "2025-12-11", "day"]], form);
  reads([
    ["on 12/11/2025"],
    ["on 12/13/2024", ["on 12/13/2024", "2024-12-13", "2024-12-13", "day"]],
    ["on 13/12/2024", ["on 13/12/2024", "2024-12-13", "2024-12-13", "day"]],
    ["on 31 November"],
    ["on 29 February 2025"],
    ["on 29 February", ["on 29 February", "2024-02-29", "2024-02-29", "day"]],
    ["on 14 December", ["on 14 December", "2024-12-14", "2024-12-14", "day"]],
    ["its next meeting on January 27-28", ["on January 27-28", "2026-01-27", "2026-01-28", "day", "future"]],
    ["6-10 October", ["6-10 October", "2025-10-06", "2025-10-10", "day"]],
    ["on the 21st", ["on the 21st", "2025-11-21", "2025-11-21", "day"]],
    ["on 1 May 2150 and in 1850"],
  ]);
});

test("months, and their parts", () =>
  reads([
    ["October's record", ["October's", "2025-10-01", "2025-10-31", "month"]],
    ["its October record", ["October", "2025-10-01", "2025-10-31", "month"]],
    ["in November 2021", ["in November 2021", "2021-11-01", "2021-11-30", "month"]],
    ["in December", ["in December", "2025-12-01", "2025-12-31", "month"]],
    ["It is due in October.", ["in October", "2026-10-01", "2026-10-31", "month", "future"]],
    ["early November 2024", ["early November 2024", "2024-11-01", "2024-11-10", "part"]],
    ["in mid-October", ["in mid-October", "2025-10-11", "2025-10-20", "part"]],
    ["late in October", ["late in October", "2025-10-21", "2025-10-31", "part"]],
    ["the end of November", ["the end of November", "2025-11-21", "2025-11-30", "part"]],
    ["the first week of October", ["the first week of October", "2025-10-01", "2025-10-07", "week"]],
    ["last December", ["last December", "2024-12-01", "2024-12-31", "month"]],
    ["in March 2020", ["in March 2020", "2020-03-01", "2020-03-31", "month"]],
    ["They may march to a record, and march on."],
    ["In May it may fall.", ["In May", "2025-05-01", "2025-05-31", "month"]],
    ["The Sun rises, Sat said, at Mar-a-Lago."],
  ]));

test("quarters, halves and years", () =>
  reads([
    ["in the third quarter", ["in the third quarter", "2025-07-01", "2025-09-30", "quarter"]],
    ["Q3 2025 and 3Q25", ["Q3 2025", "2025-07-01", "2025-09-30", "quarter"], ["3Q25", "2025-07-01", "2025-09-30", "quarter"]],
    ["the fourth quarter of last year", ["the fourth quarter of last year", "2024-10-01", "2024-12-31", "quarter"]],
    ["H1 2026", ["H1 2026", "2026-01-01", "2026-06-30", "part", "future"]],
    ["It lost a quarter."],
    ["the second quarter-point cut"],
    ["in 2021", ["in 2021", "2021-01-01", "2021-12-31", "year"]],
    ["2026 earnings", ["2026", "2026-01-01", "2026-12-31", "year", "future"]],
    ["early 2024", ["early 2024", "2024-01-01", "2024-04-30", "part"]],
    ["late last year", ["late last year", "2024-09-01", "2024-12-31", "part"]],
    ["2020-2021", ["2020-2021", "2020-01-01", "2021-12-31", "years"]],
    ["next year", ["next year", "2026-01-01", "2026-12-31", "year", "future"]],
    ["It reached 2000 and 2000 points, above $2000."],
    ["above 2020 levels", ["2020", "2020-01-01", "2020-12-31", "year"]],
    ["the Russell 2000"],
  ]));

test("from the day of publication", () =>
  reads([
    ["today", ["today", NOW, NOW, "day"]],
    ["yesterday", ["yesterday", "2025-12-11", "2025-12-11", "day"]],
    ["tomorrow", ["tomorrow", "2025-12-13", "2025-12-13", "day", "future"]],
    ["this week", ["this week", "2025-12-08", "2025-12-14", "week"]],
    ["last week", ["last week", "2025-12-01", "2025-12-07", "week"]],
    ["last month", ["last month", "2025-11-01", "2025-11-30", "month"]],
    ["last quarter", ["last quarter", "2025-07-01", "2025-09-30", "quarter"]],
    ["this year", ["this year", "2025-01-01", "2025-12-31", "year"]],
    ["year to date", ["year to date", "2025-01-01", NOW, "year"]],
    ["YTD", ["YTD", "2025-01-01", NOW, "year"]],
    ["so far this month", ["so far this month", "2025-12-01", NOW, "month"]],
    ["down 5 % on the week", ["on the week", "2025-12-08", NOW, "week"]],
    ["over the past year", ["over the past year", "2024-12-12", NOW, "year", "past"]],
    ["the past five years", ["the past five years", "2020-12-12", NOW, "years", "past"]],
    ["in the last three months", ["in the last three months", "2025-09-12", NOW, "quarter", "past"]],
    ["for the first time in five years", ["in five years", "2020-12-12", NOW, "years", "past"]],
    ["over the next 12 months", ["over the next 12 months", NOW, "2026-12-12", "year", "future"]],
    ["It will do so within two years.", ["within two years", NOW, "2027-12-12", "years", "future"]],
    ["two weeks ago", ["two weeks ago", "2025-11-24", "2025-11-30", "week"]],
    ["the same day, that day, the day before, a year earlier"],
  ]));

test("since, until and between", () =>
  reads([
    ["Since 2020, they rise.", ["Since 2020", "2020-01-01", NOW, "year", "since"]],
    ["since November 2024", ["since November 2024", "2024-11-01", NOW, "month", "since"]],
    ["since last Friday", ["since last Friday", "2025-12-05", NOW, "day", "since"]],
    ["since the end of 2024", ["since the end of 2024", "2024-12-31", NOW, "part", "since"]],
    ["from 12 December", ["from 12 December", NOW, NOW, "day", "since"]],
    ["It will buy bills from 15 December.", ["from 15 December", "2025-12-15", "2025-12-15", "day", "future since"]],
    ["starting in January", ["starting in January", "2026-01-01", "2026-01-31", "month", "future since"]],
    ["by the end of 2026", ["by the end of 2026", NOW, "2026-12-31", "part", "future until"]],
    ["Futures imply cuts by March.", ["by March", NOW, "2026-03-31", "month", "future until"]],
    ["through 2027", ["through 2027", NOW, "2027-12-31", "year", "future until"]],
    ["before 2020", ["before 2020", "1900-01-01", "2019-12-31", "year", "until"]],
    ["between 6 October and 21 November", ["between 6 October and 21 November", "2025-10-06", "2025-11-21", "day"]],
    ["from October 6, 2024 to November 21", ["from October 6, 2024 to November 21", "2024-10-06", "2024-11-21", "day"]],
    ["from 28 December to 3 January", ["from 28 December to 3 January", "2024-12-28", "2025-01-03", "day"]],
    ["from Monday to Wednesday", ["from Monday to Wednesday", "2025-12-08", "2025-12-10", "day"]],
    ["down from October's record", ["from October's", "2025-10-01", "2025-10-31", "month"]],
  ]));

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const anyDay = fc.integer({ min: parseDay("1901-01-01")!, max: parseDay("2099-12-31")! }).map(toDay);
const WRITERS: readonly ((year: string, month: string, date: number) => string)[] = [
  (year, month, date) => `${date} ${month} ${year}`,
  (year, month, date) => `${month} ${date}, ${year}`,
  (year, month, date) => `${month.slice(0, 3)}. ${date}, ${year}`,
];

test("a day that is written is read back, from any day of publication", () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.constantFrom(...WRITERS), (day, published, write) => {
      const month = MONTHS[Number(day.slice(5, 7)) - 1]!;
      // "May." is no short form.
      fc.pre(month !== "May" || write === WRITERS[0]);
      const said = write(day.slice(0, 4), month, Number(day.slice(8)));
      const sentence = `It set a record on ${said} there.`;
      const [one, ...more] = periodsIn(sentence, published);
      assert.deepEqual(more, [], sentence);
      assert.equal(sentence.slice(one!.from, one!.to), `on ${said}`);
      assert.deepEqual([one!.first, one!.last, one!.precision, one!.relation, one!.future], [day, day, "day", "in", day > published]);
    }),
    { numRuns: 300 },
  );
});

test("a month without its year is the last that has begun", () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...MONTHS), (published, month) => {
      const [one] = periodsIn(`It peaked in ${month}.`, published);
      assert.ok(one!.first <= published, published);
      // A year later it would not have begun.
      assert.ok(`${Number(one!.first.slice(0, 4)) + 1}${one!.first.slice(4)}` > published, published);
      assert.equal(one!.first.slice(5, 7), String(MONTHS.indexOf(month) + 1).padStart(2, "0"));
    }),
  );
});

const PIECES =
  "Thursday last October 11 2021 , . - since by from to and between the end of early Q3 3Q25 year to date next 12 months in five years ago will 2025-12-11 2100 1900 31 February past week ' s Dec th 9999 weekend half".split(
    " ",
  );
const salad = fc.array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom("", " ")), { maxLength: 40 }).map((pieces) => pieces.flat().join(""));
const anyText = fc.oneof(salad, fc.string({ unit: "binary", maxLength: 200 }), fc.string({ unit: "grapheme", maxLength: 200 }));

test("of any text the periods ascend, do not overlap, and are days from 1900 to 2100", () => {
  fc.assert(
    fc.property(anyText, fc.oneof(anyDay, fc.constantFrom("1900-01-01", "2100-12-31", "0001-01-01", "9999-12-31")), (sentence, published) => {
      let end = 0;
      for (const { from, to, first, last } of periodsIn(sentence, published)) {
        assert.ok(from >= end && to > from && to <= sentence.length, sentence);
        assert.ok(parseDay(first) !== undefined && parseDay(last) !== undefined && first <= last, sentence);
        assert.ok(first >= "1900-01-01" && last <= "2100-12-31", sentence);
        end = to;
      }
    }),
    { numRuns: 2000 },
  );
});

test("the day of publication has to be a day", () => assert.throws(() => periodsIn("on Thursday", "2025-02-30"), RangeError));

test("a hundred thousand characters of anything are read in time", () => {
  for (const piece of ["1", "a ", "1-", "2020 to ", "6 October to ", "in the past ", "Thursday, "]) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    const began = performance.now();
    periodsIn(text, PUBLISHED);
    // Linear is a second at most on a slow machine; quadratic were minutes.
    assert.ok(performance.now() - began < 15_000, piece);
  }
});
