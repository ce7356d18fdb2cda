import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { dayNumber } from "../../../src/market/index.ts";
import type { Ask, Row } from "../../../src/sources/source.ts";
import { yahoo } from "../../../src/sources/vendors/yahoo.ts";
import { yahooFixture } from "../../fixtures/vendors/yahoo.ts";

const SAMPLES = new URL("../../../../shared/wire/yahoo/", import.meta.url);
const skip = existsSync(SAMPLES) ? false : "the sample answers, which are no part of the project, are absent";
const NOW = Date.UTC(2026, 10, 22);
const ASK: Ask = { symbol: "QQQ", from: "1990-01-01", to: "2026-11-20", now: NOW };

const text = (file: string) => readFileSync(new URL(file, SAMPLES), "utf8");
const json = (file: string): unknown => JSON.parse(text(file));
const sample = (file: string, ask: Partial<Ask> = {}) => {
  const asked = { ...ASK, ...ask };
  return yahoo.read(json(file), asked, yahoo.request(asked));
};
const bar = (day: string, rest: Omit<Row, "session">): Row => ({ session: dayNumber(day), ...rest });

test("the whole history is asked for in one request, from before its first day to the end of its last", () => {
  const params = (ask: Partial<Ask>) => new URL(yahoo.request({ ...ASK, ...ask }).url).searchParams;
  const one = params({ from: "2025-03-07", to: "2025-03-07" });
  // 14 days before 2025-03-07T00:00Z = 1741305600, and the midnight that ends it.
  assert.equal(one.get("period1"), String(1741305600 - 14 * 86_400));
  assert.equal(one.get("period2"), String(1741305600 + 86_400));
  assert.equal(one.get("interval"), "1d");
  assert.equal(one.get("events"), "div|split");
  assert.equal(params({ from: "1960-01-15" }).get("period1"), String(-3653 * 86_400), "ten years with three leap days before 1970, negative");
});

test("a symbol is written into the path so that it stays one", () => {
  const path = (symbol: string) => new URL(yahoo.request({ ...ASK, symbol }).url).pathname;
  assert.equal(path("^GSPC"), "/v8/finance/chart/%5EGSPC");
  assert.equal(path("GC=F"), "/v8/finance/chart/GC%3DF");
  assert.equal(path("../quote?x=1"), "/v8/finance/chart/..%2Fquote%3Fx%3D1");
});

test("what a symbol is follows from how it is written; what has no calendar here is not served", () => {
  const known: [symbol: string, kind: string, calendar: string, close: string, unit: string][] = [
    ["IWM", "etf", "XNYS", "16:00 America/New_York", "USD"],
    ["NVDA", "stock", "XNYS", "16:00 America/New_York", "USD"],
    ["BRK-B", "stock", "XNYS", "16:00 America/New_York", "USD"],
    ["^GSPC", "index", "XNYS", "16:00 America/New_York", "index"],
    ["^VIX", "index", "XNYS", "16:15 America/New_York", "index"],
    ["^TNX", "index", "XNYS", "15:00 America/New_York", "percent"],
    ["GC=F", "future", "XNYS", "17:00 America/New_York", "USD"],
    ["ZQ=F", "future", "XNYS", "17:00 America/New_York", "points"],
    ["ZQZ26.CBT", "future", "XNYS", "17:00 America/New_York", "points"],
    ["BTC-USD", "crypto", "24/7", "24:00 UTC", "USD"],
  ];
  for (const [symbol, ...expected] of known) {
    const { kind, calendar, close, unit } = yahoo.about(symbol)!;
    assert.deepEqual([kind, calendar, `${close.time} ${close.zone}`, unit], expected, symbol);
  }
  assert.match(yahoo.about("GC=F")?.name ?? "", /New York Stock Exchange, the nearest calendar/);
  for (const symbol of ["", "VOD.L", "SAP.DE", "7203.T", "^FTSE", "EURUSD=X", "DX-Y.NYB", "BTC-EUR", "BRK.B", "ZQZ26=F", "ZQA26.CBT", "QQQ/..", "toString"]) {
    assert.equal(yahoo.about(symbol), undefined, symbol);
  }
});

