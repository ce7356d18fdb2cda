import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { coincidenceCheck } from "../../../src/claims/check/together/coincidenceCheck.ts";
import { sessionsApart } from "../../../src/claims/check/together/sessionsApart.ts";
import { yearLows } from "../../../src/claims/check/together/yearLows.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { World } from "../../../src/claims/check/world.ts";
import type { Coinciding } from "../../../src/claims/claim.ts";
import { series } from "../../arbitraries.ts";
import { founding } from "../../case.ts";
import { claimOf, day, days, of, PUBLISHED, worldOn } from "./claimsSaid.ts";
import { column, lowest } from "./fromCsv.ts";

const SINCE_2020 = days("2020-01-01", PUBLISHED, "year", { relation: "since" });

function check(often: Coinciding["often"], on: Coinciding["on"], rest: { what?: Coinciding["what"]; ids?: string[]; world?: World } = {}) {
  const { what = "highs", ids = ["IWM", "BTC"], world = worldOn(PUBLISHED) } = rest;
  return coincidenceCheck(claimOf("coincidence", { subjects: of(...ids), what, often, on }), world);
}

test("whether small caps' record closes since 2020 coincide with bitcoin's depends on window and clock", () => {
  const answer = check("usually", SINCE_2020);
  assert.equal(verdictOf(answer), "depends-on-definition");
  const [{ judged } = { judged: [] }] = answer.parts;
  assert.deepEqual(
    judged.map(({ label, verdict }) => [label, verdict]),
    [
      ["on the same session, BTC at 24:00 UTC", "contradicted"],
      ["within 5 sessions, BTC at 24:00 UTC", "contradicted"],
      ["within 20 sessions, BTC at 24:00 UTC", "contradicted"],
      ["on the same session, BTC at 16:00 New York", "contradicted"],
      ["within 5 sessions, BTC at 16:00 New York", "contradicted"],
      ["within 20 sessions, BTC at 16:00 New York", "supported"],
    ],
  );
  assert.match(judged[1]!.says, /^27 of 39 record closes of IWM \(69\.2 %\) with one of BTC, 29 of 71 /);
  assert.equal(verdictOf(check("usually", SINCE_2020, { ids: ["BTC", "IWM"] })), "depends-on-definition", "in either order");
});

// A slow twin on the files: weekends go to the sessions on either side; New York's records must exceed what bitcoin had reached before 2018-05-15.
test("the shares of a habit are those counted one by one from the files", () => {
  const sessions = column("IWM", "close", "2025-12-11").map(([on]) => on);
  const records = (entries: [string, number][], floor = 0) => {
    let best = floor;
    return entries.flatMap(([on, value], k) => {
      const isRecord = value > best && (k > 0 || floor > 0);
      if (value > best) best = value;
      return isRecord && on >= "2020-01-01" ? [on] : [];
    });
  };
  const reached = column("BTC", "close", "2018-05-14").reduce((best, [, value]) => Math.max(best, value), 0);
  const small = records(column("IWM", "close", "2025-12-11"));
  const placeOf = (on: string) => {
    const at = sessions.indexOf(on);
    const next = sessions.findIndex((session) => session > on);
    return at >= 0 ? [at] : [next - 1, next];
  };
  const places = new Map(column("BTC", "close", "2025-12-11").map(([on]) => [on, on < "2020" ? [] : placeOf(on)]));
  const apart = (one: string, other: string) => Math.min(...places.get(one)!.flatMap((a) => places.get(other)!.map((b) => Math.abs(a - b))));
  const share = (ours: string[], theirs: string[], window: number) => ours.filter((a) => theirs.some((b) => apart(a, b) <= window)).length / ours.length;
  const clocks = [records(column("BTC", "close", "2025-12-11")), records(column("BTC-NY16", "close", "2025-12-11"), reached)];
  const expected = clocks.flatMap((bitcoin) => [0, 5, 20].map((window) => Math.min(share(small, bitcoin, window), share(bitcoin, small, window))));
  assert.deepEqual(
    check("usually", SINCE_2020).parts[0]!.judged.map(({ value }) => value?.value),
    expected,
  );
});

test("each word for a habit has its own share", () => {
  const shares = (often: Coinciding["often"], ids?: string[]) =>
    check(often, SINCE_2020, ids ? { ids } : {}).parts[0]!.judged.map(({ verdict }) => verdict === "supported");
  // By 24:00 UTC the smaller share is 14, 41 and 48 %, the larger 28, 69 and 92; by 16:00 New York 17, 43 and 52 and 28, 64 and 90.
  assert.deepEqual(shares("sometimes"), [true, true, true, true, true, true]);
  assert.deepEqual(shares("rarely"), [false, false, false, false, false, false]);
  assert.deepEqual(shares("always"), [false, false, false, false, false, false]);
  // Large caps and the Dow: 46 % on the same session, 76 and 89 % within 5 and 20.
  assert.deepEqual(shares("usually", ["SPY", "DIA"]), [false, true, true]);
});

test("a habit is judged only over a time of which the figures are held, and of five events at least", () => {
  const early = check("usually", days("2005-01-01", PUBLISHED, "year", { relation: "since" }));
  assert.equal(verdictOf(early), "not-checkable");
  assert.equal(early.parts[0]!.needed, "closes of BTC from 2005-01-01 on: those held begin on 2010-08-18");
  assert.equal(verdictOf(check("usually", days("2022-01-01", "2023-12-31", "years"))), "not-checkable");
});

