import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { BAR_FIELDS, Problem, parseDay, toDay } from "../../../src/market/index.ts";
import { readMarketFile } from "../../../src/sources/files/readMarketFile.ts";
import { BAR_DOWNLOADS } from "../../fixtures/files/barDownloads.ts";
import { EPS_TABLE, MEETING_HISTORY, ONE_MEETING, SETTLEMENTS } from "../../fixtures/files/otherDownloads.ts";
import { textFile } from "../../fixtures/files/textFile.ts";

const FILES = [
  ...BAR_DOWNLOADS.map(({ text }) => textFile(text)),
  textFile("observation_date,AAA10,BB_2\n2026-09-17,,4.25\n2026-09-18,-0.05,.\n"),
  textFile(MEETING_HISTORY),
  textFile(ONE_MEETING, "FedMeeting_20261209.csv"),
  textFile(JSON.stringify(SETTLEMENTS), "zq.json"),
  textFile(EPS_TABLE),
];

const NASTY = [
  "",
  '"',
  '""',
  ",",
  ";",
  "\t",
  "\n",
  "\r",
  "\r\n",
  "NaN",
  "1e999",
  "-",
  "0000-00-00",
  "0001-01-01",
  "9999-12-31",
  "32",
  "13/13/2026",
  "1,234",
  "\u202e",
  "null",
  "\u0000",
  "{",
  "9".repeat(16),
  "__proto__",
];

// Places without bias, since a header that is hit tells little; digits for digits, so that a good part of the files can still be read.
const change = fc.record({
  at: fc.noBias(fc.nat(9999)),
  cut: fc.constantFrom(0, 1, 1, 1, 2, 12),
  put: fc.oneof(fc.constantFrom("0", "1", "2", "9"), fc.constantFrom(...NASTY), fc.string({ maxLength: 6 })),
});

const mutated = fc
  .tuple(fc.noBias(fc.constantFrom(...FILES)), fc.array(change, { minLength: 1, maxLength: 3 }), fc.option(fc.constantFrom("ymd", "mdy", "dmy")))
  .map(([file, changes, dates]) => {
    let { text } = file;
    for (const { at, cut, put } of changes) {
      const place = Math.floor((at / 10_000) * text.length);
      text = text.slice(0, place) + put + text.slice(place + cut);
    }
    return { file: { ...file, text }, options: dates === null ? {} : { dates } };
  });

test("a mutated file is read into real days and finite figures, or refused in one line", () => {
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(mutated, ({ file, options }) => {
      let read: ReturnType<typeof readMarketFile>;
      try {
        read = readMarketFile(file, options);
      } catch (error) {
        assert.ok(error instanceof Problem, String(error));
        assert.ok(error.kind === "data" && error.message.startsWith(file.path) && !error.message.includes("\n") && error.message.length < 1500, error.message);
        seen.refused++;
        return;
      }
      seen.read++;
      for (const { rows } of read.series) {
        assert.ok(rows.length > 0);
        for (const [k, row] of rows.entries()) {
          assert.equal(parseDay(toDay(row.session)), row.session);
          assert.ok(k === 0 || row.session > rows[k - 1]!.session);
          const fields = BAR_FIELDS.filter((field) => field in row);
          assert.ok(fields.length > 0 && fields.every((field) => Number.isFinite(row[field])), JSON.stringify(row));
        }
      }
      for (const { day, fields } of read.facts) {
        assert.notEqual(parseDay(day), undefined);
        assert.ok(Object.values(fields).every((value) => typeof value !== "number" || Number.isFinite(value)));
      }
      assert.ok(read.series.length + read.facts.length > 0);
    }),
    { numRuns: 2000 },
  );
  assert.ok(seen.read > 100 && seen.refused > 100, "both outcomes are met");
});

test("a large file is read in a time that grows with its length", () => {
  const secondsOf = (rows: number) => {
    const lines = Array.from({ length: rows }, (_, k) => `${toDay(k - 300_000)},"1,234.50",${k}\n`);
    const text = `Date,Close,Volume\n${lines.join("")}`;
    const start = performance.now();
    assert.equal(readMarketFile(textFile(text)).series[0]?.rows.length, rows);
    return (performance.now() - start) / 1000;
  };
  secondsOf(2000);
  // Witness: eight times the rows of a quadratic reader take 64 times as long; a linear one eight, with room for a busy machine.
  const small = secondsOf(10_000);
  const large = secondsOf(80_000);
  assert.ok(large < 30 * Math.max(small, 0.02), `${small} s, then ${large} s`);
});

test("a cell of hundreds of thousands of letters, or as many quotes, is refused at once", () => {
  for (const cell of ["9".repeat(300_000), '"'.repeat(300_001), `"${'""'.repeat(100_000)}"`, "\n".repeat(300_000), ",".repeat(300_000)]) {
    assert.throws(() => readMarketFile(textFile(`Date,Close\n2026-09-18,${cell}`)), { name: "Problem" });
    assert.throws(() => readMarketFile(textFile(cell)), { name: "Problem" });
  }
});
