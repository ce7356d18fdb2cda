import assert from "node:assert/strict";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import type { Check } from "../../src/claims/schema.ts";
import { VERDICTS } from "../../src/claims/verdict.ts";
import { checkTable } from "../../src/cli/terminal/checkTable.ts";
import { painter } from "../../src/cli/terminal/paint.ts";
import { LIST_CHECK, SAMPLE_CHECK, sampleCheck, sampleClaim, sampleDefinition, sampleMeasure, samplePart } from "../note/claims/samples.ts";

const paint = painter(false);
const shown = (check: Check, width = 100) => checkTable(check, { width, paint }).split("\n");

function assertFits(check: Check, width: number): void {
  for (const line of shown(check, width)) assert.ok(line.length <= width, `${line.length} at ${width}: ${JSON.stringify(line)}`);
}

test("a claim has a row with its verdict, its words and the value recomputed, and below it why and what says otherwise", () => {
  const lines = shown(SAMPLE_CHECK);
  const k = lines.findIndex((line) => line.includes("Bitcoin, though"));
  assert.match(lines[k + 1]!, /^ {4}read as: /);
  lines.splice(k + 1, 1);
  assert.deepEqual(lines.slice(k, k + 6), [
    "\u25d0 depends on definition  \u201cBitcoin, though, is 27 % below its October record\u201d                  \u221225.8%",
    "    Close against the record close gives 25.8\u00a0%, which rounds to 26\u00a0%; against the intraday record,",
    "    at two of three clocks, it is 27\u00a0%.",
    "    supported by: close against the intraday record \u221226.7%; 16:00 New York against the intraday",
    "    record \u221227.3%",
    "    not checkable by: total return",
  ]);
  assert.ok(lines.includes("    needed: the forecast that is quoted: who made it, and when"));
  assert.ok(lines.some((line) => line.startsWith("    base rate 33.3%; came: 0 records")));
  assert.ok(lines.includes("    BTC, supported by: lowest low $80,553.0"));
});

test("it begins with what was checked as of when, and ends with what was not understood; there is no score", () => {
  const lines = shown(SAMPLE_CHECK);
  assert.equal(lines[0], "Small caps are at a record, and bitcoin is not");
  assert.equal(
    lines.slice(1, 3).join(" "),
    "https://example.org/article, published 2025-12-12; judged against Small caps and bitcoin as of 2025-12-12. 14 sentences, 15 claims, 2 sentences not understood.",
  );
  const k = lines.indexOf("What was not understood");
  assert.deepEqual(lines.slice(k + 1, k + 3), ["- \u201cTrading volume was 14 % above its average.\u201d", "    no market is named"]);
  assert.equal(lines.at(-1), "");
  // What came later stands apart, each market once.
  const since = lines.slice(lines.findIndex((line) => line.startsWith("Since publication, deciding nothing:"))).join(" ");
  assert.equal(since.split("IWM +15.5%, 28 records").length, 2);
  assert.ok(!/score|\d+ supported/.test(lines.join(" ")));
});

test("what the reason says already is not said again", () => {
  const text = "Ether rose 5 %.";
  const judged = [
    sampleDefinition("close", "contradicted", sampleMeasure(0.02), "rose 2 %"),
    sampleDefinition("total return", "supported", sampleMeasure(0.05), "rose 5 %"),
  ];
  const because = "rose 2 % (close); rose 5 % (total return)";
  const said = shown(sampleCheck(text, [sampleClaim(text, "Ether rose 5 %", "depends-on-definition", { because, parts: [samplePart("ETH", judged)] })]));
  assert.ok(!said.some((line) => line.includes("supported by")));
  const needs = sampleClaim(text, "Ether rose 5 %", "not-checkable", {
    because: "it needs closes of ETH",
    parts: [samplePart("ETH", [], { needed: "closes of ETH" })],
  });
  assert.ok(!shown(sampleCheck(text, [needs])).some((line) => line.includes("needed:")));
});

test("statements of a list say whether they were found as expected", () => {
  const lines = shown(LIST_CHECK, 60);
  const k = lines.indexOf("Statements");
  assert.deepEqual(lines.slice(k + 1, k + 5), [
    "= leader-record  supported",
    "  trough         contradicted",
    "\u2260 distance       expected depends on definition, found",
    "                 imprecise",
  ]);
});

test("no line is wider than the terminal, in colour or without, and colour says nothing of its own", () => {
  for (const check of [SAMPLE_CHECK, LIST_CHECK])
    for (let width = 40; width <= 160; width++) {
      assertFits(check, width);
      if (width % 20 > 0) continue;
      const painted = checkTable(check, { width, paint: painter(true) });
      assert.ok(painted.includes("\u001b["));
      assert.equal(stripVTControlCharacters(painted), checkTable(check, { width, paint }));
    }
});

test("nor is it with words that have no end, and nothing in them steers the terminal", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "\u001b[2J", "\u202e", "\n", "\t", " ", "\u0007", "\ud83d\ude00", "9 %"), maxLength: 120 });
  fc.assert(
    fc.property(word, word, fc.constantFrom(...VERDICTS), fc.integer({ min: 60, max: 160 }), (one, other, verdict, width) => {
      const parts = [
        samplePart(other, [sampleDefinition(one, "imprecise", sampleMeasure(1, other)), sampleDefinition(other, "supported", null, one)], {
          needed: `${one}!`,
        }),
        samplePart(one, []),
      ];
      const forecast = { baseRate: sampleMeasure(null), outcome: sampleMeasure(1, one), says: other };
      const since = [{ market: one, change: sampleMeasure(0.1), records: sampleMeasure(2, "records") }];
      const claim = sampleClaim("x", "x", verdict, { quote: one, because: other, parts, forecast, since });
      const check = sampleCheck("x", [claim], {
        article: { ...SAMPLE_CHECK.article, title: one, source: other },
        group: one,
        statements: [{ id: one, span: { from: 0, to: 1 }, claims: [], verdict: null, expect: verdict }],
        notUnderstood: [{ span: { from: 0, to: 1 }, quote: one, why: other }],
      });
      assertFits(check, width);
      assert.ok(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(shown(check, width).join("\n")));
    }),
    { numRuns: 150 },
  );
});

test("a word longer than a line is cut", () => {
  const long = "a".repeat(400);
  assertFits(sampleCheck("x", [sampleClaim("x", "x", "supported", { quote: long, because: `so ${long}` })], { group: long }), 60);
});

test("a text without a claim says so", () => {
  assert.ok(shown(sampleCheck("A.", [])).includes("No claim that figures could bear or refute was found."));
  assert.equal(shown(sampleCheck("A.", []))[0], "The claims of article.txt");
});
