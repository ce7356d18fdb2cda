import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { answerOf } from "../../../src/claims/check/answerOf.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import { someClaim } from "../../naive/claims/someClaim.ts";
import { twinVerdict } from "../../naive/claims/twinVerdict.ts";
import { worldOn } from "./claimsSaid.ts";

const SAID = { seed: 20251212, numRuns: 700 };

// The twin was written from docs/claims.md and reads the tables of the case by itself.
test("the verdict on any claim about a market of the case is that of a slow twin", () => {
  fc.assert(
    fc.property(someClaim, ({ claim, published }) => assert.equal(verdictOf(answerOf(claim, worldOn(published))), twinVerdict(claim, published))),
    SAID,
  );
});

test("the claims drawn bring every verdict that figures can bring, for each kind", () => {
  const seen = new Map<string, Set<string>>();
  for (const { claim, published } of fc.sample(someClaim, SAID)) {
    seen.set(claim.kind, (seen.get(claim.kind) ?? new Set()).add(verdictOf(answerOf(claim, worldOn(published)))));
  }
  const all = ["contradicted", "depends-on-definition", "imprecise", "not-checkable", "supported"];
  const kinds = ["distance", "level", "nearRecord", "ranking", "recordSet", "return", "turn"];
  assert.deepEqual([...seen.keys()].sort(), kinds);
  for (const kind of kinds)
    assert.deepEqual(
      [...seen.get(kind)!].sort(),
      all.filter((verdict) => verdict !== "not-checkable" || seen.get(kind)!.has(verdict)),
      kind,
    );
});
