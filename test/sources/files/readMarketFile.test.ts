import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { dayNumber, parseDay } from "../../../src/market/index.ts";
import { readMarketFile } from "../../../src/sources/files/readMarketFile.ts";
import { readText } from "../../../src/sources/text/readText.ts";
import { BAR_DOWNLOADS, THREE_SESSIONS } from "../../fixtures/files/barDownloads.ts";
import { textFile } from "../../fixtures/files/textFile.ts";

const rowsOf = (text: string, dates?: "ymd" | "mdy" | "dmy") => readMarketFile(textFile(text), dates === undefined ? {} : { dates }).series[0]?.rows;

for (const { what, text, fields, format = "bars", dates, notes = [] } of BAR_DOWNLOADS) {
  test(`bars as they come from ${what}`, () => {
    const file = readMarketFile(textFile(text), dates === undefined ? {} : { dates });
    const expected = THREE_SESSIONS.map((bar) => ({
      session: dayNumber(bar.day),
      ...Object.fromEntries(fields.filter((field) => bar[field] !== undefined).map((field) => [field, bar[field]])),
    }));
    assert.deepEqual(file.series, [{ symbol: null, unit: null, rows: expected }]);
    assert.deepEqual(
      { format: file.format, facts: file.facts, notes: file.notes, sha256: file.sha256 },
      { format, facts: [], notes, sha256: "hash of file.csv" },
    );
  });
}

test("series of FRED side by side become a series each, in the order of the header", () => {
  for (const date of ["observation_date", "DATE", "date"]) {
    const file = readMarketFile(textFile(`${date},AAA10,BB_2\n2026-09-16,.,\n2026-09-17,,4.25\n2026-09-18,-0.05,.\n`));
    assert.deepEqual(file.series, [
      { symbol: "AAA10", unit: null, rows: [{ session: 20714, value: -0.05 }] }, // Witness: 2026-09-18 is day 20714 (date -d 2026-09-18 +%s, over 86400)
      { symbol: "BB_2", unit: null, rows: [{ session: 20713, value: 4.25 }] },
    ]);
    assert.deepEqual(file.notes, ["columns read as series of values by their names: AAA10, BB_2", "rows without a figure left out: 1"]);
  }
});

test("a column called value has no symbol", () => {
  assert.deepEqual(readMarketFile(textFile("DATE,VALUE\n2026-09-18,7\n")).series, [{ symbol: null, unit: null, rows: [{ session: 20714, value: 7 }] }]);
});

test("a column of symbols makes a series for each, each with its own order of days", () => {
  const file = readMarketFile(
    textFile("<TICKER>,<PER>,<DATE>,<TIME>,<CLOSE>\nB.US,D,20260917,000000,2\nA.US,D,20260918,000000,5\nB.US,D,20260918,000000,3\nA.US,D,20260917,000000,4\n"),
  );
  assert.deepEqual(
    file.series.map(({ symbol, rows }) => [symbol, rows.map(({ session, close }) => [session, close])]),
    [
      [
        "B.US",
        [
          [20713, 2],
          [20714, 3],
        ],
      ],
      [
        "A.US",
        [
          [20713, 4],
          [20714, 5],
        ],
      ],
    ],
  );
  assert.deepEqual(file.notes, ["columns left out: <PER>, <TIME>"]);
});

test("cells that say there is none leave the field out, in any writing", () => {
  for (const none of ["", "-", ".", "NA", "N/A", "N/D", "null", "NaN", "nan", " "]) {
    assert.deepEqual(rowsOf(`Date,Open,Close\n2026-09-18,${none},5\n`), [{ session: 20714, close: 5 }], JSON.stringify(none));
  }
});

test("zero and negative figures are passed on: a price below zero has been seen", () => {
  assert.deepEqual(rowsOf("Date,Close,Volume\n2026-09-17,-37.63,0\n2026-09-18,0,+1e3\n"), [
    { session: 20713, close: -37.63, volume: 0 },
    { session: 20714, close: 0, volume: 1000 },
  ]);
});

