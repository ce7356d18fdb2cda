import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber, toDay } from "../../../src/market/index.ts";
import type { Ask } from "../../../src/sources/source.ts";
import { fred } from "../../../src/sources/vendors/fred.ts";

const SAMPLES = new URL("../../../../shared/wire/fred/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const sample = (name: string) => JSON.parse(readFileSync(new URL(name, SAMPLES), "utf8"));

const ask = (symbol: string, from: string, to: string, now = "2026-11-20T22:00:00Z"): Ask => ({ symbol, from, to, now: Date.parse(now) });
const read = (body: unknown, asked: Ask) => fred.read(body, asked, fred.request(asked));
const observation = (date: string, value: string, since: string) => ({ realtime_start: since, realtime_end: "9999-12-31", date, value });

test("the sample observations are read, a holiday's dot left out", { skip }, () => {
  // Read off the files by eye.
  assert.deepEqual(read(sample("observations_DFEDTARU.json"), ask("DFEDTARU", "2026-09-16", "2026-09-18")), {
    rows: [
      { session: dayNumber("2026-09-16"), value: 3.75 },
      { session: dayNumber("2026-09-17"), value: 4 },
      { session: dayNumber("2026-09-18"), value: 4 },
    ],
  });
  assert.deepEqual(read(sample("observations_missing.json"), ask("DGS10", "2026-07-02", "2026-07-06")), {
    rows: [
      { session: dayNumber("2026-07-02"), value: 4.49 },
      { session: dayNumber("2026-07-06"), value: 4.48 },
    ],
  });
});

test("the sample vintages are rows of one day that say when each was known, whether vintages were asked for or not", { skip }, () => {
  for (const symbol of ["WALCL", "WALCL@vintages"]) {
    assert.deepEqual(read(sample("observations_vintages.json"), ask(symbol, "2026-08-19", "2026-08-19")), {
      // Read off the file by eye; midnight of New York is 04:00 UTC in summer.
      rows: [
        { session: dayNumber("2026-08-19"), value: 6_745_699, knownAt: Date.parse("2026-08-20T04:00:00Z") },
        { session: dayNumber("2026-08-19"), value: 6_745_701, knownAt: Date.parse("2026-09-10T04:00:00Z") },
      ],
    });
  }
});

test("the sample refusals have their causes and words", { skip }, () => {
  const refused = (name: string, status: number) => fred.complaint({ status, text: "", json: sample(name) });
  assert.equal(refused("err_400_key.json", 400)?.cause, "badKey");
  assert.match(refused("err_400_key.json", 400)?.words ?? "", /^Bad Request\. The value for variable api_key is not a 32 character/);
  assert.deepEqual(refused("err_400_series.json", 400), { cause: "unknownSymbol", words: "Bad Request. The series does not exist." });
  assert.deepEqual(refused("err_429.json", 429), { cause: "rateLimited", words: "Too Many Requests. Exceeded Rate Limit" });
  assert.equal(refused("observations_missing.json", 200), undefined);
});

test("a request asks for one series, ascending, from the first observation on, and leaves the key to others", () => {
  assert.equal(
    fred.request(ask("DGS10", "1962-01-02", "2026-11-20")).url,
    "https://api.stlouisfed.org/fred/series/observations?series_id=DGS10&file_type=json&observation_start=1962-01-02&observation_end=2026-11-20&sort_order=asc&limit=100000&offset=0",
  );
  const { searchParams } = new URL(fred.request(ask("WALCL@vintages", "2002-12-18", "2026-11-20")).url);
  assert.deepEqual(
    ["series_id", "realtime_start", "realtime_end", "vintage_date", "vintage_dates", "api_key"].map((name) => searchParams.get(name)),
    ["WALCL", "1776-07-04", "9999-12-31", null, null, null],
  );
  for (const symbol of ["GOLDAMGBD228NLBM", "DGS10&api_key=x", "@vintages", "dgs10", "__proto__", ""]) {
    assert.throws(() => fred.request(ask(symbol, "2026-01-01", "2026-11-20")), { why: "unknownSymbol" }, symbol);
  }
});

test("pages go on where the last ended; a day's vintages are never divided between two", () => {
  const body = (offset: number, count: number, observations: unknown[]) => ({ units: "lin", offset, count, observations });
  const days = [observation("2026-11-04", "1", "2026-11-05"), observation("2026-11-11", "2", "2026-11-12"), observation("2026-11-11", "3", "2026-11-19")];
  const next = (symbol: string) => {
    const page = read(body(0, 5, days), ask(symbol, "2026-11-01", "2026-11-20"));
    return [page.rows.map(({ session, value }) => `${toDay(session)} ${value}`), new URL(page.next!.url).searchParams.get("offset")];
  };
  assert.deepEqual(next("WALCL"), [["2026-11-04 1", "2026-11-11 2", "2026-11-11 3"], "3"]);
  assert.deepEqual(next("WALCL@vintages"), [["2026-11-04 1"], "1"]);
  const asked = ask("WALCL@vintages", "2026-11-01", "2026-11-20");
  const last = fred.read(body(1, 3, days.slice(1)), asked, { url: fred.request(asked).url.replace("offset=0", "offset=1") });
  assert.deepEqual([last.rows.length, last.next], [2, undefined]);
});

test("a vintage is known from midnight of New York, summer and winter", () => {
  // By the rule of daylight saving: 2026-03-08 and 2026-11-01 change at 02:00, so that midnight of these days is still on the old time.
  const midnights: [since: string, utc: string][] = [
    ["2026-03-07", "2026-03-07T05:00:00Z"],
    ["2026-03-08", "2026-03-08T05:00:00Z"],
    ["2026-03-09", "2026-03-09T04:00:00Z"],
    ["2026-11-01", "2026-11-01T04:00:00Z"],
    ["2026-11-02", "2026-11-02T05:00:00Z"],
  ];
  const observations = midnights.map(([since], i) => observation(`2026-01-0${i + 1}`, "1", since));
  const { rows } = read({ offset: 0, count: midnights.length, observations }, ask("DGS10@vintages", "2026-01-01", "2026-11-20"));
  assert.deepEqual(
    rows.map(({ knownAt }) => knownAt),
    midnights.map(([, utc]) => Date.parse(utc)),
  );
});

test("today is New York's: until its midnight tomorrow is left out, summer and winter", () => {
  const read2 = (now: string, ...days: string[]) =>
    read({ offset: 0, count: days.length, observations: days.map((day) => observation(day, "1", "2026-01-02")) }, ask("IORB", "2026-01-01", "2027-01-01", now))
      .rows.length;
  assert.deepEqual([read2("2026-07-02T03:59:59Z", "2026-07-01", "2026-07-02"), read2("2026-07-02T04:00:00Z", "2026-07-01", "2026-07-02")], [1, 2]);
  assert.deepEqual([read2("2026-12-02T04:59:59Z", "2026-12-01", "2026-12-02"), read2("2026-12-02T05:00:00Z", "2026-12-01", "2026-12-02")], [1, 2]);
});

test("the vintages of a series are what the series is, and the key goes into the query", () => {
  assert.deepEqual(fred.about("DGS10@vintages"), fred.about("DGS10"));
  assert.deepEqual([fred.rights("DGS10@vintages"), fred.rights("SP500@vintages"), fred.rights("X")], ["redistributable", "personal", "personal"]);
  assert.deepEqual([fred.about("X"), fred.about("@vintages"), fred.about("DGS10@vintages@vintages")], [undefined, undefined, undefined]);
  assert.deepEqual([fred.key?.name, fred.key?.query, fred.key?.header], ["FRED_KEY", "api_key", undefined]);
});
