// What a note says of earlier ones: what has changed, and what came of the probabilities they put on record.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Markets, through } from "../../src/market/index.ts";
import { type EarlierNote, earlierNote, noteOf, type ScoredForecast, scored, toMarkdown } from "../../src/note/index.ts";
import { changesSince } from "../../src/note/sections/brief/changesSince.ts";
import { scorecard } from "../../src/note/sections/brief/scorecard.ts";
import { recordsKnown, type Study } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, foundingStudy, LAST_DAY } from "../case.ts";
import { proseOf } from "./parts.ts";

const then = foundingStudy(ARTICLE_DAY);
const now = foundingStudy(LAST_DAY);
const noted = earlierNote(then);
const forecast = noted.forecast!; // of 2025-12-11, due 2026-06-09: 38 % on a base of 33 %

/** The note of then with another forecast. */
const said = (changes: Partial<typeof forecast> = {}, note: Partial<EarlierNote> = {}): EarlierNote => ({
  ...noted,
  forecast: { ...forecast, ...changes },
  ...note,
});

/** What is known of the laggard: its records, from when they are listed, and its last session. */
function known(changes: { asOf?: string; days?: string[]; from?: string; last?: string | null; market?: string } = {}) {
  const { asOf = LAST_DAY, days = [], from = "2010-08-18", last = asOf, market = "BTC" } = changes;
  const row = now.markets.find(({ id }) => id === "BTC")!;
  const { on: _on, ...value } = row.last;
  return {
    asOf,
    markets: [{ ...row, id: market, last: last === null ? value : { ...value, on: last } }],
    recordDays: { from, markets: [{ ...now.recordDays.markets[0]!, market, days }] },
  };
}
const outcome = (one: EarlierNote, seen: Parameters<typeof scored>[1]): ScoredForecast["outcome"] | undefined => scored([one], seen)[0]?.outcome;

test("a forecast came when the laggard set a record after its day and not after the day it was due", () => {
  for (const [day, came] of [
    [ARTICLE_DAY, false], // on the day itself: it was known then
    ["2025-12-12", true],
    [forecast.due, true],
    ["2026-06-10", false],
  ] as const)
    assert.equal(outcome(said(), known({ days: ["2025-10-06", day] })), came ? "came" : "didNot", day);
});

test("a forecast is pending until its day has come, whatever came before", () => {
  assert.equal(outcome(said(), known({ asOf: "2026-06-08", days: ["2026-01-02"] })), "pending");
  assert.equal(outcome(said(), known({ asOf: forecast.due, days: ["2026-01-02"] })), "came");
  assert.equal(outcome(said(), known({ asOf: "2026-06-08", days: [] })), "pending");
});

test("what came is unknown where figures end before the day it was due, are none, or begin to be listed after the forecast", () => {
  for (const days of [[], ["2026-01-02"]]) {
    assert.equal(outcome(said(), known({ last: "2026-06-08", days })), "unknown");
    assert.equal(outcome(said(), known({ last: forecast.due, days })), days.length === 0 ? "didNot" : "came");
    assert.equal(outcome(said(), known({ last: null, days })), "unknown");
    assert.equal(outcome(said(), known({ market: "GLD", days })), "unknown");
    assert.equal(outcome(said(), known({ from: "2025-12-12", days })), "unknown");
    assert.equal(outcome(said(), known({ from: ARTICLE_DAY, days })), days.length === 0 ? "didNot" : "came");
  }
});

test("a forecast without a probability, of no market, or of a later day is not scored; the others stand by their day", () => {
  const none = { ...forecast.probability, value: null, reason: "fewer than five cases that can be counted" };
  const seen = known({ asOf: "2026-01-01" });
  assert.deepEqual(
    scored([said({ probability: none }), said({}, { laggard: null }), { ...noted, forecast: null }, said({}, { asOf: "2026-01-02" })], seen),
    [],
  );
  const days = ["2025-11-01", "2024-01-01", "2025-12-11"];
  assert.deepEqual(
    scored(
      days.map((asOf) => said({}, { asOf })),
      seen,
    ).map(({ asOf }) => asOf),
    [...days].sort(),
  );
});

// Witness: BTC's last record close is of 2025-10-06 (test/oracle/foundingCase.test.ts), so none came by 2026-06-09.
test("the article's forecast did not come", () => {
  assert.deepEqual(
    scored([noted], now).map(({ asOf, laggard, outcome }) => [asOf, laggard, outcome]),
    [[ARTICLE_DAY, "BTC", "didNot"]],
  );
  assert.equal(forecast.due, "2026-06-09"); // 180 days after 2025-12-11: 20 of December, 31, 28, 31, 30, 31 and 9 of June
});

