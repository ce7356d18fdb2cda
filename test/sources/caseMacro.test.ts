import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { csvParse } from "d3-dsv";
import { parseDay, type Reading, readingKnown, toDay } from "../../src/market/index.ts";
import { macroParts } from "../../src/sources/case/macroParts.ts";
import { embeddedMacro } from "../../src/sources/index.ts";

const FOLDER = new URL("../../cases/small-caps-and-bitcoin/", import.meta.url);
const { macro, inputs, notes, origins } = embeddedMacro();
const on = ({ sessions, values }: Reading, day: string) => values[sessions.indexOf(parseDay(day)!)];
const lastKnown = (id: string, asOf: string) => {
  const { sessions, values } = readingKnown(macro.readings[id]!, asOf);
  return [toDay(sessions.at(-1)!), values.at(-1)];
};

test("every cell of the files is a value of its reading, an empty one is none", () => {
  for (const name of ["rates.csv", "liquidity.csv"]) {
    const rows = csvParse(readFileSync(new URL(name, FOLDER), "utf8"));
    for (const id of rows.columns.slice(1)) {
      const { sessions, values, source } = macro.readings[id]!;
      const cells = rows.filter((row) => row[id] !== "");
      assert.deepEqual(
        [...sessions].map(toDay),
        cells.map(({ date }) => date),
        id,
      );
      assert.deepEqual(
        [...values],
        cells.map((row) => Number(row[id])),
        id,
      );
      assert.equal(source, `small-caps-and-bitcoin/${name} (FRED ${id})`);
    }
  }
  assert.deepEqual(Object.keys(macro.readings), ["DFF", "DFEDTARL", "DFEDTARU", "DGS3MO", "DGS2", "DGS10", "WALCL", "WTREGEN", "RRPONTSYD"]);
  assert.deepEqual([notes, new Set(Object.values(origins))], [[], new Set(["case"])]);
});

// Witness: FRED's and the Bank's own pages of 2026-08-20: WALCL 6,745,699 million, WTREGEN 953,612 million, RRP 0.225 billion.
test("balances are in the units of FRED, and the first purchase is that of the Bank's page", () => {
  const { WALCL, WTREGEN, RRPONTSYD } = macro.readings;
  assert.deepEqual(
    [on(WALCL!, "2026-08-19"), WALCL!.unit, on(WTREGEN!, "2026-08-19"), WTREGEN!.unit],
    [6_745_699, "millions of USD", 953_612, "millions of USD"],
  );
  assert.deepEqual([on(RRPONTSYD!, "2026-08-20"), RRPONTSYD!.unit], [0.225, "billions of USD"]);
  assert.deepEqual(macro.operations[0], {
    kind: "treasuryOperation",
    id: "OR 121225 1",
    day: "2025-12-12",
    fields: {
      type: "Outright Bill Purchase",
      direction: "P",
      settlement: "2025-12-15",
      maturityFrom: "2026-01-13",
      maturityTo: "2026-04-09",
      submitted: 27_458_000_000,
      accepted: 8_167_000_000,
      method: null,
      note: null,
    },
    source: "small-caps-and-bitcoin/bill-purchases.csv",
  });
});

// Witness: PROVIDERS of the data, by hand from the Bank's list: three small-value exercises, of 75, 25 and 25 million; the bill purchases sum to 346.4 billion.
test("small-value exercises are told from purchases, and sales from both", () => {
  const small = macro.operations.filter(({ fields }) => fields.note === "small value exercise");
  assert.deepEqual(
    small.map(({ day, fields }) => [day, fields.direction, fields.accepted]),
    [
      ["2026-02-26", "P", 75_000_000],
      ["2026-06-02", "S", 25_000_000],
      ["2026-06-23", "P", 25_000_000],
    ],
  );
  const purchased = macro.operations.filter(({ fields }) => fields.note === null).reduce((sum, { fields }) => sum + Number(fields.accepted), 0);
  assert.equal((purchased / 1e9).toFixed(1), "346.4");
  assert.equal(macro.operations.length, 55);
});

