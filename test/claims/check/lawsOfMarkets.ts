import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { answerOf } from "../../../src/claims/check/answerOf.ts";
import { verdictOf } from "../../../src/claims/check/verdict/verdictOf.ts";
import type { Claim } from "../../../src/claims/claim.ts";
import { dayNumber, toDay } from "../../../src/market/index.ts";
import { founding } from "../../case.ts";
import { changed, cutAfter, worldOn } from "./claimsSaid.ts";

/** Days of publication over which laws are held. */
export const published = fc.integer({ min: dayNumber("2019-01-02"), max: dayNumber("2026-08-20") }).map(toDay);

/** The two laws that every check of claims on markets obeys: nothing later decides, and nothing held is not checkable. */
export function lawsOfMarkets(what: string, someClaim: (seed: number, published: string) => Claim, runs: { numRuns: number; seed: number }): void {
  test(`nothing after the day of publication changes an answer: ${what}`, () => {
    let judged = 0;
    fc.assert(
      fc.property(published, fc.integer(), (on, seed) => {
        const claim = someClaim(seed, on);
        const whole = answerOf(claim, worldOn(on));
        judged += whole.parts[0]!.judged.length;
        assert.deepEqual(answerOf(claim, worldOn(on, cutAfter(founding.markets, dayNumber(on)))), whole);
      }),
      runs,
    );
    assert.ok(judged > runs.numRuns, "a law of empty answers would say nothing");
  });

  test(`a market without figures is not checkable, never contradicted: ${what}`, () => {
    fc.assert(
      fc.property(published, fc.integer(), fc.boolean(), (on, seed, empty) => {
        const claim = someClaim(seed, on);
        const none = changed(founding.markets, (series) => ({ ...series, values: series.values.map(() => Number.NaN) }));
        const answer = answerOf(claim, worldOn(on, empty ? {} : none));
        assert.equal(verdictOf(answer), "not-checkable");
        assert.ok(answer.parts.every(({ needed }) => needed));
      }),
      runs,
    );
  });
}