test("the two did not coincide in early November 2024", () => {
  const answer = check("once", days("2024-11-01", "2024-11-10", "part"));
  assert.equal(verdictOf(answer), "contradicted");
  // claims.yaml: no record close of small caps in November 2024; an intraday one on the 25th, 15 days after the part of the month.
  assert.match(answer.parts[0]!.judged[1]!.says, /IWM: no intraday record from 2024-11-01 to 2024-11-10, the nearest is of 2024-11-25/);
});

test("in mid October 2025 they did but for bitcoin's record of the 6th, five days before", () => {
  assert.equal(verdictOf(check("once", days("2025-10-11", "2025-10-20", "part"))), "imprecise");
  assert.equal(verdictOf(check("once", day("2025-10-06"))), "supported");
  assert.equal(verdictOf(check("once", day("2025-10-07"))), "contradicted", "a day is right or wrong");
});

test("in November 2021 they did", () => {
  const answer = check("once", days("2021-11-01", "2021-11-30", "month"));
  assert.equal(verdictOf(answer), "supported");
  assert.equal(answer.parts[0]!.judged[0]!.says, "IWM: record close of 2021-11-08; BTC: record close of 2021-11-08");
  assert.deepEqual(
    answer.rows.filter(({ field }) => field === "close").map(({ market, on, value }) => [market, on, Math.round(value * 100) / 100]),
    // levels.csv: 242.56 and 67,549.14 (six digits of it).
    [
      ["IWM", "2021-11-08", 242.56],
      ["BTC", "2021-11-08", 67549.2],
      ["BTC-NY16", "2021-11-09", 67360.8],
    ],
  );
});

test("they did not bottom together on 21 November 2025", () => {
  const answer = check("once", day("2025-11-21"), { what: "lows" });
  assert.equal(verdictOf(answer), "contradicted");
  const low = (id: string, field: string) => lowest(column(id, field, PUBLISHED).filter(([on]) => on >= "2025-10-22"))[0];
  assert.deepEqual([low("IWM", "close"), low("IWM", "low"), low("BTC", "close"), low("BTC", "low")], ["2025-11-20", "2025-11-20", "2025-11-22", "2025-11-21"]);
  assert.equal(answer.parts[0]!.judged[1]!.says, "IWM: no lowest price on 2025-11-21, the nearest is of 2025-11-20; BTC: lowest price of 2025-11-21");
});

test("lows as a habit are those of 52 weeks", () => {
  const { judged } = check("usually", null, { what: "lows" }).parts[0]!;
  assert.equal(judged.length, 6);
  assert.match(judged[0]!.says, /^\d+ of 57 52-week lows by close of IWM/);
  // A slow twin: 57 closes of small caps since bitcoin is held lie strictly below every close of the 364 days before.
  const closes = column("IWM", "close", "2025-12-11").map(([on, value]) => [Date.parse(on) / 86_400_000, value] as const);
  const low = ([on, value]: readonly [number, number]) => closes.every(([other, level]) => other >= on || other < on - 364 || value < level);
  assert.equal(closes.filter((one) => one[0] >= Date.parse("2010-08-18") / 86_400_000 && low(one)).length, 57);
});

test("without an occasion the last session decides, and the day of publication is tried as well", () => {
  const labels = check("once", null).parts[0]!.judged.map(({ label }) => label);
  assert.deepEqual(labels.slice(0, 3), ["close, BTC at 24:00 UTC", "intraday", "close, BTC at 16:00 New York"]);
  assert.ok(labels.includes("close, BTC at 24:00 UTC, on 2025-12-12"));
  assert.equal(verdictOf(check("once", null, { ids: ["SPY", "DIA"] })), "supported");
  assert.equal(verdictOf(check("once", null, { ids: ["SPY", "DIA"], world: worldOn("2025-12-14") })), "contradicted", "on Sunday the last session is Friday");
});

test("a market without figures, a market alone and a time to come are not checkable", () => {
  for (const answer of [check("usually", null, { ids: ["IWM", "ETH"] }), check("once", null, { ids: ["IWM"] }), check("once", day("2025-12-15"))]) {
    assert.equal(verdictOf(answer), "not-checkable");
    assert.ok(answer.parts[0]!.needed);
  }
  const { BTC: _, ...markets } = founding.markets;
  assert.equal(verdictOf(check("once", day("2024-11-06"), { world: worldOn(PUBLISHED, markets) })), "not-checkable");
});

test("a day between two sessions belongs to both", () => {
  // Thursday, Friday, Monday.
  const sessions = Int32Array.of(3, 4, 7);
  assert.deepEqual(
    [sessionsApart(sessions, 4, 5), sessionsApart(sessions, 6, 7), sessionsApart(sessions, 5, 6), sessionsApart(sessions, 3, 6), sessionsApart(sessions, 7, 3)],
    [0, 0, 0, 1, 2],
  );
});

test("the lows of 52 weeks are those found by looking at every value before", () => {
  fc.assert(
    fc.property(series(), fc.integer({ min: 1, max: 40 }), (one, stretch) => {
      const sessions = one.sessions.map((session) => session * stretch);
      const held = [...one.values].flatMap((value, k) => (Number.isNaN(value) ? [] : [{ value, on: sessions[k]! }]));
      const expected = held.filter(
        ({ value, on }) => on - held[0]!.on >= 364 && held.every((other) => other.on >= on || other.on < on - 364 || value < other.value),
      );
      assert.deepEqual(
        yearLows({ ...one, sessions }),
        expected.map(({ on }) => on),
      );
    }),
    { numRuns: 200, seed: 7 },
  );
});