test("a row that comes twice is kept once and noted, wherever it stands", () => {
  for (const text of ["Date,Close\n2026-09-17,4\n2026-09-18,5\n2026-09-18,5.0\n", "Date,Close\n2026-09-18,5\n2026-09-17,4\n2026-09-18,5\n"]) {
    const { series, notes } = readMarketFile(textFile(text));
    assert.deepEqual(
      series[0]?.rows.map(({ close }) => close),
      [4, 5],
    );
    assert.deepEqual(notes, ["rows left out because the same stands above: 1"]);
  }
});

test("one row settles the order of day and month for all", () => {
  const days = (cells: string) => readMarketFile(textFile(`Date,Close\n${cells}`)).series[0]?.rows.map(({ session }) => session);
  const [march, april] = [dayNumber("2026-03-04"), dayNumber("2026-04-13")];
  assert.deepEqual(days("3/4/2026,1\n4/13/2026,2\n"), [march, april]);
  assert.deepEqual(days("04-03-2026,1\n13-04-2026,2\n"), [march, april]);
  assert.deepEqual(days("03.03.2026,1\n04.03.2026,2\n"), [march - 1, march], "with points the day is first");
  assert.deepEqual(days("3/3/2026,1\n"), [march - 1], "equal numbers need no order");
  assert.deepEqual(rowsOf("Date,Close\n3/4/2026,1\n", "mdy"), [{ session: march, close: 1 }]);
  assert.deepEqual(rowsOf("Date,Close\n3/4/2026,1\n", "dmy"), [{ session: dayNumber("2026-04-03"), close: 1 }]);
  assert.deepEqual(rowsOf("Date,Close\n2026/03/04,1\n", "dmy"), [{ session: march, close: 1 }], "a year that comes first needs no order");
});

test("stamps of seconds, milliseconds and microseconds are told by the number of their digits", () => {
  for (const zeros of ["", "000", "000000"]) {
    assert.deepEqual(rowsOf(`timestamp,close\n1789775999${zeros.replaceAll("0", "9")},5\n1789776000${zeros},6\n`), [
      { session: 20714, close: 5 }, // Witness: 1789776000 = 20715 * 86400
      { session: 20715, close: 6 },
    ]);
  }
});

test("the separator is the one by which a column of dates is found, whatever else the header holds", () => {
  assert.deepEqual(rowsOf("Date;Close;Remark, source, hand\n2026-09-18;5;a\n"), [{ session: 20714, close: 5 }]);
});

test("the decimal comma is told by any cell that can only be read one way", () => {
  const closes = (cells: string, separator = ";") => rowsOf(`Date${separator}Close${separator}Volume\n${cells}`)?.map(({ close }) => close);
  assert.deepEqual(closes("2026-09-17;1.234;\n2026-09-18;12,5;\n"), [1234, 12.5]);
  assert.deepEqual(closes("2026-09-17;1.234;\n2026-09-18;12.5;\n"), [1.234, 12.5]);
  assert.deepEqual(closes("2026-09-17;1,234;\n2026-09-18;12.5;\n"), [1234, 12.5]);
  assert.deepEqual(closes("2026-09-17;0,431;\n"), [0.431], "no group of thousands begins with zero");
  assert.deepEqual(closes("2026-09-17\t1,234\t1.2K\n", "\t"), [1234], "volumes tell it too");
  assert.deepEqual(closes("2026-09-17;1.234;\n"), [1.234], "a point alone is a point");
});

