import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { type EarningsQuote, earningsFor, earningsGrowth } from "../../src/earnings/index.ts";
import type { SourcedFact } from "../../src/market/index.ts";
import { readMarketFile } from "../../src/sources/files/readMarketFile.ts";
import { readText } from "../../src/sources/text/readText.ts";

const PATH = fileURLToPath(new URL("../../cases/small-caps-and-bitcoin/eps-growth.csv", import.meta.url));
const facts: SourcedFact[] = readMarketFile(readText(PATH)).facts.map((fact) => ({ ...fact, source: "eps-growth.csv" }));
const named = ({ index, year, basis, source, quotedOn }: EarningsQuote) => `${index} ${year} ${basis} ${source} ${quotedOn}`;
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e4) / 1e4);

/** A quotation by hand. */
function fact(changes: SourcedFact["fields"] = {}, { day = "2025-12-12", kind = "epsForecast" } = {}): SourcedFact {
  const fields = { index: "SPX", year: 2027, eps: 336, growthPct: 10, basis: "strategist", source: "A House", published: null, note: null, ...changes };
  return { kind, id: `${fields.index} ${fields.year} ${day} ${fields.basis}`, day, source: "hand", fields };
}

test("growth as quoted and as the quoted earnings give it", () => {
  const { rows } = earningsGrowth(facts, { asOf: "2025-12-12" });
  const of = (year: number, quotedOn: string) => rows.find((row) => row.index === "SPX" && row.year === year && row.quotedOn === quotedOn)!;
  // By hand: 288 / 268 - 1 = 0.0746269, quoted 7 %; 336 / 305 - 1 = 0.1016393, quoted 10 %.
  const of2026 = of(2026, "2024-10-07");
  assert.deepEqual([of2026.growth, rounded(of2026.recomputed), rounded(of2026.difference)], [0.07, 0.0746, 0.0046]);
  const of2027 = of(2027, "2025-12-12");
  assert.deepEqual([of2027.growth, rounded(of2027.recomputed), rounded(of2027.difference)], [0.1, 0.1016, 0.0016]);
  // The earnings of 2025 were quoted on another day.
  const open = of(2026, "2025-12-12");
  assert.deepEqual([open.growth, open.recomputed, open.whyNotRecomputed], [0.12, null, "no earnings of 2025 by the same source, basis and day"]);
  assert.equal(of(2025, "2025-11-30").whyNotRecomputed, "no earnings of 2025 quoted, only their growth");
});

test("as of 2025-12-12 what was published in January 2026 is not known, whatever day it was quoted on", () => {
  const then = earningsGrowth(facts, { asOf: "2025-12-12" });
  assert.deepEqual(then.rows.map(named), [
    "SPX 2025 consensus Goldman Sachs chart as captioned by ISABELNET 2025-11-30",
    "SPX 2025 strategist Goldman Sachs 2024-10-07",
    "SPX 2026 consensus Goldman Sachs chart as captioned by ISABELNET 2025-11-30",
    "SPX 2026 strategist Goldman Sachs 2024-10-07",
    "SPX 2026 strategist Goldman Sachs (Snider, Hammond) 2025-12-12",
    "SPX 2027 strategist Goldman Sachs (Snider, Hammond) 2025-12-12",
  ]);
  assert.deepEqual(
    then.leftOut.map(({ quote, why }) => `${named(quote)}: ${why}`),
    [
      "RTY 2026 consensus Goldman Sachs chart as captioned by ISABELNET 2025-12-31: published in 2026-01, so certainly known only on 2026-01-31",
      "SPX 2026 consensus Jefferies as quoted 2026-01-15: published in 2026, so certainly known only on 2026-12-31",
      "SPX 2026 strategist Goldman Sachs 2026-01-15: published in 2026-01, so certainly known only on 2026-01-31",
      "SPX 2027 consensus Jefferies as quoted 2026-01-15: published in 2026, so certainly known only on 2026-12-31",
      "SPX 2027 strategist Goldman Sachs 2026-01-15: published in 2026-01, so certainly known only on 2026-01-31",
    ],
  );
  assert.equal(earningsGrowth(facts, { asOf: "2026-01-30" }).rows.length, 6);
  assert.equal(earningsGrowth(facts, { asOf: "2026-01-31" }).rows.length, 9);
  assert.equal(earningsGrowth(facts, { asOf: "2026-12-31" }).rows.length, 11);
});

test("a day of publication after that of the quotation counts, one before it does not", () => {
  const on = (published: string | null, asOf: string) => earningsGrowth([fact({ published })], { asOf }).rows.length;
  assert.deepEqual([on("2025-12-14", "2025-12-13"), on("2025-12-14", "2025-12-14")], [0, 1]);
  assert.deepEqual([on("2025-11", "2025-12-11"), on("2025-11", "2025-12-12"), on(null, "2025-12-11"), on(null, "2025-12-12")], [0, 1, 0, 1]);
  // February of a leap year and of another one.
  const known = (published: string) => earningsGrowth([fact({ published }, { day: "2020-01-01" })], { asOf: "2030-01-01" }).rows[0]!.knownOn;
  assert.deepEqual(["2024-02", "2025-02", "2025-12", "2025"].map(known), ["2024-02-29", "2025-02-28", "2025-12-31", "2025-12-31"]);
  assert.deepEqual(
    earningsGrowth([fact({ published: "2025-12-14" }), fact({ year: 2026 })], { asOf: "2025-12-01" }).leftOut.map(({ why }) => why),
    ["quoted on 2025-12-12", "published on 2025-12-14"],
  );
});

