import assert from "node:assert/strict";
import { test } from "node:test";
import { barColumns } from "../../../src/sources/files/barColumns.ts";

test("names are known whatever their capitals, spaces and punctuation", () => {
  assert.deepEqual(barColumns(["TRADE_DATE", "Adj. Close**", "Close*", "Ticker", "Vol.", "o", "H", "low price", "Dividends", "Stock Splits", "Value", ""]), [
    "date",
    "totalReturn",
    "close",
    "symbol",
    "volume",
    "open",
    "high",
    "low",
    "dividend",
    "split",
    "value",
    undefined,
  ]);
});

test("a time is the date only where there is no date", () => {
  assert.deepEqual(barColumns(["Date", "Time", "Close"]), ["date", undefined, "close"]);
  assert.deepEqual(barColumns(["Time", "Close"]), ["date", "close"]);
});

test("a column named as a method of objects is unknown", () => {
  assert.deepEqual(barColumns(["date", "close", "constructor", "toString"]), ["date", "close", undefined, undefined]);
});

const FAULTS: [what: string, names: string[], message: string][] = [
  ["no dates", ["a", "close"], "A.parquet: expected a header with a column of dates (date, day, time, timestamp, Datum …); received a, close"],
  ["two dates", ["Date", "day", "close"], "A.parquet: expected one column that is the date; received Date, day"],
  ["two times and no date", ["time", "timestamp", "close"], "A.parquet: expected one column that is the date; received time, timestamp"],
  ["two closes", ["date", "Price", "Close"], "A.parquet: expected one column that is the close; received Price, Close"],
  ["two adjusted closes", ["date", "Adj Close", "total_return"], "A.parquet: expected one column that is the adjusted close; received Adj Close, total_return"],
  ["two symbols", ["date", "symbol", "ticker", "close"], "A.parquet: expected one column that is the symbol; received symbol, ticker"],
  [
    "no figures",
    ["date", "symbol", "b"],
    "A.parquet: expected a column of figures beside the dates (close, open, high, low, adj close, volume, value); received date, symbol, b",
  ],
];

for (const [what, names, message] of FAULTS) {
  test(`a header with ${what} is refused by the names`, () => {
    assert.throws(() => barColumns(names, "A.parquet"), { name: "Problem", kind: "data", message });
  });
}

test("a header of thousands of names makes a short message", () => {
  const names = Array.from({ length: 5000 }, (_, k) => `column\n${k} ${"x".repeat(100)}`);
  assert.throws(
    () => barColumns(names),
    ({ message }: Error) => message.length < 1200 && message.endsWith(" and 4976 more") && !message.includes("\n"),
  );
});
