import assert from "node:assert/strict";
import { test } from "node:test";
import { levelCheck } from "../../../src/claims/check/records/levelCheck.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { ClaimOf } from "../../../src/claims/claim.ts";
import type { Period } from "../../../src/claims/mention.ts";
import { claimOf, day, days, number, of, PUBLISHED, worldOn } from "./claimsSaid.ts";
import { column, highest } from "./fromCsv.ts";

const dollars = (value: number, step: number) => number(value, "USD", step);
const answer = (how: ClaimOf<"level">["how"], level: ClaimOf<"level">["level"], on: Period | null = null, subjects = of("BTC"), published = PUBLISHED) =>
  levelCheck(claimOf("level", { subjects, level, how, on }), worldOn(published));
const verdict = (...args: Parameters<typeof answer>) => verdictOf(answer(...args));

const within = (market: string, name: string, first: string, last: string) => column(market, name, last).filter(([on]) => on >= first);

test("bitcoin reached 126,000 on 2025-10-06: in October it did, in the middle of October almost", () => {
  const [on, high] = highest(column("BTC", "high", PUBLISHED));
  assert.equal(on, "2025-10-06");
  assert.equal(Math.round(high / 1000), 126);
  const level = dollars(126_000, 1000);
  assert.equal(verdict("reached", level), "supported");
  assert.equal(verdict("reached", level, days("2025-10-01", "2025-10-31", "month")), "supported");
  const mid = answer("reached", level, days("2025-10-11", "2025-10-20", "part"));
  assert.equal(verdictOf(mid), "imprecise");
  assert.equal(mid.parts[0]!.judged[0]!.says, "session high of 126,200 USD on 2025-10-06, outside the period");
  assert.equal(verdict("reached", level, day("2025-10-09")), "contradicted");
  assert.equal(verdict("reached", dollars(127_000, 1000)), "imprecise");
  assert.equal(verdict("reached", dollars(130_000, 1000)), "contradicted");
});

test("a level that was passed by was reached, and one below the lowest low was not", () => {
  const october = days("2025-10-01", "2025-10-31", "month");
  // Low 145.714 million of 2025-10-10 in BTC.csv: about 102,000.
  assert.equal(verdict("reached", dollars(110_500, 100), october), "supported");
  // The lowest low of the month after was about 80,600, on 2025-11-21.
  assert.equal(verdict("reached", dollars(95_000, 1000), october), "imprecise");
  assert.equal(verdict("reached", dollars(75_000, 1000), october), "contradicted");
});

test("bitcoin was not above 90,000 in early November 2024; it was ten days later", () => {
  const early = days("2024-11-01", "2024-11-10", "part");
  assert.ok(highest(within("BTC", "high", early.first, early.last))[1] < 85_000);
  assert.ok(highest(within("BTC", "close", "2024-11-11", "2024-11-20"))[1] > 90_000);
  for (const step of [1000, 10_000]) assert.equal(verdict("above", dollars(90_000, step), early), "imprecise");
  assert.equal(verdict("above", dollars(90_000, 1000), day("2024-11-10")), "contradicted");
  assert.equal(verdict("below", dollars(90_000, 1000), early), "supported");
});

test("above or below a level now is said of the last close before the publication, or of its own", () => {
  // Closes 92,513 and, on the day of publication, 90,269.
  assert.equal(verdict("above", dollars(92_000, 1000)), "supported");
  assert.equal(verdict("below", dollars(91_000, 1000)), "depends-on-definition");
  assert.equal(verdict("above", dollars(95_000, 1000)), "contradicted");
  // A Sunday: the exchange has no session to add.
  const sunday = answer("below", dollars(200, 1), null, of("IWM"), "2025-12-14");
  assert.deepEqual(
    sunday.parts[0]!.judged.map(({ label }) => label),
    ["close"],
  );
});

test("a close is right to its own last place", () => {
  const iwm = of("IWM");
  assert.equal(verdict("closedAt", dollars(257.8, 0.01), day("2025-12-11"), iwm), "supported");
  assert.equal(verdict("closedAt", dollars(257.81, 0.01), day("2025-12-11"), iwm), "imprecise");
  assert.equal(verdict("closedAt", dollars(257.9, 0.01), day("2025-12-11"), iwm), "contradicted");
  assert.equal(verdict("closedAt", dollars(257.8, 0.01), day("2025-12-10"), iwm), "contradicted");
  assert.equal(verdict("closedAt", dollars(257.8, 0.01), day("2025-12-06"), iwm), "contradicted");
  assert.equal(answer("closedAt", dollars(257.8, 0.01), day("2025-12-06"), iwm).parts[0]!.judged[0]!.says, "no session on 2025-12-06");
  assert.equal(verdict("above", dollars(250, 1), day("2025-12-06"), iwm), "supported", "a Saturday stands where Friday left it");
});

test("at a level is between the close before and the low and high of the day", () => {
  // 2025-12-12: close before 92,513, low about 89,480, high about 92,750.
  assert.equal(verdict("at", dollars(91_000, 1000)), "supported");
  assert.equal(verdict("at", dollars(97_000, 1000)), "contradicted");
  // The S&P 500's fund has no lows here: the two closes, 689.17 and 681.76.
  assert.equal(verdict("at", dollars(685, 1), null, of("SPY")), "supported");
  assert.equal(verdict("at", dollars(700, 1), null, of("SPY")), "contradicted");
  assert.equal(verdict("at", dollars(689.17, 0.01), day("2025-12-06"), of("SPY")), "contradicted");
});

test("the level of an index is not that of a fund on it, and one in another currency is not held", () => {
  const index = { of: [{ name: "S&P 500", candidates: ["SPY"], as: "index" as const }], kind: false };
  assert.equal(verdict("closedAt", number(6900, "none", 100), null, index), "not-checkable");
  assert.equal(verdict("closedAt", number(79_000, "EUR", 1000)), "not-checkable");
  assert.equal(verdict("closedAt", dollars(92_513, 1), day("2025-12-15")), "not-checkable");
});
