import assert from "node:assert/strict";
import { test } from "node:test";
import { dayNumber } from "../../../src/market/index.ts";
import { readMarketFile } from "../../../src/sources/files/readMarketFile.ts";
import { textFile } from "../../fixtures/files/textFile.ts";

const read = (text: string, options: Parameters<typeof readMarketFile>[1] = {}) => readMarketFile(textFile(text, "ff.csv"), options);
const session = dayNumber("2025-12-11");

test("a series for each month of delivery, in points, days ascending whatever their order in the file", () => {
  const { format, series, facts, notes } = read(
    "Date;Contract Month;Price;Volume\n12.12.2025;2026-03;96,45;1\n11.12.2025;2026-03;96,445;2\n11.12.2025;2026-05;96,55;3\n",
  );
  assert.deepEqual([format, facts], ["futuresCurve", []]);
  assert.deepEqual(series, [
    {
      symbol: "ZQH26",
      unit: "points",
      rows: [
        { session, close: 96.445 },
        { session: session + 1, close: 96.45 },
      ],
    },
    { symbol: "ZQK26", unit: "points", rows: [{ session, close: 96.55 }] },
  ]);
  assert.deepEqual(notes, ["columns left out: Volume", "months without a price within the curve: 2026-04 on 2025-12-11"]);
});

const FAULTS: [text: string, message: string][] = [
  ["contract_month,price\n2026-03,96.445\n", "ff.csv:1: expected one column date: of which day the prices are; received contract_month, price"],
  ["date,day,contract_month,price\n", "ff.csv:1: expected one column date: of which day the prices are; received date, day, contract_month, price"],
  ["date,contract_month,price,price\n", "ff.csv:1: expected each column once; received price again"],
  ["date,contract_month,price\n", "ff.csv: expected a price below the header; received none"],
  ["date,contract_month,price\n2025-12-11,2026-03,3.6\n", 'ff.csv:2: price: expected 100 less the rate in percent, between 80 and 102; received "3.6"'],
  ["date,contract_month,price\n2025-12-11,2026-03,dear\n", 'ff.csv:2: price: expected a number or an empty cell; received "dear"'],
  ["date,contract_month,price\n2025-12-11,ZQH26,96\n", 'ff.csv:2: contract_month: expected a month like 2026-03; received "ZQH26"'],
  ["date,contract_month,price\nsoon,2026-03,96\n", 'ff.csv:2: date: expected a day like 2025-12-11; received "soon"'],
  ["date,contract_month,price\n2025-12-11,2026-03\n", "ff.csv:2: expected 3 cells; received 2 (truncated?)"],
  [
    "date,contract_month,price\n2025-12-11,2026-03,96\n2025-12-12,2026-03,96\n2025-12-11,2026-03,96.5\n",
    "ff.csv:4: contract_month: months must ascend within a day; received 2026-03 after 2026-03",
  ],
];

for (const [text, message] of FAULTS) test(`refused: ${message}`, () => assert.throws(() => read(text), { kind: "data", message }));
