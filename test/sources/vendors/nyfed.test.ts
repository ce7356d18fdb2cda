import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber } from "../../../src/market/index.ts";
import type { Ask } from "../../../src/sources/source.ts";
import { nyfed } from "../../../src/sources/vendors/nyfed.ts";

const SAMPLES = new URL("../../../../shared/wire/nyfed/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const sample = (name: string) => JSON.parse(readFileSync(new URL(name, SAMPLES), "utf8"));

const ask = (symbol: string, from = "2000-07-03", to = "2026-11-20"): Ask => ({ symbol, from, to, now: Date.parse("2026-11-20T22:00:00Z") });
const read = (body: unknown, asked: Ask) => nyfed.read(body, asked, nyfed.request(asked));

// The expected values of the samples were read off the files by eye.
test("the sample rates are read, each type by its own field", { skip }, () => {
  assert.deepEqual(read(sample("effr_search.json"), ask("EFFR")).rows, [
    { session: dayNumber("2026-09-23"), value: 3.88 },
    { session: dayNumber("2026-09-02"), value: 3.63 },
  ]);
  const [obfr, tgcr, sofrai] = sample("rates_latest.json").refRates;
  assert.deepEqual(read({ refRates: [obfr] }, ask("OBFR")).rows, [{ session: dayNumber("2026-09-02"), value: 3.63 }]);
  assert.deepEqual(read({ refRates: [tgcr] }, ask("TGCR")).rows, [{ session: dayNumber("2026-09-02"), value: 3.63 }]);
  assert.deepEqual(read({ refRates: [sofrai] }, ask("SOFR-index")).rows, [{ session: dayNumber("2026-09-03"), value: 1.25731603 }]);
  assert.throws(() => read(sample("rates_latest.json"), ask("OBFR")), { why: "malformed", message: 'refRates[1].type: expected "OBFR"; received "TGCR"' });
});

test("the sample account is read in dollars, the week of empty amounts left out", { skip }, () => {
  const week = dayNumber("2021-10-27");
  assert.deepEqual(read(sample("soma_summary.json"), ask("SOMA-total")).rows, [{ session: week, value: 7_977_583_538_387.2 }]);
  assert.deepEqual(read(sample("soma_summary.json"), ask("SOMA-bills")).rows, [{ session: week, value: 326_044_000_000 }]);
  assert.deepEqual(read(sample("soma_summary.json"), ask("SOMA-cmbs")).rows, [{ session: week, value: 9_391_658_120.8 }]);
  assert.deepEqual(read(sample("soma_summary.json"), ask("SOMA-total", "2021-10-28")).rows, []);
});

test("the sample reverse repo is in dollars: 0.225 of FRED's billions", { skip }, () => {
  assert.deepEqual(read(sample("rrp_results.json"), ask("RRP")).rows, [{ session: dayNumber("2026-08-20"), value: 225_000_000 }]);
});

test("the sample Treasury operations are facts, oldest first, summary or details", { skip }, () => {
  const { rows, facts } = read(sample("tsy_results_summary.json"), ask("operations"));
  assert.deepEqual(rows, []);
  assert.deepEqual(
    facts?.map(({ id, day, fields }) => [id, day, fields.accepted]),
    [
      ["OR 121225 1", "2025-12-12", 8_167_000_000],
      ["OR 083126 25", "2026-08-31", 4_243_000_000],
    ],
  );
  assert.deepEqual(facts?.[0], {
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
      method: "Multiple Price",
      note: null,
    },
  });
  assert.deepEqual(read(sample("tsy_results_details.json"), ask("operations")).facts, [facts?.[1]]);
});

test("a request goes to the path of its symbol, with dates where the path takes them", () => {
  const urls = Object.fromEntries(
    ["EFFR", "OBFR", "SOFR", "BGCR", "TGCR", "SOFR-index", "SOMA-total", "SOMA-mbs", "RRP", "operations"].map((symbol) => [symbol, path(symbol)]),
  );
  const dates = "startDate=2026-11-02&endDate=2026-11-20";
  assert.deepEqual(urls, {
    EFFR: `rates/unsecured/effr/search.json?${dates}`,
    OBFR: `rates/unsecured/obfr/search.json?${dates}`,
    SOFR: `rates/secured/sofr/search.json?${dates}`,
    BGCR: `rates/secured/bgcr/search.json?${dates}`,
    TGCR: `rates/secured/tgcr/search.json?${dates}`,
    "SOFR-index": `rates/secured/sofrai/search.json?${dates}`,
    "SOMA-total": "soma/summary.json",
    "SOMA-mbs": "soma/summary.json",
    RRP: `rp/results/search.json?${dates}`,
    operations: `tsy/all/results/summary/search.json?${dates}`,
  });
});

function path(symbol: string): string {
  const root = "https://markets.newyorkfed.org/api/";
  const { url } = nyfed.request(ask(symbol, "2026-11-02", "2026-11-20"));
  assert.ok(url.startsWith(root), url);
  return url.slice(root.length);
}