test("the unit is the currency where the figures are amounts of it, and not said where they are not", () => {
  const { ask, respond } = yahooFixture;
  const answered = (symbol: string) => {
    const body = JSON.parse(respond(new URL(yahoo.request(ask).url), {}).body.replaceAll("LKSP", symbol)) as unknown;
    return yahoo.read(body, { ...ask, symbol }, yahoo.request({ ...ask, symbol }));
  };
  assert.deepEqual([answered("LKSP").unit, answered("LKSP").zone, answered("LKSP").name], ["USD", "America/New_York", "Lockstep Test Fund"]);
  assert.equal(answered("^GSPC").unit, undefined);
  assert.equal(answered("ZQZ26.CBT").unit, undefined);
  assert.equal(answered("VOD.L").unit, "USD", "of a symbol that is not known here, what the answer says");
});

test("a future stamped the evening before belongs to the session that begins then; a stock does not", () => {
  // 2025-03-09 is a Sunday on which New York goes from UTC-5 to UTC-4. Globex opens at 18:00 New York, 22:00 UTC after the change.
  const days: [utc: string, session: string][] = [
    ["2025-03-06T05:00:00Z", "2025-03-06"], // 00:00 New York
    ["2025-03-07T04:00:00Z", "2025-03-07"], // 23:00 New York of the 6th
    ["2025-03-09T22:00:00Z", "2025-03-10"], // 18:00 of Sunday
    ["2025-03-11T03:00:00Z", "2025-03-11"], // 23:00 of Monday
    ["2025-03-12T20:59:59Z", "2025-03-12"], // 16:59 of Wednesday, the last trade before the close
  ];
  const read = (symbol: string, utcs: readonly string[]) => {
    const ask = { ...yahooFixture.ask, symbol };
    const column = utcs.map((_, i) => 100 + i);
    const result = {
      meta: { symbol, exchangeTimezoneName: "America/New_York" },
      timestamp: utcs.map((utc) => Date.parse(utc) / 1000),
      indicators: { quote: [{ open: column, high: column, low: column, close: column }] },
    };
    return yahoo.read({ chart: { result: [result] } }, ask, yahoo.request(ask)).rows.map(({ session }) => session);
  };
  assert.deepEqual(
    read(
      "GC=F",
      days.map(([utc]) => utc),
    ),
    days.map(([, session]) => dayNumber(session)),
  );
  assert.deepEqual(read("LKSP", ["2025-03-07T04:00:00Z"]), [dayNumber("2025-03-06")]);
});

test("words of a refusal within an ordinary answer are none", () => {
  const body = yahooFixture.respond(new URL(yahoo.request(yahooFixture.ask).url), {}).body.replace("Lockstep Test Fund", "Will be right back");
  assert.equal(yahoo.complaint({ status: 200, text: body, json: JSON.parse(body) }), undefined);
});

test("no answer, however it is put together, brings anything but rows or a refusal", () => {
  const { ask, respond } = yahooFixture;
  const whole = respond(new URL(yahoo.request(ask).url), {}).body;
  const odd = [null, 0, -1, 1e300, "", "x", [], {}, [null], [[]], true, { __proto__: null }];
  let refused = 0;
  // Every value of a true answer in turn gives way to every odd one.
  const places = whole.match(/:(?=[^/])/g)!.length;
  for (let place = 0; place < places; place++) {
    for (const value of odd) {
      let seen = -1;
      const body: unknown = JSON.parse(whole, function (_key, held: unknown) {
        seen++;
        return seen === place ? value : held;
      });
      try {
        const { rows } = yahoo.read(body, ask, yahoo.request(ask));
        for (const row of rows) for (const number of Object.values(row)) assert.ok(Number.isFinite(number), JSON.stringify(row));
      } catch (error) {
        assert.equal((error as { why?: string }).why, "malformed", String(error));
        refused++;
      }
      yahoo.complaint({ status: 200, text: JSON.stringify(body), json: body });
    }
  }
  assert.ok(refused > places, `${refused} refusals`);
});

