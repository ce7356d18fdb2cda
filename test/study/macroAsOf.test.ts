import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Day, dayNumber, type Markets, publicOn, type Reading, through, toDay } from "../../src/market/index.ts";
import { type Macro, type MacroFigures, macroOf, toJson } from "../../src/study/index.ts";
import { founding } from "../case.ts";

const { macro, markets, group } = founding;
const DAYS = ["2015-12-16", "2020-03-16", "2022-03-16", "2025-12-10", "2025-12-11", "2025-12-12", "2025-12-31", "2026-08-20"];
// Resampling is dear: the pair is asked on two of the days.
const WITH_PAIR = new Set(["2015-12-16", "2025-12-11"]);
const groupOn = (asOf: Day) => ({ ...group, members: WITH_PAIR.has(asOf) ? ["IWM", "SPY", "BTC"] : ["IWM", "BTC"] });

const pictures = new Map<Day, Macro>();
function pictureOf(asOf: Day): Macro {
  const known = pictures.get(asOf) ?? macroOf({ markets, macro, group: groupOn(asOf), asOf });
  pictures.set(asOf, known);
  return known;
}

const RECENT = 30; // days; no release of the table takes longer

/** Which values of a reading were public at the close of a day. */
function publicBy({ sessions, release }: Reading, asOf: Day): boolean[] {
  const day = dayNumber(asOf);
  return Array.from(sessions, (session) => session <= day && (session < day - RECENT || publicOn(session, release) <= day));
}

function cutMarkets(asOf: Day): Markets {
  return Object.fromEntries(
    Object.entries(markets).map(([id, { instrument, series }]) => [
      id,
      { instrument, series: Object.fromEntries(Object.entries(series).map(([field, one]) => [field, through(one, dayNumber(asOf))])) },
    ]),
  );
}

/** The figures as they were held by somebody who stopped on a day. */
function cut(asOf: Day): MacroFigures {
  const readings = Object.entries(macro.readings).map(([id, one]) => {
    const kept = publicBy(one, asOf);
    return [id, { ...one, sessions: one.sessions.filter((_, k) => kept[k]), values: one.values.filter((_, k) => kept[k]) }];
  });
  const until = <T extends { day: Day }>(all: readonly T[]) => all.filter(({ day }) => day <= asOf);
  return {
    readings: Object.fromEntries(readings),
    curves: until(macro.curves),
    operations: until(macro.operations),
    forecasts: until(macro.forecasts),
  };
}

/** The same figures with everything that came after a day changed. */
function changed(asOf: Day): MacroFigures {
  const readings = Object.entries(macro.readings).map(([id, one]) => {
    const kept = publicBy(one, asOf);
    // The target range stays one, and a balance a possible one.
    return [id, { ...one, values: one.values.map((value, k) => (kept[k] ? value : value * 1.5 + (id === "RRPONTSYD" ? 1 : 0))) }];
  });
  const later = <T extends { day: Day }>(all: readonly T[], change: (one: T) => T) => all.map((one) => (one.day <= asOf ? one : change(one)));
  return {
    readings: Object.fromEntries(readings),
    curves: later(macro.curves, (one) => ({ ...one, prices: { "2026-01": 90 } })),
    operations: later(macro.operations, (one) => ({ ...one, fields: { ...one.fields, submitted: null, accepted: 1e12 } })),
    forecasts: later(macro.forecasts, (one) => ({ ...one, fields: { ...one.fields, growthPct: -99 } })),
  };
}

// Why something is unknown may differ: without the later figures there is nothing that could begin later.
const withoutReasons = (text: string) => text.replaceAll(/"reason": "[^"]*"/g, '"reason": ""');

/** Where two pictures differ, as they are written; whole texts would fill a screen. */
function differing(a: Macro, b: Macro, written: (text: string) => string = (text) => text): string[] {
  const [left, right] = [a, b].map((one) => written(toJson(one)).split("\n"));
  return left!.flatMap((line, k) => (line === right![k] ? [] : [`${line.trim()} / ${right![k]?.trim()}`])).slice(0, 5);
}

for (const asOf of DAYS) {
  test(`the macro picture of ${asOf} is the same without everything that came later, and with other figures after it`, () => {
    assert.deepEqual(differing(macroOf({ markets: cutMarkets(asOf), macro: cut(asOf), group: groupOn(asOf), asOf }), pictureOf(asOf), withoutReasons), []);
    assert.deepEqual(differing(macroOf({ markets, macro: changed(asOf), group: groupOn(asOf), asOf }), pictureOf(asOf)), []);
  });
}

test("the law of as of holds on any day", () => {
  const [first, last] = [dayNumber("2014-02-03"), dayNumber("2026-08-20")];
  fc.assert(
    fc.property(fc.integer({ min: first, max: last }), (day) => {
      const asOf = toDay(day);
      const lone = { ...group, members: ["IWM"] };
      const stopped = macroOf({ markets: cutMarkets(asOf), macro: cut(asOf), group: lone, asOf });
      assert.deepEqual(differing(stopped, macroOf({ markets, macro, group: lone, asOf }), withoutReasons), [], asOf);
    }),
    { numRuns: 15, seed: 20_251_211 },
  );
});