const FAULTS: [what: string, text: string, message: string][] = [
  ["empty", "", "file.csv: expected a header and rows; received an empty file"],
  ["blank", "\uFEFF\r\n \n", "file.csv: expected a header and rows; received an empty file"],
  ["a header only", "Date,Close", "file.csv: expected rows below the header; received none"],
  ["a header and a footer", "Time,Latest\nDownloaded from Barchart.com as of today\n", "file.csv: expected rows below the header; received none"],
  ["without a figure", "Date,Close\n2026-09-18,\n", "file.csv: expected a figure in some row; received only rows without one"],
  ["HTML", "\n<!DOCTYPE html><html></html>", "file.csv: expected CSV or JSON; received an HTML or XML page"],
  ["binary", "Date,Close\n\u0000", "file.csv: expected CSV or JSON as text; received binary data"],
  ["a list in JSON", '[{"date": "2026-09-18"}]', "file.csv: expected CSV, or JSON with settlements; received a list in JSON"],
  [
    "a refusal in words",
    "Exceeded the daily hits limit",
    "file.csv:1: expected a header with a column of dates (date, day, time, timestamp, Datum …); received Exceeded the daily hits limit",
  ],
  ["without a header", "2026-09-18,5\n", "file.csv:1: expected a header with a column of dates (date, day, time, timestamp, Datum …); received 2026-09-18, 5"],
  [
    "without a known figure",
    "date,Sentiment\n2026-09-18,5\n",
    "file.csv:1: expected a column of figures beside the dates (close, open, high, low, adj close, volume, value); received date, Sentiment",
  ],
  ["with two closes", "Date,Last,Settle\n2026-09-18,5,6\n", "file.csv:1: expected one column that is the close; received Last, Settle"],
  ["with a series twice", "DATE,AAA,AAA\n2026-09-18,5,6\n", "file.csv:1: expected each column once; received AAA again"],
  ["cut within a row", "Date,Open,Close\n2026-09-17,4,5\n2026-09-18,5", "file.csv:3: expected 3 cells; received 2 (truncated?)"],
  [
    "cut after a separator",
    "Date,Open,Close\n2026-09-17,4,5\n2026-09-18,5,",
    "file.csv:3: expected a line break after the last line; received a line that ends with an empty cell (truncated?)",
  ],
  ["with a cell too many", "Date,Close\n2026-09-18,5,6\n", "file.csv:2: expected 2 cells; received 3 (truncated?)"],
  [
    "with a quote that is never closed, in a column left out",
    'Date,Close,Note\n2026-09-17,5,"a\n2026-09-18,6,b\n',
    "file.csv:2: expected a quoted cell to be closed; received the end of the file (truncated?)",
  ],
  ["with text after a quoted cell", 'Date,Close\n2026-09-17,"5"6\n', "file.csv:2: expected a separator after a quoted cell; received other text"],
  [
    "wrong below a cell of several lines",
    'Date,Close,Note\n2026-09-17,5,"a\nb ""c"""\n2026-09-18,x,\n',
    'file.csv:4: Close: expected a number or an empty cell; received "x"',
  ],
  ["with a percentage for a price", "Date,Close\n2026-09-18,5%\n", 'file.csv:2: Close: expected a number or an empty cell; received "5%"'],
  ["with another currency's sign", "Date,Close\n2026-09-18,€5\n", 'file.csv:2: Close: expected a number or an empty cell; received "€5"'],
  ["with an infinite figure", "Date,Close\n2026-09-18,1e999\n", 'file.csv:2: Close: expected a number or an empty cell; received "1e999"'],
  ["with an abbreviated price", "Date,Close\n2026-09-18,1.2K\n", 'file.csv:2: Close: expected a number or an empty cell; received "1.2K"'],
  ["with a wrong group of thousands", 'Date,Close\n2026-09-18,"12,34"\n', 'file.csv:2: Close: expected a number or an empty cell; received "12,34"'],
  ["with a comma for decimals between commas", 'Date,Close\n2026-09-18,"0,431"\n', 'file.csv:2: Close: expected a number or an empty cell; received "0,431"'],
  [
    "with a comma that no cell explains",
    "Date;Close\n2026-09-18;1,234\n",
    'file.csv:2: Close: expected some cell to tell what the comma means; received only the like of "1,234"',
  ],
  [
    "with two decimal marks",
    "Date;Close\n2026-09-17;12.5\n2026-09-18;12,5\n",
    'file.csv:3: Close: expected one decimal mark; received "12.5" elsewhere and "12,5" here',
  ],
  ["of a day that is none", "Date,Close\n2026-02-29,5\n", 'file.csv:2: Date: expected a day like 2025-12-11; received "2026-02-29"'],
  ["of the year 26", "Date,Close\n0026-09-18,5\n", 'file.csv:2: Date: expected a day like 2025-12-11; received "0026-09-18"'],
  ["without a day in a row", "Date,Close\n,5\n", 'file.csv:2: Date: expected a day like 2025-12-11; received ""'],
  ["with a year of two digits", "Date,Close\n18-Sep-26,5\n", 'file.csv:2: Date: expected a day like 2025-12-11; received "18-Sep-26"'],
  ["with a stamp in a column of dates", "Date,Close\n1789776000,5\n", 'file.csv:2: Date: expected a day like 2025-12-11; received "1789776000"'],
  ["with a stamp of eleven digits", "timestamp,close\n17897760001,5\n", 'file.csv:2: timestamp: expected a day like 2025-12-11; received "17897760001"'],
  [
    "with dates that can be read both ways",
    "Date,Close\n1/2/2026,5\n1/3/2026,6\n",
    'file.csv:2: Date: expected a row that tells the order of day and month, or --dates mdy|dmy; received only the like of "1/2/2026"',
  ],
  [
    "with dates of two orders",
    "Date,Close\n1/13/2026,5\n14/1/2026,6\n",
    'file.csv:3: Date: expected one order of day and month; received "14/1/2026" after "1/13/2026" in line 2',
  ],
  [
    "with a price of CoinGecko within a day",
    "snapped_at,price\n2026-09-18 13:45:10 UTC,5\n",
    'file.csv:2: snapped_at: expected the start of a day, as 2025-12-11 00:00:00 UTC; received "2026-09-18 13:45:10 UTC"',
  ],
  ["with a day twice", "Date,Close\n2026-09-17,5\n2026-09-17,6\n", "file.csv:3: expected each day once; received 2026-09-17 with other figures than in line 2"],
  [
    "out of order",
    "Date,Close\n2026-09-16,5\n2026-09-18,6\n2026-09-17,7\n",
    "file.csv:4: days must ascend as they begin; received 2026-09-17 after 2026-09-18",
  ],
  ["without a symbol in a row", "symbol,date,close\n,2026-09-18,5\n", "file.csv:2: symbol: expected a symbol; received an empty cell"],
];