test("a rate is in percent, its index an index, an amount in dollars", () => {
  const units = ["EFFR", "SOFR", "SOFR-index", "SOMA-total", "SOMA-tipsInflationCompensation", "RRP", "operations"].map((symbol) => nyfed.about(symbol)?.unit);
  assert.deepEqual(units, ["percent", "percent", "index", "USD", "USD", "USD", "USD"]);
  assert.deepEqual(nyfed.about("RRP")?.close, { time: "13:15", zone: "America/New_York" });
  const releases = ["EFFR", "SOFR", "SOMA-total", "RRP"].map((symbol) => nyfed.about(symbol)?.release);
  assert.deepEqual(releases, [
    { calendar: "US-FED", after: 1, time: "09:00" },
    { calendar: "US-BOND", after: 1, time: "08:00" },
    { calendar: "US-FED", after: 1, time: "16:30" },
    { calendar: "US-BOND", after: 0, time: "13:15" },
  ]);
  assert.deepEqual([nyfed.about("EFFR")?.calendar, nyfed.about("EFFR")?.kind, nyfed.rights("EFFR")], ["US-FED", "reading", "redistributable"]);
  for (const symbol of ["effr", "SOFRAI", "SOMA-", "", "__proto__", "constructor"]) {
    assert.equal(nyfed.about(symbol), undefined, symbol);
    assert.equal(nyfed.rights(symbol), "personal", symbol);
    assert.throws(() => nyfed.request(ask(symbol)), { why: "unknownSymbol" }, symbol);
  }
});

/** A Treasury operation of an invented venue. */
function operation(operationId: unknown, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    operationId,
    auctionStatus: "Results",
    operationType: "Outright Coupon Sale",
    operationDate: "2026-11-03",
    settlementDate: "2026-11-04",
    maturityRangeStart: "2028-01-15",
    maturityRangeEnd: "",
    operationDirection: "S",
    auctionMethod: "Multiple Price",
    totalParAmtSubmitted: 90,
    totalParAmtAccepted: "25.5",
    note: "small",
    ...changes,
  };
}

const facts = (...auctions: unknown[]) => read({ treasury: { auctions } }, ask("operations", "2026-11-02", "2026-11-20")).facts;

test("an operation's empty fields are null, announcements and other days left out, the order that of day and id", () => {
  const [first, second, ...others] = facts(
    operation("OR 110326 2", { totalParAmtAccepted: "", note: null, auctionMethod: undefined }),
    operation("OR 110326 1"),
    operation("OR 110326 3", { auctionStatus: "Announced", totalParAmtAccepted: "" }),
    operation("OR 103026 1", { operationDate: "2026-10-30" }),
  )!;
  assert.deepEqual([first?.id, second?.id, others], ["OR 110326 1", "OR 110326 2", []]);
  assert.deepEqual([first?.fields.submitted, first?.fields.accepted, first?.fields.note, first?.fields.maturityTo], [90, 25.5, "small", null]);
  assert.deepEqual([second?.fields.accepted, second?.fields.note, second?.fields.method], [null, null, null]);
});

test("an operation that is not understood is refused by its place", () => {
  const faults: [changes: Readonly<Record<string, unknown>>, message: RegExp][] = [
    [{ operationId: "" }, /^treasury\.auctions\[1\]\.operationId: expected a text; received ""$/],
    [{ operationId: "OR 110326 1" }, /^treasury\.auctions\[1\]\.operationId: expected each operation once; received "OR 110326 1"$/],
    [{ operationDate: null }, /^treasury\.auctions\[1\]\.operationDate: expected a day like 2025-12-11; received null$/],
    [{ auctionStatus: undefined }, /^treasury\.auctions\[1\]\.auctionStatus: expected a text; received undefined$/],
    [{ operationDirection: "" }, /^treasury\.auctions\[1\]\.operationDirection: expected a text; received ""$/],
    [{ settlementDate: "11/04/2026" }, /^treasury\.auctions\[1\]\.settlementDate: expected a day like 2025-12-11; received "11\/04\/2026"$/],
    [{ maturityRangeEnd: 20_260_101 }, /^treasury\.auctions\[1\]\.maturityRangeEnd: expected a text; received 20260101$/],
    [{ totalParAmtSubmitted: undefined }, /^treasury\.auctions\[1\]\.totalParAmtSubmitted: expected a finite number; received undefined$/],
    [{ totalParAmtAccepted: "25,5" }, /^treasury\.auctions\[1\]\.totalParAmtAccepted: expected a decimal number as text; received "25,5"$/],
    [{ totalParAmtAccepted: "-1" }, /^treasury\.auctions\[1\]\.totalParAmtAccepted: expected dollars from 0 up; received "-1"$/],
    [{ note: 7 }, /^treasury\.auctions\[1\]\.note: expected a text; received 7$/],
  ];
  for (const [changes, message] of faults) {
    assert.throws(() => facts(operation("OR 110326 1"), operation("OR 110326 2", changes)), { why: "malformed", message }, JSON.stringify(changes));
  }
});