test("sample answers: stocks, funds, futures and coins", { skip }, () => {
  assert.deepEqual(sample("chart_QQQ_1d.json"), {
    rows: [bar("2020-01-02", { open: 214.4, high: 216.16, low: 213.98, close: 216.16, volume: 30_969_400 })],
    zone: "America/New_York",
    unit: "USD",
    name: "Invesco QQQ Trust",
  });
  assert.deepEqual(sample("chart_GC=F_1d.json", { symbol: "GC=F" }).rows, [
    bar("2020-01-02", { open: 1518.1, high: 1528.7, low: 1518, close: 1524.5, volume: 214 }),
  ]);
  const coin = sample("chart_BTC-USD_1d.json", { symbol: "BTC-USD", from: "2020-01-01", to: "2020-01-02" });
  assert.deepEqual(
    coin.rows.map(({ session, close }) => [session - dayNumber("2020-01-01"), close]),
    [
      [0, 7200.1743],
      [1, 6985.47], // 32 bits lie 0.00049 apart there
    ],
    "the third bar, stamped at the end of the range asked for, lies beyond it",
  );
  const contract = sample("chart_ZQU26.CBT_1d.json", { symbol: "ZQU26.CBT" });
  assert.equal(contract.unit, undefined);
  assert.deepEqual(
    contract.rows.map(({ session }) => session),
    ["2026-07-27", "2026-07-28", "2026-07-29"].map(dayNumber),
  );
  assert.equal(contract.rows[0]?.close, 96.22);
});

test("sample answers: splits and dividends on their days, prices before a split as given", { skip }, () => {
  const apple = sample("chart_AAPL_split_dividend.json", { symbol: "AAPL" }).rows;
  assert.deepEqual(apple[0], bar("2020-08-31", { open: 127.58, high: 131, low: 126, close: 129.04, volume: 225_702_700, split: 4 }));
  assert.deepEqual([apple.at(-1)?.session, apple.at(-1)?.dividend], [dayNumber("2020-11-06"), 0.205]);
  const nvidia = sample("chart_NVDA_split.json", { symbol: "NVDA" }).rows;
  assert.deepEqual(
    nvidia.map(({ close, split }) => [close, split]),
    [
      [18.77975, undefined], // 32 bits lie 0.0000019 apart there
      [18.612, 4],
      [19.41, undefined],
      [19.594, undefined],
      [19.558, undefined],
    ],
  );
  const microsoft = sample("chart_MSFT_dividend.json", { symbol: "MSFT", to: "2021-05-31" }).rows;
  assert.deepEqual(
    microsoft.map(({ session, close, dividend }) => [session - dayNumber("2021-02-16"), close, dividend]),
    [
      [0, 243.7, undefined],
      [1, 244.2, 0.56],
      [2, 243.79, undefined],
      [3, 240.97, undefined],
      [92, undefined, 0.56], // 2021-05-19, a day whose bar the sample leaves out
    ],
  );
});

test("sample answers: no bars, a bar of nulls, the running day, the running day twice", { skip }, () => {
  assert.deepEqual(sample("chart_empty_quote.json").rows, []);
  assert.deepEqual(
    sample("chart_null_bar.json").rows.map(({ session, close }) => [session, close]),
    [
      [dayNumber("2020-01-02"), 216.16],
      [dayNumber("2020-01-06"), 213.86],
    ],
  );
  assert.deepEqual(sample("chart_partial_today.json").rows.at(-1), bar("2025-02-20", { open: 539, high: 539.6, low: 537.9, close: 538.11, volume: 7_412_345 }));
  const twice = sample("chart_duplicate_last.json").rows;
  assert.deepEqual(
    twice.map(({ session, volume }) => [session, volume]),
    [
      [dayNumber("2025-02-19"), 19_089_900],
      [dayNumber("2025-02-20"), 30_512_345],
    ],
  );
});

test("sample answers: refusals", { skip }, () => {
  const refusals: [file: string, status: number, cause: string, words: RegExp][] = [
    ["err_404_not_found.json", 404, "unknownSymbol", /^No data found, symbol may be delisted$/],
    ["err_400_bad_request.json", 400, "badRequest", /^Invalid input - start date cannot be after end date/],
    ["err_422_intraday.json", 422, "badRequest", /^1m data not available/],
    ["err_401_crumb.json", 401, "forbidden", /^Invalid Crumb$/],
  ];
  for (const [file, status, cause, words] of refusals) {
    const said = yahoo.complaint({ status, text: text(file), json: json(file) });
    assert.equal(said?.cause, cause, file);
    assert.match(said.words, words);
  }
  assert.deepEqual(yahoo.complaint({ status: 429, text: text("err_429.txt"), json: undefined }), { cause: "rateLimited", words: "Too Many Requests" });
  assert.equal(yahoo.complaint({ status: 502, text: text("err_will_be_right_back.html"), json: undefined })?.cause, "server");
  for (const file of ["chart_QQQ_1d.json", "chart_empty_quote.json"])
    assert.equal(yahoo.complaint({ status: 200, text: text(file), json: json(file) }), undefined);
});
