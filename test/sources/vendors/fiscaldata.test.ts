import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber } from "../../../src/market/index.ts";
import type { Ask } from "../../../src/sources/source.ts";
import { fiscaldata } from "../../../src/sources/vendors/fiscaldata.ts";

const SAMPLES = new URL("../../../../shared/wire/fiscaldata/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const sample = (name: string) => JSON.parse(readFileSync(new URL(name, SAMPLES), "utf8"));

const ask = (from = "2005-10-03", to = "2026-11-20"): Ask => ({ symbol: "TGA", from, to, now: Date.parse("2026-11-20T22:00:00Z") });
const read = (body: unknown, asked = ask(), request = fiscaldata.request(asked)) => fiscaldata.read(body, asked, request);

// The expected values of the samples were read off the files by eye.
test("the sample statements say their closing balance, each by the columns of its time", { skip }, () => {
  assert.deepEqual(read(sample("dts_tga_2020.json")), { rows: [{ session: dayNumber("2020-06-01"), value: 1_394_436 }] });
  assert.deepEqual(read(sample("dts_tga_2026.json")), { rows: [{ session: dayNumber("2026-10-05"), value: 883_335 }] });
  assert.deepEqual(read(sample("empty.json")), { rows: [] });
});

test("the sample refusal keeps its words, whatever its status", { skip }, () => {
  const words = "Invalid Query Param: Invalid query parameter 'foo' with value '[1]'. For more information please see the documentation.";
  for (const status of [200, 400]) assert.deepEqual(fiscaldata.complaint({ status, text: "", json: sample("err_400.json") }), { cause: "badRequest", words });
  assert.equal(fiscaldata.complaint({ status: 200, text: "", json: sample("empty.json") }), undefined);
});

test("a request asks for both days and all rows of a day, ascending, a page at a time", () => {
  const url = new URL(fiscaldata.request(ask("2026-09-01", "2026-10-05")).url);
  assert.equal(`${url.origin}${url.pathname}`, "https://api.fiscaldata.treasury.gov/services/api/fiscal_service/v1/accounting/dts/operating_cash_balance");
  assert.deepEqual(Object.fromEntries(url.searchParams), {
    filter: "record_date:gte:2026-09-01,record_date:lte:2026-10-05",
    fields: "record_date,account_type,close_today_bal,open_today_bal",
    sort: "record_date,account_type",
    "page[size]": "10000",
    "page[number]": "1",
  });
  assert.throws(() => fiscaldata.request({ ...ask(), symbol: "tga" }), { why: "unknownSymbol", message: 'expected TGA; received "tga"' });
});

const CLOSING = "Treasury General Account (TGA) Closing Balance";
const OTHER = "Total TGA Deposits (Table II)";
const entry = (record_date: string, account_type: string, open_today_bal = "5") => ({ record_date, account_type, close_today_bal: "null", open_today_bal });
const body = (pages: number, ...data: unknown[]) => ({ data, meta: { count: data.length, "total-pages": pages } });
const pageNumber = (n: number) => ({ url: fiscaldata.request(ask()).url.replace(/1$/, String(n)) });

test("pages go on up to the last", () => {
  const { next } = read(body(3, entry("2026-11-05", CLOSING)));
  assert.equal(next?.url, pageNumber(2).url);
  assert.equal(read(body(3, entry("2026-11-05", CLOSING)), ask(), pageNumber(3)).next, undefined);
});

test("a day may be divided between two pages, and only there lack its closing balance", () => {
  const days = [entry("2026-11-04", OTHER), entry("2026-11-05", CLOSING, "7"), entry("2026-11-06", OTHER)];
  const sessions = (page: number) => read(body(3, ...days), ask(), pageNumber(page)).rows;
  assert.deepEqual(sessions(2), [{ session: dayNumber("2026-11-05"), value: 7 }]);
  assert.throws(() => sessions(1), { why: "malformed", message: /^data, 2026-11-04: expected one row ".* Closing Balance"; received 0$/ });
  assert.throws(() => sessions(3), { why: "malformed", message: /^data, 2026-11-06: expected one row ".* Closing Balance"; received 0$/ });
});

test("the balance is that of the Treasury's account at the Federal Reserve, in millions, free to pass on", () => {
  assert.deepEqual(fiscaldata.about("TGA"), {
    kind: "reading",
    calendar: "US-FED",
    close: { time: "24:00", zone: "America/New_York" },
    unit: "millions of USD",
    name: "Treasury General Account, closing balance",
    release: { calendar: "US-FED", after: 1, time: "16:00" },
  });
  assert.deepEqual([fiscaldata.rights("TGA"), fiscaldata.rights("tga"), fiscaldata.about("tga")], ["redistributable", "personal", undefined]);
});
