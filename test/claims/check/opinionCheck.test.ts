import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { csvParse } from "d3-dsv";
import { opinionCheck } from "../../../src/claims/check/since/opinionCheck.ts";
import { sinceOf } from "../../../src/claims/check/since/since.ts";
import type { ClaimOf } from "../../../src/claims/claim.ts";
import { ARTICLE_DAY, foundingStudy } from "../../case.ts";
import { on, period, quantity, said, stopped, subject, worldOf } from "./macroClaims.ts";

const BITCOIN = subject("bitcoin", "BTC");
const answer = (parts: Partial<ClaimOf<"opinion">>, world = worldOf()) =>
  opinionCheck(said("opinion", { subjects: BITCOIN, about: "catchUp", ...parts }), world);

const closes = (id: string) =>
  csvParse(readFileSync(new URL(`../../../cases/small-caps-and-bitcoin/${id}.csv`, import.meta.url), "utf8"))
    .filter(({ close }) => close !== "" && close !== undefined)
    .map((row) => ({ day: row.date!, close: Number(row.close) }));
const at = (rows: ReturnType<typeof closes>, day: string) => rows.find((row) => row.day === day)!.close;

/** Slow twin: closes after a day above every one before. */
function recordsAfter(rows: ReturnType<typeof closes>, day: string): number {
  return rows.filter((row, k) => row.day > day && rows.slice(0, k).every((before) => before.close < row.close)).length;
}

test("catch-up: the base rate is the study's own, the outcome what the file says", () => {
  const { parts, rows, forecast } = answer({});
  assert.deepEqual([parts.length, parts[0]!.judged.length, parts[0]!.about, parts[0]!.needed], [1, 0, "BTC", null]);
  const rung = foundingStudy(ARTICLE_DAY).catchUp.now!.rungs.find(({ horizon }) => horizon.value === 180)!;
  assert.ok(rung.matched.value !== null);
  assert.equal(forecast!.baseRate.value, rung.matched.value);
  assert.deepEqual(forecast!.baseRate.interval, rung.matched.interval);
  const btc = closes("BTC");
  const change = at(btc, "2026-08-20") / at(btc, ARTICLE_DAY) - 1;
  assert.ok(Math.abs(forecast!.outcome.value! - change) < 1e-5);
  assert.equal(change.toFixed(2), "-0.21");
  assert.equal(recordsAfter(btc, "2025-12-12"), 0);
  assert.match(forecast!.says, /25\.8 % below its record on 2025-12-11; base rate of a record within 180 days: \d+\.\d %, by its own days in a like state/);
  assert.match(forecast!.says, /down 2[01]\.\d % by 2026-08-20, no record close since; its time ended on 2026-06-09/);
  assert.deepEqual(
    rows.map(({ market, on: day, field }) => [market, day, field]),
    [["BTC", ARTICLE_DAY, "close"]],
  );
});

test("every held market has a base rate, by its own days or by a random walk; one at its record has none", () => {
  const study = foundingStudy(ARTICLE_DAY);
  for (const id of ["QQQ", "GLD"]) {
    const { forecast } = answer({ about: "record", subjects: subject(id, id) });
    const { value } = forecast!.baseRate;
    assert.ok(value !== null && value > 0 && value < 1, `${id} ${value}`);
  }
  assert.equal(study.markets.find(({ id }) => id === "IWM")!.state, "record");
  const { forecast } = answer({ about: "record", subjects: subject("small caps", "IWM", "RUT") });
  assert.equal(forecast!.baseRate.value, null);
  assert.match(forecast!.baseRate.reason ?? "", /at its record/);
  const records = recordsAfter(closes("IWM"), "2025-12-12");
  assert.ok(records > 0);
  assert.ok(forecast!.says.includes(`${records} record closes since`), forecast!.says);
});