for (const [what, text, message] of FAULTS) {
  test(`a file ${what} is refused in one line that names the place`, () => {
    assert.throws(() => readMarketFile(textFile(text)), { name: "Problem", kind: "data", message });
  });
}

test("an order that was asked for is kept to", () => {
  const refusal = (dates: "ymd" | "mdy" | "dmy") => ({
    name: "Problem",
    message: `file.csv:2: Date: expected a day like 2025-12-11 or in the order ${dates}; received "18/09/2026"`,
  });
  for (const dates of ["mdy", "ymd"] as const) assert.throws(() => rowsOf("Date,Close\n18/09/2026,5\n", dates), refusal(dates));
});

const PRICES = new URL("../../../../shared/data/prices/", import.meta.url);
const skip = existsSync(PRICES) ? false : "the full price series, which are no part of the project, are absent";

// Witness: the same files by splitting lines at commas, which their makers' plain figures allow.
test("whole price histories read as a plain split reads them", { skip }, () => {
  const names = readdirSync(PRICES).filter((name) => readFileSync(new URL(name, PRICES), "utf8").startsWith("date,open,high,low,close,adj_close,volume"));
  assert.ok(names.length > 10);
  for (const name of names) {
    const path = fileURLToPath(new URL(name, PRICES));
    const lines = readFileSync(path, "utf8").trim().split(/\r?\n/).slice(1);
    const expected = lines
      .map((line) => line.split(","))
      .filter((cells) => cells.slice(1, 7).some((cell) => cell !== ""))
      .map(([day = "", , , , close = "", adjusted = ""]) => [
        parseDay(day),
        close === "" ? undefined : Number(close),
        adjusted === "" ? undefined : Number(adjusted),
      ]);
    const { series } = readMarketFile(readText(path));
    assert.deepEqual(
      series[0]?.rows.map(({ session, close, totalReturn }) => [session, close, totalReturn]),
      expected,
      name,
    );
  }
});