test("records known without inference score alike", () => {
  assert.deepEqual(scored([noted], recordsKnown({ ...founding, asOf: LAST_DAY })), scored([noted], now));
  const { laggard: _, ...unasked } = founding.group;
  const group = { ...unasked, members: ["IWM", "SPY"], definitions: { ...unasked.definitions, showFrom: "2026-07-01" } };
  const whole = foundingStudy(LAST_DAY, { group });
  assert.equal(recordsKnown({ ...founding, group, asOf: LAST_DAY }).recordDays.from, whole.recordDays.from);
  // Without a pair the lists go back five years at least, whatever the group asks for.
  assert.equal(whole.recordDays.from, "2021-08-20");
});

test("what a note says of earlier forecasts does not change when later figures are removed", () => {
  const cut = (day: string): Markets =>
    Object.fromEntries(
      Object.entries(founding.markets).map(([id, { instrument, series }]) => [
        id,
        { instrument, series: Object.fromEntries(Object.entries(series).map(([field, one]) => [field, through(one, Date.parse(day) / 86_400_000)])) },
      ]),
    );
  const early = [said({}, { asOf: "2024-01-02", forecast: { ...forecast, from: "2024-01-02", due: "2024-06-30" } }), noted];
  for (const asOf of ["2024-06-29", "2024-06-30", "2025-12-31", "2026-06-09"]) {
    const [all, without] = [founding.markets, cut(asOf)].map((markets) => scored(early, recordsKnown({ ...founding, markets, asOf })));
    assert.deepEqual(without, all, asOf);
  }
  // Bitcoin set records in March 2024.
  assert.deepEqual(
    ["2024-06-29", "2024-06-30"].map((asOf) => scored(early, recordsKnown({ ...founding, asOf }))[0]?.outcome),
    ["pending", "came"],
  );
});

const changes = (study: Study, last: EarlierNote | undefined) => proseOf({ sections: [changesSince(study, last)] });
const record = (study: Study, list: readonly ScoredForecast[]) => proseOf({ sections: [scorecard(study, list)] }).split("\n");

test("what has changed since the last note: where the pair stands, which cases ended and opened, and the share", () => {
  assert.equal(
    changes(now, noted),
    "The last one was as of 2025-12-11. IWM stood at its record then and stands 2.4% below its record now; BTC stood 25.8% below its record then and stands 41.4% below its record now. " +
      "Ended: the case of 2025-12-04 on 2026-03-20 in roll-over. Opened: 2026-04-16. The share went from 43% to 40%, with 7 cases in place of 6.",
  );
  assert.equal(changes(now, undefined), "No earlier note on this group stands beside this one.");
  // Nothing has moved since a note of the same state.
  assert.equal(
    changes(now, { ...earlierNote(now), asOf: "2026-08-19" }),
    "The last one was as of 2026-08-19. IWM stood 2.4% below its record then and stands 2.4% below its record now; BTC stood 41.4% below its record then and stands 41.4% below its record now.",
  );
});

test("a case that opened and ended between two notes is said to have ended", () => {
  const early = { ...noted, asOf: "2025-11-28", cases: { asOf: "2025-11-28", open: null } };
  assert.match(changes(now, early), /Ended: the case of 2025-12-04 on 2026-03-20 in roll-over\. Opened: 2026-04-16\./);
});

test("states that were or are unknown are said so, and a market that the last note did not have is left out", () => {
  const state = (id: string, one: "unknown" | "record") => ({
    ...noted,
    markets: noted.markets.map((market) => (market.id === id ? { ...market, state: one } : market)),
  });
  assert.match(changes(now, state("BTC", "unknown")), /BTC was unknown then and stands 41\.4% below its record now/);
  assert.match(changes(now, state("BTC", "record")), /BTC stood at its record then/);
  const gone = structuredClone(now);
  Object.assign(gone.markets[6]!, { state: "unknown" });
  assert.match(changes(gone, noted), /BTC stood 25\.8% below its record then and is unknown now\./);
  assert.ok(!changes(now, { ...noted, markets: noted.markets.filter(({ id }) => id !== "BTC") }).includes("BTC stood"));
});

test("cases and shares of another pair are no earlier state of these", () => {
  const other = changes(now, { ...noted, laggard: "SLV" });
  assert.match(other, /Its cases were those of SLV\.$/);
  assert.ok(!/Ended|Opened|share/.test(other), other);
  assert.match(changes(now, { ...noted, laggard: null }), /It had no pair to count cases of\.$/);
});