test("the curve and the forecasts are those of the files", () => {
  const [curve] = macro.curves;
  assert.deepEqual([macro.curves.length, curve?.day, Object.keys(curve!.prices).length], [1, "2025-12-11", 17]);
  assert.deepEqual([curve?.prices["2025-12"], curve?.prices["2026-12"], curve?.prices["2027-04"]], [96.28, 96.89, 96.915]);
  assert.equal(macro.forecasts.length, 11);
  const small = macro.forecasts.find(({ fields }) => fields.index === "RTY");
  assert.deepEqual([small?.day, small?.fields.growthPct, small?.source], ["2025-12-31", 50, "small-caps-and-bitcoin/eps-growth.csv"]);
});

// Witness: the calendar of releases. At the close of Thursday 2025-12-11 the yield of the 9th is the last, since that of the 10th came at
// 16:15; the balance sheet of the 3rd, since that of the 10th came at 16:30; the funds rate of the 10th came that morning.
test("at the close of the question's day nothing is known that came after it", () => {
  assert.deepEqual(lastKnown("DGS2", "2025-12-11")[0], "2025-12-09");
  assert.deepEqual(lastKnown("WALCL", "2025-12-11")[0], "2025-12-03");
  assert.deepEqual(lastKnown("WALCL", "2025-12-12"), ["2025-12-10", 6_539_303]);
  assert.deepEqual(lastKnown("DFF", "2025-12-11")[0], "2025-12-10");
  assert.deepEqual(lastKnown("DFEDTARU", "2025-12-11"), ["2025-12-11", 3.75]);
  assert.deepEqual(lastKnown("RRPONTSYD", "2025-12-11")[0], "2025-12-11");
});

test("the hashes of the inputs are those of the files", () => {
  assert.deepEqual(
    inputs.map(({ file }) => file),
    ["rates.csv", "fed-funds-futures-2025-12-11.csv", "liquidity.csv", "bill-purchases.csv", "eps-growth.csv"],
  );
  for (const { file, sha256 } of inputs) {
    const bytes = readFileSync(new URL(file, FOLDER));
    assert.equal(sha256, createHash("sha256").update(bytes).digest("hex"));
  }
});

const GROUP = "name: Own\nleader: IWM\nmembers: [IWM, BTC]\n";
const CURVE = "contract_month,price\n2025-12,96.28\n2026-01,96.36\n2026-02,96.42\n";
const OPERATION = "operation_id,operation_date,settlement_date,operation_type,maturity_start,maturity_end,submitted_usd_bn,accepted_usd_bn,kind\n";
const MARKETS = `macro:
  rates: rates.csv
  liquidity: liquidity.csv
  operations: operations.csv
  earnings: eps.csv
  futures: [{ day: 2025-12-11, file: curve.csv }]
markets: {}
`;

/** Runs work with a group in a folder of its own, whose files are given. */
function inFolder(files: Readonly<Record<string, string>>, work: (group: string) => void): void {
  const above = mkdtempSync(join(tmpdir(), "lockstep-macro-"));
  const folder = join(above, "own");
  try {
    mkdirSync(folder);
    for (const [name, text] of Object.entries({ "group.yaml": GROUP, ...files })) writeFileSync(join(folder, name), text);
    work(join(folder, "group.yaml"));
  } finally {
    rmSync(above, { recursive: true, force: true });
  }
}

test("a group uses the founding case's files unless a catalogue beside it names its own", () => {
  inFolder({}, (group) => assert.deepEqual(embeddedMacro(group).inputs, inputs));
  inFolder({ "markets.yaml": "markets: {}\n" }, (group) => assert.deepEqual(embeddedMacro(group).inputs, inputs));
  assert.deepEqual(embeddedMacro("us-indices").inputs, inputs);
  const rates = "date,DGS2,DFF\n2025-12-11,-0.25,\n2025-12-12,0,3.64\n";
  inFolder({ "markets.yaml": "macro: { rates: mine.csv }\nmarkets: {}\n", "mine.csv": rates }, (group) => {
    const own = embeddedMacro(group);
    assert.deepEqual(own.origins, { rates: "case", curve: "none", liquidity: "none", operations: "none", earnings: "none" });
    assert.deepEqual([...own.macro.readings.DGS2!.values, ...own.macro.readings.DFF!.values], [-0.25, 0, 3.64], "a rate may be negative or zero");
    assert.equal(own.macro.readings.DGS2!.source, "own/mine.csv (FRED DGS2)");
  });
});

