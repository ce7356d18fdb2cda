import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { answerOf } from "../../../src/claims/check/answerOf.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import { someClaim } from "../../naive/claims/someClaim.ts";
import { twinVerdict } from "../../naive/claims/twinVerdict.ts";
import { worldOn } from "./claimsSaid.ts";

const KINDS = ["recordSet", "nearRecord", "distance", "level", "turn", "return", "ranking"];
const VERDICTS = ["supported", "imprecise", "contradicted", "depends-on-definition"];

// The twin was written from docs/claims.md and reads the tables of the case by itself.
test("the verdict on any claim about markets of the case is that of a slow twin", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(someClaim, ({ claim, published }) => {
      const verdict = verdictOf(answerOf(claim, worldOn(published)));
      seen.add(`${claim.kind}: ${verdict}`);
      assert.equal(verdict, twinVerdict(claim, published));
    }),
    { seed: 20251212, numRuns: 700 },
  );
  assert.deepEqual(
    KINDS.flatMap((kind) => VERDICTS.map((verdict) => `${kind}: ${verdict}`)).filter((one) => !seen.has(one)),
    [],
    "each kind is drawn with each verdict",
  );
});