test("a time that is said stands for the horizon; one that has not passed is said to be open", () => {
  const { forecast } = answer({ by: period("2026-01-01", "2026-12-31", "year", { future: true, relation: "until" }) });
  assert.match(forecast!.says, /within 385 days/);
  assert.match(forecast!.says, /ends on 2026-12-31 and has not passed by the last figure, of 2026-08-20/);
});

test("a level: its distance, a random walk's chance, and whether it came", () => {
  const dollars = (value: number) => quantity(value, "USD", 10_000);
  const higher = answer({ about: "level", level: dollars(200_000) }).forecast!;
  assert.equal(higher.outcome.value, 0);
  assert.ok(higher.baseRate.value! > 0 && higher.baseRate.value! < 0.2);
  assert.match(higher.says, /not reached; its time ended/);
  // Bitcoin fell below 80,000 in 2026.
  const lower = answer({ about: "level", level: dollars(80_000) }).forecast!;
  assert.equal(lower.outcome.value, 1);
  assert.ok(lower.outcome.on! > "2025-12-12");
  assert.ok(lower.baseRate.value! > higher.baseRate.value!);
  const open = answer({ about: "level", level: dollars(200_000), by: on("2027-12-31", { future: true }) }).forecast!;
  assert.equal(open.outcome.value, null);
  assert.match(open.outcome.reason ?? "", /not so far/);
  assert.match(answer({ about: "level", level: quantity(200_000, "EUR", 1e4) }).parts[0]!.needed ?? "", /in EUR/);
  assert.equal(answer({ about: "level", level: quantity(0, "USD", 1) }).forecast, undefined);
  // The level of an index is not that of a fund on it.
  const index = { of: [{ name: "S&P 500", candidates: ["SPY", "SPX"], as: "index" as const }], kind: false };
  assert.match(answer({ about: "level", level: quantity(8000, "none", 100), subjects: index }).parts[0]!.needed ?? "", /a fund on it/);
});

test("a market without figures has no forecast, and says what is needed; an opinion on none has neither", () => {
  const ether = answer({ subjects: subject("ether") });
  assert.equal(ether.forecast, undefined);
  assert.match(ether.parts[0]!.needed ?? "", /ether/);
  assert.match(answer({ subjects: subject("ether", "ETH") }).parts[0]!.needed ?? "", /none are held/);
  const other = answer({ about: "other" });
  assert.deepEqual([other.forecast, other.parts[0]!.needed], [undefined, null]);
  assert.match(answer({ subjects: { of: [], kind: false } }).parts[0]!.needed ?? "", /names none/);
});

test("without what came later the base rate is the same, and nothing came", () => {
  const [whole, cut] = [answer({}), answer({}, stopped(worldOf()))];
  assert.deepEqual(cut.forecast!.baseRate, whole.forecast!.baseRate);
  assert.equal(cut.forecast!.outcome.value, null);
  assert.match(cut.forecast!.says, /nothing later is held/);
});

test("since: change and record closes of each market of a claim", () => {
  const subjects = { of: [...BITCOIN.of, ...subject("small caps", "IWM").of, ...subject("ether", "ETH").of], kind: false };
  const claim = said("opinion", { subjects, about: "other" });
  const found = sinceOf(claim, worldOf());
  assert.deepEqual(
    found.map(({ market }) => market),
    ["BTC", "IWM"],
  );
  for (const { market, change, records } of found) {
    const rows = closes(market);
    assert.ok(Math.abs(change.value! - (at(rows, "2026-08-20") / at(rows, ARTICLE_DAY) - 1)) < 1e-5);
    assert.equal(records.value, recordsAfter(rows, "2025-12-12"));
  }
  // The record of the day of publication itself is none that came after it.
  const small = closes("IWM");
  assert.equal(recordsAfter(small, ARTICLE_DAY), recordsAfter(small, "2025-12-10") - 1);
  assert.equal(sinceOf(claim, worldOf(ARTICLE_DAY))[1]?.records.value, recordsAfter(small, ARTICLE_DAY));
  assert.deepEqual(sinceOf(claim, stopped(worldOf())), []);
});