test("a share that is unknown on either side is not compared", () => {
  const unknown = { ...noted, posterior: { ...noted.posterior, mean: { ...noted.posterior.mean, value: null } } };
  assert.ok(!changes(now, unknown).includes("share"));
});

test("earlier notes of the same day or later are left out, and the last of the others counts", () => {
  const of = (earlier: EarlierNote[]) => noteOf(now, { earlier });
  for (const asOf of [LAST_DAY, "2026-08-21", "2027-01-01"]) {
    const note = of([{ ...noted, asOf }]);
    assert.equal(proseOf(note, "changes"), "No earlier note on this group stands beside this one.");
    assert.equal(proseOf(note, "scorecard").split("\n").length, 1);
  }
  const note = of([{ ...noted, asOf: "2025-01-02" }, noted, { ...noted, asOf: LAST_DAY }]);
  assert.match(proseOf(note, "changes"), /^The last one was as of 2025-12-11\./);
  assert.equal(proseOf(note, "scorecard").split("\n").length, 3);
});

test("the probability on record is said with its base, and of what was due whether it came and which of the two was nearer", () => {
  const came = (one: ScoredForecast["outcome"], probability = 0.38, base = 0.33): ScoredForecast => ({
    asOf: ARTICLE_DAY,
    replayed: false,
    laggard: "BTC",
    forecast: { ...forecast, probability: { ...forecast.probability, value: probability }, base: { ...forecast.base, value: base } },
    outcome: one,
  });
  const [own, ...past] = record(now, [came("came"), came("didNot"), came("pending"), came("unknown"), came("came", 0.331, 0.329), came("didNot", 0.2, 0.4)]);
  assert.match(own!, /^Put on record, to be scored: a record of BTC by 2027-02-16, 28%, against a base of 26%\.$/);
  const was = "Put on record as of 2025-12-11, a record of BTC by 2026-06-09: 38%, base 33%";
  assert.deepEqual(past.slice(0, 4), [
    `${was}. It came; the probability was nearer.`,
    `${was}. It did not come; the base was nearer.`,
    `${was}; that day has not come.`,
    `${was}; what came is not known from the figures held.`,
  ]);
  assert.match(past[4]!, /33%, base 33%\. It came; neither was nearer\.$/);
  assert.match(past[5]!, /It did not come; the probability was nearer\.$/);
});

test("a note that was made with later figures at hand says so of its own probability, and later notes say it of theirs", () => {
  const again = earlierNote(then, { replayed: true });
  assert.deepEqual([noted.replayed, again.replayed, scored([again], now)[0]?.replayed], [false, true, true]);
  assert.match(record(now, scored([again], now))[1]!, /^Put on record as of 2025-12-11 \(a replay\), a record of BTC by 2026-06-09: 38%/);
  assert.match(proseOf({ sections: [scorecard(now, [], true)] }), /^Put on record in a replay, with later figures at hand, to be scored: a record of BTC/);
  const note = noteOf(then, { replayedFrom: LAST_DAY });
  assert.match(proseOf(note, "scorecard"), /in a replay/);
  assert.notDeepEqual(note.box, noteOf(then).box);
  assert.ok(!/replay/.test(toMarkdown(noteOf(then))));
});

test("without a probability the reason is said: no case is open, none is known, too few, or no base", () => {
  const closed = structuredClone(now);
  closed.catchUp.forecast = null;
  closed.cases.list.pop();
  assert.deepEqual(record(closed, []), ["No case is open, so that no probability is put on record."]);
  const baseless = structuredClone(now);
  baseless.catchUp.forecast = null;
  assert.deepEqual(record(baseless, []), ["A case is open, but without a base rate from where the laggard stands no probability is put on record."]);
  const few = structuredClone(now);
  Object.assign(few.catchUp.forecast!.probability, { value: null, reason: "fewer than five cases that can be counted" });
  assert.deepEqual(record(few, []), ["No probability is put on record: fewer than five cases that can be counted."]);
});

test("what a note hands on is plain: the same after it has been written and read", () => {
  assert.deepEqual(JSON.parse(JSON.stringify(noted)), noted);
  const { asOf, laggard, cases, markets } = noted;
  assert.deepEqual([asOf, laggard, cases.open, markets.length], [ARTICLE_DAY, "BTC", "2025-12-04", 7]);
  const read: EarlierNote = JSON.parse(JSON.stringify(noted));
  assert.equal(proseOf(noteOf(now, { earlier: [read] }), "changes"), changes(now, noted));
});
