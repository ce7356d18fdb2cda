import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readMarketFile } from "../../../src/sources/files/readMarketFile.ts";
import { readText } from "../../../src/sources/text/readText.ts";
import { EPS_TABLE } from "../../fixtures/files/otherDownloads.ts";
import { textFile } from "../../fixtures/files/textFile.ts";

test("a fact for each forecast, growth in percent as it was quoted", () => {
  const file = readMarketFile(textFile(EPS_TABLE));
  // Witness: the fixture, read by eye.
  assert.deepEqual(file.facts, [
    {
      kind: "epsForecast",
      id: "AAA 2026 2026-01-15 strategist First House (One, Two)",
      day: "2026-01-15",
      fields: {
        index: "AAA",
        year: 2026,
        eps: 101.5,
        growthPct: 12,
        basis: "strategist",
        source: "First House (One, Two)",
        sourceUrl: "https://example.com/a",
        published: "2026-01",
        note: "a note, with a comma",
      },
    },
    {
      kind: "epsForecast",
      id: "AAA 2027 2026-01-15 consensus Second House",
      day: "2026-01-15",
      fields: {
        index: "AAA",
        year: 2027,
        eps: null,
        growthPct: -3.5,
        basis: "consensus",
        source: "Second House",
        sourceUrl: null,
        published: "2026",
        note: null,
      },
    },
    {
      kind: "epsForecast",
      id: "AAA 2025 2026-01-31 actual Second House",
      day: "2026-01-31",
      fields: { index: "AAA", year: 2025, eps: 90, growthPct: null, basis: "actual", source: "Second House", sourceUrl: null, published: null, note: null },
    },
  ]);
  assert.deepEqual([file.format, file.series, file.notes], ["epsTable", [], []]);
});

test("columns in another order, others left out and noted, the optional ones absent", () => {
  const { facts, notes } = readMarketFile(textFile("As Of;Index;Year;Basis;Source;EPS;Growth Pct;Analyst\n31.01.2026;AAA;2026;consensus;A House;1.234,5;;B\n"));
  assert.deepEqual([facts[0]?.id, facts[0]?.fields.eps, facts[0]?.fields.published], ["AAA 2026 2026-01-31 consensus A House", 1234.5, null]);
  assert.deepEqual(notes, ["columns left out: Analyst"]);
});

const FAULTS: [what: string, text: string, message: string][] = [
  [
    "without a column",
    EPS_TABLE.replace(",basis,", ",kind,"),
    "file.csv:1: expected the columns index, year, as_of, eps, growth_pct, basis, source; received none called basis",
  ],
  ["with a column twice", EPS_TABLE.replace(",note", ",EPS"), 'file.csv:1: expected each column once; received "EPS" again'],
  ["on another basis", EPS_TABLE.replace("consensus", "guess"), 'file.csv:3: basis: expected consensus, strategist, actual; received "guess"'],
  ["with a percent sign", EPS_TABLE.replace(",12,", ",12%,"), 'file.csv:2: growth_pct: expected a number or an empty cell; received "12%"'],
  ["with a year that is none", EPS_TABLE.replace("AAA,2027", "AAA,27"), 'file.csv:3: year: expected a year as 2026; received "27"'],
  ["without an index", EPS_TABLE.replace("AAA,2027", ",2027"), 'file.csv:3: index: expected an index as SPX; received ""'],
  ["without a source", EPS_TABLE.replace("consensus,Second House", "consensus,"), 'file.csv:3: source: expected who said so; received ""'],
  ["without a figure", EPS_TABLE.replace(",,-3.5,", ",,,"), 'file.csv:3: eps: expected a figure here or in growth_pct; received ""'],
  ["as of no day", EPS_TABLE.replace("2026-01-31", "2026-01"), 'file.csv:4: as_of: expected a day like 2025-12-11; received "2026-01"'],
  [
    "published at no time",
    EPS_TABLE.replace(",2026-01,", ",January,"),
    'file.csv:2: published: expected a day, a month or a year, as 2025-12-11, 2025-12 or 2025; received "January"',
  ],
  ["twice", `${EPS_TABLE}AAA,2027,2026-01-15,,-4,consensus,Second House,,,\n`, "file.csv:5: expected each once; received that of line 3 again"],
  ["of which there is none", EPS_TABLE.split("\n")[0]!, "file.csv: expected rows below the header; received none"],
];

for (const [what, text, message] of FAULTS) {
  test(`a forecast ${what} is refused`, () => {
    assert.throws(() => readMarketFile(textFile(text)), { name: "Problem", kind: "data", message });
  });
}

const WIRE = new URL("../../../../shared/wire/eps/manual_eps_growth.csv", import.meta.url);
const skip = existsSync(WIRE) ? false : "the sample answers, which are no part of the project, are absent";

// Witness: the number of lines below the sample's header, none of which holds a line break.
test("the sample table reads", { skip }, () => {
  const path = fileURLToPath(WIRE);
  assert.equal(readMarketFile(readText(path)).facts.length, readFileSync(path, "utf8").trim().split("\n").length - 1);
});
