// The whole check of the founding article: its laws, and the verdicts of the list that comes with the case.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { type Check, type Claim, checkOf, checkSchema, readClaims } from "../../src/claims/index.ts";
import { type Market, type Markets, toDay } from "../../src/market/index.ts";
import { statementListOf } from "../../src/sources/article/index.ts";
import { founding } from "../case.ts";
import { articlesIn } from "./corpus.ts";

const LIST = fileURLToPath(new URL("../../cases/small-caps-and-bitcoin/claims.yaml", import.meta.url));
const article = articlesIn(fileURLToPath(new URL("./articles/development/", import.meta.url))).find(({ name }) => name === "founding");
const PUBLISHED = "2025-12-12";

function checkedText(text: string, changes: Partial<typeof founding> = {}, published = PUBLISHED): Check {
  const source = { title: null, text, published, source: "article" };
  return checkOf({ ...founding, ...changes, article: source, read: readClaims(source, published), published, publishedBy: "article" });
}

const whole = checkedText(article!.text);

/** What of a check must not know what came later. */
const decided = ({ claims, notUnderstood }: Check) => ({
  notUnderstood,
  claims: claims.map(({ forecast, since: _, because, ...rest }) => ({
    ...rest,
    baseRate: forecast?.baseRate ?? null,
    because: rest.verdict === "opinion" ? "" : because,
  })),
});

function upTo(markets: Markets, day: string): Markets {
  const cut = (market: Market): Market => {
    const series = Object.entries(market.series).map(([field, one]) => {
      const kept = one.sessions.findLastIndex((session) => toDay(session) <= day) + 1;
      return [field, { ...one, sessions: one.sessions.slice(0, kept), values: one.values.slice(0, kept) }];
    });
    return { ...market, series: Object.fromEntries(series) };
  };
  return Object.fromEntries(Object.entries(markets).map(([id, market]) => [id, cut(market)]));
}

test("the list that comes with the case gets the verdicts that it expects", () => {
  const list = statementListOf(readFileSync(LIST, "utf8"), LIST)!;
  const read = readClaims(list, list.published!);
  const { statements } = checkOf({ ...founding, article: list, read, published: list.published!, publishedBy: "article" });
  assert.equal(statements!.length, 17);
  for (const { id, verdict, expect } of statements!) assert.equal(verdict, expect, id);
});

test("a check is what its schema says, and the same every time", () => {
  assert.deepEqual(checkSchema.parse(JSON.parse(JSON.stringify(whole))), JSON.parse(JSON.stringify(whole)));
  assert.deepEqual(checkedText(article!.text), whole);
});

test("nothing dated after the publication decides: without it every verdict, value and row stays", () => {
  const { macro, markets } = founding;
  const then = {
    markets: upTo(markets, PUBLISHED),
    macro: {
      ...macro,
      curves: macro.curves.filter(({ day }) => day <= PUBLISHED),
      operations: macro.operations.filter(({ day }) => day <= PUBLISHED),
      readings: Object.fromEntries(
        Object.entries(macro.readings).map(([id, one]) => {
          const kept = one.sessions.findLastIndex((session) => toDay(session) <= PUBLISHED) + 1;
          return [id, { ...one, sessions: one.sessions.slice(0, kept), values: one.values.slice(0, kept) }];
        }),
      ),
    },
  };
  const before = checkedText(article!.text, then);
  assert.deepEqual(decided(before), decided(whole));
  assert.ok(whole.claims.some(({ since }) => since.length > 0));
  assert.ok(before.claims.every(({ since }) => since.every(({ records }) => records.value === 0 || records.value === null)));
});

test("what came since stands apart: small caps 15 % up with 28 records, bitcoin 21 % down without one", () => {
  const rows = new Map(whole.claims.flatMap(({ since }) => since.map((one) => [one.market, one] as const)));
  assert.deepEqual([rows.get("IWM")!.change.value!.toFixed(3), rows.get("IWM")!.records.value], ["0.155", 28]);
  assert.deepEqual([rows.get("BTC")!.change.value!.toFixed(3), rows.get("BTC")!.records.value], ["-0.211", 0]);
});

test("the forecast is an opinion, with its base rate and what came", () => {
  const forecast = whole.claims.find(({ kind }) => kind === "opinion")!;
  assert.equal(forecast.verdict, "opinion");
  assert.ok(forecast.forecast!.baseRate.value! > 0.2 && forecast.forecast!.baseRate.value! < 0.5);
  assert.equal(forecast.forecast!.outcome.value!.toFixed(3), "-0.211");
});

test("a market without figures is not checkable, never contradicted", () => {
  const gone = new Set(["IWM", "BTC", "BTC-NY16"]);
  const left = Object.fromEntries(Object.entries(founding.markets).filter(([id]) => !gone.has(id)));
  const check = checkedText(article!.text, { markets: left });
  const about = check.claims.filter(({ about: of }) => of.some((id) => gone.has(id)));
  assert.ok(about.length > 10);
  for (const { verdict, quote, parts } of about) {
    assert.ok(verdict === "not-checkable" || verdict === "opinion", `${quote}: ${verdict}`);
    assert.ok(
      parts.some(({ needed }) => needed !== null),
      quote,
    );
  }
});

test("another number turns a supported claim", () => {
  const numberOf = (text: string) => {
    const [claim] = readClaims({ text }, PUBLISHED).claims as [Claim];
    return "size" in claim ? claim.size! : "level" in claim ? claim.level! : undefined;
  };
  const truths = [
    "Silver gained 16 % in November.",
    "The Nasdaq 100 is 2 % below its record.",
    "Bitcoin reached $126,000 in October.",
    "IWM closed at $257.80 on Thursday.",
    "The Fed cut its rate by 25 basis points on Wednesday.",
    "Treasury bills were bought for $8.2 billion on Friday.",
  ];
  const { claims } = readClaims({ text: truths.join(" ") }, PUBLISHED);
  assert.equal(claims.length, truths.length);
  fc.assert(
    fc.property(fc.constantFrom(...truths), fc.integer({ min: 3, max: 60 }), (truth, steps) => {
      assert.equal(checkedText(truth).claims[0]!.verdict, "supported", truth);
      const number = /[\d,.]*\d(?= ?%| ?basis| ?billion)|(?<=\$)[\d,.]*\d/.exec(truth)![0];
      const decimals = number.split(".")[1]?.length ?? 0;
      const unit = number.endsWith(",000") ? 1000 : 10 ** -decimals;
      const other = (Number(number.replaceAll(",", "")) + steps * unit).toFixed(decimals);
      const changed = truth.replace(number, other);
      // "$130,000" claims ten thousands where "$126,000" claims thousands: another number, and another precision.
      fc.pre(numberOf(changed)!.step === numberOf(truth)!.step);
      const [claim] = checkedText(changed).claims;
      assert.notEqual(claim!.verdict, "supported", changed);
    }),
    { numRuns: 120, seed: 11 },
  );
});