test("a month that lacks within a curve is noted, and the curve kept", () => {
  inFolder({ "markets.yaml": MARKETS, "curve.csv": CURVE.replace("2026-01,96.36\n", "2026-01,\n") }, (group) => {
    const { macro: own, notes: noted } = macroParts(group)("curve");
    assert.deepEqual(own.curves, [{ day: "2025-12-11", prices: { "2025-12": 96.28, "2026-02": 96.42 }, source: "own/curve.csv" }]);
    assert.deepEqual(noted, ["curve.csv: months without a price within the curve: 2026-01 on 2025-12-11"]);
  });
});

const PAGE = "<!DOCTYPE html>\n<html><body>Sorry</body></html>\n";
const FAULTS: [what: string, part: "rates" | "curve" | "liquidity" | "operations" | "earnings", file: string, text: string, message: string][] = [
  ["a page", "rates", "rates.csv", PAGE, "rates.csv:1: expected CSV; received an HTML or XML page"],
  ["a page", "earnings", "eps.csv", PAGE, "eps.csv:1: expected CSV; received an HTML or XML page"],
  ["nothing", "rates", "rates.csv", "", "rates.csv:1: expected the column date; received an empty file"],
  ["no rows", "rates", "rates.csv", "date,DGS2\n", "rates.csv: expected rows below the header; received none"],
  ["no column", "rates", "rates.csv", "date\n2025-12-11\n", "rates.csv:1: expected a column of figures beside date; received none"],
  [
    "an unknown column",
    "rates",
    "rates.csv",
    "date,DFEDTAR\n2025-12-11,3.5\n",
    'rates.csv:1: expected the columns date and series of FRED in percent; received "DFEDTAR" (did you mean DFEDTARU?)',
  ],
  ["a column twice", "rates", "rates.csv", "date,DGS2,DGS2\n2025-12-11,3.5,3.5\n", "rates.csv:1: expected each column once; received DGS2 again"],
  ["a balance", "rates", "rates.csv", "date,WALCL\n2025-12-10,1\n", 'rates.csv:1: expected the columns date and series of FRED in percent; received "WALCL"'],
  ["another date", "rates", "rates.csv", "date,DGS2\n12/11/2025,3.5\n", 'rates.csv:2: date: expected a day like 2025-12-11; received "12/11/2025"'],
  ["a cut line", "rates", "rates.csv", "date,DGS2,DFF\n2025-12-11,3.5\n", "rates.csv:2: expected 3 cells; received 2 (truncated?)"],
  ["a cut end", "rates", "rates.csv", "date,DGS2\n2025-12-11,3.", "rates.csv: expected a line break at the end; received a last line without one (truncated?)"],
  [
    "days twice",
    "rates",
    "rates.csv",
    "date,DGS2\n2025-12-11,3.5\n2025-12-11,3.5\n",
    "rates.csv:3: date: days must ascend; received 2025-12-11 after 2025-12-11",
  ],
  [
    "no number",
    "liquidity",
    "liquidity.csv",
    "date,WALCL\n2025-12-10,6 539\n",
    'liquidity.csv:2: WALCL: expected a decimal number or an empty cell; received "6 539"',
  ],
  [
    "no finite number",
    "liquidity",
    "liquidity.csv",
    "date,WALCL\n2025-12-10,1e999\n",
    'liquidity.csv:2: WALCL: expected a decimal number or an empty cell; received "1e999"',
  ],
  [
    "a rate for a price",
    "curve",
    "curve.csv",
    CURVE.replace("96.36", "3.6"),
    'curve.csv:3: price: expected 100 less the rate in percent, between 80 and 102; received "3.6"',
  ],
  [
    "the bound itself",
    "curve",
    "curve.csv",
    CURVE.replace("96.36", "102"),
    'curve.csv:3: price: expected 100 less the rate in percent, between 80 and 102; received "102"',
  ],
  [
    "months twice",
    "curve",
    "curve.csv",
    CURVE.replace("2026-01", "2025-12"),
    "curve.csv:3: contract_month: months must ascend within a day; received 2025-12 after 2025-12",
  ],
  ["another month", "curve", "curve.csv", CURVE.replace("2026-01", "JAN 26"), 'curve.csv:3: contract_month: expected a month like 2026-03; received "JAN 26"'],
  [
    "a thirteenth month",
    "curve",
    "curve.csv",
    CURVE.replace("2026-01", "2026-13"),
    'curve.csv:3: contract_month: expected a month like 2026-03; received "2026-13"',
  ],
  [
    "other columns",
    "curve",
    "curve.csv",
    CURVE.replace("contract_month", "month"),
    'curve.csv:1: expected the columns contract_month,price; received "month,price"',
  ],
  ["a cut price", "curve", "curve.csv", CURVE.slice(0, -2), "curve.csv: expected a line break at the end; received a last line without one (truncated?)"],
  ["a cut cell", "curve", "curve.csv", CURVE.replace("2026-01,96.36", "2026-01"), "curve.csv:3: expected 2 cells; received 1 (truncated?)"],
  ["no price", "curve", "curve.csv", "contract_month,price\n2025-12,\n", "curve.csv: expected a price below the header; received none"],
  [
    "no direction",
    "operations",
    "operations.csv",
    `${OPERATION}A,2025-12-12,,Outright Bill,,,2,1,bill_purchase\n`,
    'operations.csv:2: operation_type: expected a purchase or a sale, as Outright Bill Purchase; received "Outright Bill"',
  ],
  [
    "another kind",
    "operations",
    "operations.csv",
    `${OPERATION}A,2025-12-12,,Outright Bill Purchase,,,2,1,bills\n`,
    'operations.csv:2: kind: expected bill_purchase or small_value_exercise; received "bills"',
  ],
  [
    "too much",
    "operations",
    "operations.csv",
    `${OPERATION}A,2025-12-12,,Outright Bill Purchase,,,2,3,bill_purchase\n`,
    'operations.csv:2: accepted_usd_bn: expected at most the 2 submitted; received "3"',
  ],
  [
    "no day",
    "operations",
    "operations.csv",
    `${OPERATION}A,,,Outright Bill Purchase,,,2,1,bill_purchase\n`,
    'operations.csv:2: operation_date: expected a day like 2025-12-11; received ""',
  ],
  [
    "no id",
    "operations",
    "operations.csv",
    `${OPERATION},2025-12-12,,Outright Bill Purchase,,,2,1,bill_purchase\n`,
    'operations.csv:2: operation_id: expected an id as OR 121225 1; received ""',
  ],
  [
    "twice",
    "operations",
    "operations.csv",
    `${OPERATION}${"A,2025-12-12,,Outright Bill Purchase,,,2,1,bill_purchase\n".repeat(2)}`,
    "operations.csv:3: expected each once; received that of line 2 again",
  ],
  [
    "bars",
    "earnings",
    "eps.csv",
    "date,close\n2025-12-11,5\n",
    "eps.csv:1: expected a table of earnings forecasts with the columns index, year, as_of; received another",
  ],
  [
    "a page for markets",
    "curve",
    "markets.yaml",
    MARKETS.replace("curve.csv }", "curve.csv }, { day: 2025-12-11, file: b.csv }"),
    "markets.yaml:6: macro.futures: expected each day once; received ",
  ],
  [
    "an unknown key",
    "curve",
    "markets.yaml",
    MARKETS.replace("earnings:", "earning:"),
    "markets.yaml:5: macro: expected only known keys; received earning (did you mean earnings?)",
  ],
];

for (const [what, part, file, text, message] of FAULTS) {
  test(`${part} with ${what} is refused in one line that says where, what was expected and what came`, () => {
    inFolder({ "markets.yaml": MARKETS, "curve.csv": CURVE, [file]: text }, (group) =>
      assert.throws(
        () => macroParts(group)(part),
        (error: Error) => error.message.includes(message),
        message,
      ),
    );
  });
}

test("what an operation leaves open is null, and nothing accepted is zero", () => {
  const line = "OR 1,2025-12-12,,Outright Coupon Sale,,,0.025,0.000,small_value_exercise\n";
  inFolder({ "markets.yaml": MARKETS, "operations.csv": OPERATION + line }, (group) => {
    const [operation] = macroParts(group)("operations").macro.operations;
    const { settlement, maturityFrom, submitted, accepted, direction } = operation!.fields;
    assert.deepEqual([settlement, maturityFrom, submitted, accepted, direction], [null, null, 25_000_000, 0, "S"]);
  });
});