// What may be later: meetings to come, months of the plan from its start, what an announcement of that day names, and when a figure
// of which only the year is known is certainly public.
const MAY_BE_LATER = [
  /^policy\.meetings\.\d+\.(day|note)$/,
  /^path\.(meetings|leftOut)\.\d+\.day$/,
  /^path\.horizons\.\d+\.meeting$/,
  /^path\.before\.\d+\.meetings\.\d+\.day$/,
  /^bills\.planMonths\.\d+\.(from|to)$/,
  /^earnings\.leftOut\.\d+\.why$/,
  // Where the history of a market begins that was not yet held.
  /^sensitivity\.unknownMarkets\.\d+\.reason$/,
];
const PLAN = "2025-12-12";

function later(asOf: Day, value: unknown, path = ""): string[] {
  if (typeof value === "string") {
    if (MAY_BE_LATER.some((allowed) => allowed.test(path))) return [];
    const days = value.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    return days.filter((day) => day > asOf && !(path.startsWith("bills.") && day === PLAN && asOf >= "2025-12-10")).map((day) => `${path}: ${day}`);
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, member]) => later(asOf, member, path === "" ? key : `${path}.${key}`));
}

test("no day of the answer lies after the day it is of, but for what was then to come", () => {
  for (const asOf of DAYS) {
    const picture = pictureOf(asOf);
    assert.deepEqual(later(asOf, picture), [], asOf);
    for (const { day, status, changeBp, note } of picture.policy.meetings) {
      assert.equal(status === "upcoming" || (status === "cancelled" && day > asOf), day > asOf, `${day} as of ${asOf}`);
      assert.equal(changeBp.value === null, status === "upcoming" || status === "cancelled");
      if (status === "upcoming") assert.equal(note, null);
    }
    for (const { from, state } of picture.bills.planMonths) assert.equal(state === "to come", from > asOf);
  }
  // The walk finds what it looks for.
  assert.deepEqual(later("2025-12-11", { a: [{ b: "until 2025-12-15" }] }), ["a.0.b: 2025-12-15"]);
});

// The rate was raised on 2015-12-16 at 14:00 and on 2022-03-16; on 2020-03-15, a Sunday, cut by a point to zero; the meeting of the 18th was called off.
test("a decision is known on its day", () => {
  const rangeOn = (asOf: Day) => {
    const { lower, upper } = pictureOf(asOf).policy;
    return [lower.value, upper.value, upper.on];
  };
  assert.deepEqual(rangeOn("2015-12-16"), [0.25, 0.5, "2015-12-16"]);
  assert.deepEqual(rangeOn("2020-03-16"), [0, 0.25, "2020-03-15"]);
  assert.deepEqual(rangeOn("2022-03-16"), [0.25, 0.5, "2022-03-16"]);
  assert.deepEqual(rangeOn("2025-12-10"), [3.5, 3.75, "2025-12-10"]);
  const march = pictureOf("2020-03-16").policy.meetings.filter(({ day }) => day.startsWith("2020-03"));
  assert.deepEqual(
    march.map(({ day, kind, status, changeBp }) => [day, kind, status, changeBp.value]),
    [
      ["2020-03-03", "unscheduled", "decided", -50],
      ["2020-03-15", "unscheduled", "decided", -100],
      ["2020-03-18", "scheduled", "cancelled", null],
    ],
  );
  // The day before nobody knew.
  const before = macroOf({ markets, macro, group: { ...group, members: ["IWM"] }, asOf: "2020-03-13" }).policy;
  assert.deepEqual(
    [before.upper.value, before.meetings.filter(({ day }) => day.startsWith("2020-03")).map(({ status }) => status)],
    [1.25, ["decided", "upcoming"]],
  );
});

test("each part looks from the last figure that was public: a Thursday lacks the balance sheet of its Wednesday, a Friday has it", () => {
  const ends = (asOf: Day) => {
    const { policy, liquidity, sensitivity } = pictureOf(asOf);
    return [policy.effective.on, liquidity.net.on, sensitivity.spans.at(-1)?.to];
  };
  assert.deepEqual(ends("2025-12-10"), ["2025-12-09", "2025-12-03", "2025-12-08"]);
  assert.deepEqual(ends("2025-12-11"), ["2025-12-10", "2025-12-03", "2025-12-09"]);
  assert.deepEqual(ends("2025-12-12"), ["2025-12-11", "2025-12-10", "2025-12-10"]);
  assert.deepEqual(ends("2026-08-20"), ["2026-08-19", "2026-08-12", "2026-08-18"]);
});

// Of the meetings of 2025-10-29 and 2025-12-10 the table remarks what was announced there.
test("of a meeting to come nothing is said but its day", () => {
  const { meetings } = macroOf({ markets, macro, group: { ...group, members: ["IWM"] }, asOf: "2025-10-28" }).policy;
  const ahead = meetings.filter(({ day }) => day > "2025-10-28");
  assert.deepEqual(
    ahead.slice(0, 2).map(({ day, status, note, decidedBy, changeBp }) => [day, status, note, decidedBy, changeBp.value]),
    [
      ["2025-10-29", "upcoming", null, null, null],
      ["2025-12-10", "upcoming", null, null, null],
    ],
  );
});

test("a curve is not there before its day", () => {
  assert.equal(pictureOf("2025-12-10").path.curve, null);
  assert.equal(pictureOf("2025-12-11").path.curve?.day, "2025-12-11");
});
