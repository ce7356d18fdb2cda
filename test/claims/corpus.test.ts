import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { founding } from "../case.ts";
import { articleOf, articlesIn, uncovered } from "./corpus.ts";

const DEVELOPMENT = fileURLToPath(new URL("./articles/development", import.meta.url));

for (const article of articlesIn(DEVELOPMENT)) {
  test(`corpus for development: ${article.name}: its sentences stand in the text in order and cover it`, () => {
    assert.deepEqual(uncovered(article), []);
  });

  test(`corpus for development: ${article.name}: its claims name markets of the case by their ids, and opinions are judged as such`, () => {
    for (const { says, claims, numeric } of article.sentences) {
      assert.ok(!numeric || claims.length === 0, `a sentence with a claim is understood: ${says}`);
      for (const { kind, markets, verdict } of claims) {
        assert.equal(kind === "opinion", verdict === "opinion", says);
        for (const id of markets) assert.ok(id in founding.markets || !/^[A-Z]{2,5}$/.test(id) || /^(?:second|third)/.test(article.name), `${id}: ${says}`);
      }
    }
  });
}

const sentence = (says: string) => ({ says, claims: [] });

test("an article of the corpus leaves nothing out where its sentences cover it", () => {
  assert.deepEqual(uncovered({ text: "A head\n\nOne. Two.\n", sentences: ["A head", "One.", "Two."].map(sentence) }), []);
});

test("an article of the corpus tells what its sentences leave out", () => {
  assert.deepEqual(uncovered({ text: "One. Two. Three.", sentences: ["One.", "Three."].map(sentence) }), [" Two. "]);
  assert.deepEqual(uncovered({ text: "One. Two.", sentences: ["One."].map(sentence) }), [" Two."]);
});

test("an article of the corpus tells sentences out of order", () => {
  assert.deepEqual(uncovered({ text: "One. Two.", sentences: ["Two.", "One."].map(sentence) }), ["One. ", "not found after position 9: One."]);
});

test("an article of the corpus is refused with a verdict, a kind or a key that is none", () => {
  const yaml = (claim: string) => `style: blog\npublished: 2025-12-12\ntext: Up.\nsentences:\n  - says: Up.\n    claims: [${claim}]\n`;
  assert.equal(articleOf(yaml("{kind: opinion, markets: [BTC], verdict: opinion, why: a hope}"), "x").published, "2025-12-12");
  assert.throws(() => articleOf(yaml("{kind: opinion, markets: [BTC], verdict: true, why: a hope}"), "x"), /^Error: x: .*verdict/su);
  assert.throws(() => articleOf(yaml("{kind: hope, markets: [BTC], verdict: opinion, why: a hope}"), "x"), /kind/u);
  assert.throws(() => articleOf(yaml("{kind: opinion, market: BTC, verdict: opinion, why: a hope}"), "x"), /market/u);
});