test("an earlier quotation is superseded by the next one of the same index, year, basis and source that is known", () => {
  const superseded = (asOf: string) =>
    earningsGrowth(facts, { asOf }).rows.flatMap((row) => (row.supersededOn ? [`${named(row)} by ${row.supersededOn}`] : []));
  assert.deepEqual(superseded("2025-12-12"), []);
  assert.deepEqual(superseded("2026-01-31"), ["SPX 2026 strategist Goldman Sachs 2024-10-07 by 2026-01-15"]);
  const three = ["2025-12-10", "2025-12-11", "2025-12-12"].map((day) => fact({}, { day }));
  assert.deepEqual(
    earningsGrowth(three, { asOf: "2025-12-31" }).rows.map(({ supersededOn }) => supersededOn),
    ["2025-12-11", "2025-12-12", null],
  );
});

test("bases, sources and days are never mixed, and from a loss there is no growth", () => {
  const recomputed = (before: SourcedFact) => earningsGrowth([fact(), before], { asOf: "2025-12-31" }).rows.find(({ year }) => year === 2027)!;
  assert.equal(rounded(recomputed(fact({ year: 2026, eps: 305 })).recomputed), 0.1016);
  for (const other of [
    fact({ year: 2026, basis: "consensus" }),
    fact({ year: 2026, source: "B" }),
    fact({ year: 2026 }, { day: "2025-12-11" }),
    fact({ year: 2025 }),
  ]) {
    assert.equal(recomputed(other).recomputed, null);
  }
  assert.equal(recomputed(fact({ year: 2026, index: "RTY" })).recomputed, null);
  assert.equal(recomputed(fact({ year: 2026, eps: -5 })).whyNotRecomputed, "earnings of 2026 are not above zero");
  assert.deepEqual([recomputed(fact({ year: 2026, eps: null })).recomputed, recomputed(fact({ year: 2026, eps: null })).difference], [null, null]);
});

test("an index without a figure is said to be absent", () => {
  const then = earningsGrowth(facts, { asOf: "2025-12-12" });
  assert.deepEqual(
    earningsFor(then, ["SPX", "NDX", "RTY"]).map(({ index, rows, reason }) => [index, rows.length, reason]),
    [
      ["SPX", 6, null],
      ["NDX", 0, "no public figure held"],
      ["RTY", 0, "no figure was public on 2025-12-12"],
    ],
  );
});

test("what is malformed or there twice is refused by name", () => {
  const place = "SPX 2027 2025-12-12 strategist, hand";
  const refused: [SourcedFact[], string][] = [
    [[fact(), fact()], "SPX 2027, strategist, A House, 2025-12-12, hand: expected each quotation once; received it again"],
    [[fact({}, { kind: "treasuryOperation" })], `${place}: kind: expected epsForecast; received "treasuryOperation"`],
    [[fact({ index: null })], "null 2027 2025-12-12 strategist, hand: index: expected an index as SPX; received null"],
    [[fact({ year: 2027.5 })], "SPX 2027.5 2025-12-12 strategist, hand: year: expected a year as 2026; received 2027.5"],
    [[fact({ basis: "average" })], 'SPX 2027 2025-12-12 average, hand: basis: expected consensus, strategist, actual; received "average"'],
    [[fact({ source: null })], `${place}: source: expected who said so; received null`],
    [[fact({ source: 7 })], `${place}: source: expected a text; received 7`],
    [[fact({ growthPct: "10" })], `${place}: growthPct: expected a number or none; received "10"`],
    [[fact({ eps: null, growthPct: null })], `${place}: eps: expected a figure here or in growthPct; received null`],
    [[fact({ published: "2025-13" })], `${place}: published: expected a day, a month or a year; received "2025-13"`],
    [[fact({ published: "soon" })], `${place}: published: expected a day, a month or a year; received "soon"`],
  ];
  for (const [own, message] of refused) assert.throws(() => earningsGrowth(own, { asOf: "2025-12-31" }), { kind: "data", message });
  assert.throws(() => earningsGrowth([fact({}, { day: "2025-12-32" })], { asOf: "2025-12-31" }), { kind: "data" });
  assert.throws(() => earningsGrowth(facts, { asOf: "soon" }), { message: "invalid day: soon" });
});

test("what is said as of a day needs nothing that became known later, nor the order of the facts", () => {
  const days = ["2024-10-07", "2025-11-30", "2025-12-12", "2026-01-31", "2026-12-31"];
  const knownOn = new Map(earningsGrowth(facts, { asOf: "2030-01-01" }).rows.map((row) => [named(row), row.knownOn]));
  fc.assert(
    fc.property(fc.constantFrom(...days), fc.shuffledSubarray(facts, { minLength: facts.length }), (asOf, shuffled) => {
      const then = shuffled.filter((one) => knownOn.get(named(earningsGrowth([one], { asOf: "2030-01-01" }).rows[0]!))! <= asOf);
      assert.deepEqual(earningsGrowth(then, { asOf }).rows, earningsGrowth(facts, { asOf }).rows);
    }),
    { numRuns: 50 },
  );
});
