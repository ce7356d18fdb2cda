import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { readMarketFile } from "../../../src/sources/files/readMarketFile.ts";
import { readText } from "../../../src/sources/text/readText.ts";
import { SETTLEMENTS } from "../../fixtures/files/otherDownloads.ts";
import { textFile } from "../../fixtures/files/textFile.ts";

const read = (changes: object) => readMarketFile(textFile(JSON.stringify({ ...SETTLEMENTS, ...changes }), "zq.json"));
const month = (changes: object) => ({ settlements: [{ ...SETTLEMENTS.settlements[0], ...changes }] });

test("a series for each month that settled, in points", () => {
  const file = read({});
  // Witness: the letters of delivery months, N July and U September; 2026-07-10 is day 20644 (date -d 2026-07-10 +%s, over 86400).
  assert.deepEqual(file, {
    format: "cmeSettlements",
    series: [
      { symbol: "ZQN26", unit: "points", rows: [{ session: 20644, close: 95.1025 }] },
      { symbol: "ZQU26", unit: "points", rows: [{ session: 20644, close: 95.2 }] },
    ],
    facts: [],
    notes: ["prices other than the settlement left out: open, high, low, last, change", "months without a settlement left out: ZQQ26"],
    sha256: "hash of zq.json",
  });
});

test("all twelve months have their letters", () => {
  const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
  const { series } = read({ settlements: months.map((name) => ({ month: `${name} 27`, settle: "96.0000" })) });
  assert.deepEqual(
    series.map(({ symbol }) => symbol),
    "FGHJKMNQUVXZ".split("").map((letter) => `ZQ${letter}27`),
  );
});

const FAULTS: [what: string, changes: object, message: string][] = [
  ["preliminary", { reportType: "Preliminary" }, 'zq.json: reportType: expected Final; received "Preliminary"'],
  [
    "empty",
    { settlements: [], dsHeader: "", reportType: "", tradeDate: "", empty: true },
    "zq.json: empty: expected settlements; received none for the day asked (a holiday, a weekend, or too long ago)",
  ],
  ["of another product", { dsHeader: "Three-Month SOFR Futures" }, 'zq.json: dsHeader: expected 30 Day Federal Funds; received "Three-Month SOFR Futures"'],
  ["without a trade date", { tradeDate: "" }, 'zq.json: tradeDate: expected a day as 12/11/2025; received ""'],
  ["of a day that is none", { tradeDate: "13/10/2026" }, 'zq.json:1: tradeDate: expected a day like 2025-12-11 or in the order mdy; received "13/10/2026"'],
  ["no list", { settlements: {} }, 'zq.json: settlements: expected a list; received "{}"'],
  ["of another shape", { settlements: undefined }, "zq.json: expected settlements, as CME answers in JSON; received other JSON"],
  ["with a null for a month", { settlements: [null] }, 'zq.json: settlements[0].month: expected a month as SEP 26; received "null"'],
  ["of no month", month({ month: "XYZ 26" }), 'zq.json: settlements[0].month: expected a month as SEP 26; received "XYZ 26"'],
  ["with a number for text", month({ settle: 95.1 }), 'zq.json: settlements[0].settle: expected a price as text; received "95.1"'],
  ["with a price that is none", month({ settle: "95.1C" }), 'zq.json: settlements[0].settle: expected a price; received "95.1C"'],
  ["with no settlement at all", month({ settle: "-" }), 'zq.json: settlements: expected a month with a settlement; received "none"'],
  [
    "with a month twice",
    { settlements: [SETTLEMENTS.settlements[0], { ...SETTLEMENTS.settlements[0], month: "JUL 26" }] },
    'zq.json: settlements[1].month: expected each month once; received "JUL 26"',
  ],
];

for (const [what, changes, message] of FAULTS) {
  test(`settlements ${what} are refused`, () => {
    assert.throws(() => read(changes), { name: "Problem", kind: "data", message });
  });
}

test("settlements that are cut off are refused", () => {
  const text = JSON.stringify(SETTLEMENTS).slice(0, -20);
  assert.throws(() => readMarketFile(textFile(text)), { name: "Problem", message: "file.csv: expected JSON; received text that is malformed or cut off" });
});

const WIRE = new URL("../../../../shared/wire/cme/", import.meta.url);
const skip = existsSync(WIRE) ? false : "the sample answers, which are no part of the project, are absent";

// Witness: the settlements of the sample as JSON.parse gives them, in their order, without the total.
test("a real answer of CME reads", { skip }, () => {
  const path = fileURLToPath(new URL("settlements_305.json", WIRE));
  const { settlements } = JSON.parse(readFileSync(path, "utf8")) as typeof SETTLEMENTS;
  const { series } = readMarketFile(readText(path));
  assert.ok(series.length > 5);
  assert.deepEqual(
    series.map(({ rows }) => rows[0]?.close),
    settlements.slice(0, -1).map(({ settle }) => Number(settle)),
  );
  assert.throws(() => readMarketFile(readText(fileURLToPath(new URL("settlements_empty.json", WIRE)))), /: empty: expected settlements; received none/);
});
