import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LEAST_CASES, verdict } from "../../src/lag/index.ts";
import { naiveBetaCdf, naiveSuccesses } from "../naive/statistics.ts";

interface Trial {
  outcome: number;
  base: number;
}
const of = (successes: number, failures: number, base: number): Trial[] =>
  Array.from({ length: successes + failures }, (_, k) => ({ outcome: k < successes ? 1 : 0, base }));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Whether an equal-tailed interval of the posterior, its density integrated, leaves the mean base out. */
function leavesOut(trials: readonly Trial[], level: number): boolean {
  const [n, successes] = [trials.length, sum(trials.map(({ outcome }) => outcome))];
  const base = sum(trials.map((one) => one.base)) / n;
  const below = naiveBetaCdf(base, { a: 8 * base + successes, b: 8 * (1 - base) + n - successes });
  return Math.min(below, 1 - below) < (1 - level) / 2;
}

/** How often chance alone gives so many successes, or so few: all ways in which the trials can turn out are gone through. */
function byChance(trials: readonly Trial[], direction: string): number {
  const successes = sum(trials.map(({ outcome }) => outcome));
  const mass = naiveSuccesses(trials.map(({ base }) => base));
  return sum(direction === "more" ? mass.slice(successes) : mass.slice(0, successes + 1));
}

function slowly(trials: readonly Trial[]) {
  const bases = trials.map(({ base }) => base);
  const canBeSignificant = trials.length > 0 && naiveSuccesses(bases).at(-1)! <= 0.05;
  if (trials.length < 5) return { evidence: "tooFew", direction: null, canBeSignificant };
  const direction = sum(trials.map(({ outcome }) => outcome)) > sum(bases) ? "more" : "less";
  const moderate = (some: readonly Trial[]) => leavesOut(some, 0.9) && byChance(some, direction) <= 0.05;
  const weak = leavesOut(trials, 0.8) && byChance(trials, direction) <= 0.1;
  const kept = trials.every((one) => moderate(trials.filter((other) => other !== one)));
  const evidence = moderate(trials) ? (kept ? "strong" : "moderate") : weak ? "weak" : "none";
  return { evidence, direction, canBeSignificant };
}

const drawn = fc
  .record({
    bases: fc.array(fc.integer({ min: 10, max: 90 }), { maxLength: 10 }),
    tendency: fc.integer({ min: 0, max: 10 }),
    chance: fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 10, maxLength: 10 }),
  })
  .map(({ bases, tendency, chance }) => bases.map((part, k) => ({ base: part / 100 + k / 100_000, outcome: chance[k]! <= tendency ? 1 : 0 })));

test("a verdict is what integrating the posterior says, and no stronger than the cases can carry", () => {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(drawn, (trials) => {
      const result = verdict(trials);
      assert.deepEqual(result, slowly(trials));
      const name = `${result.evidence} ${result.direction} ${result.canBeSignificant}`;
      seen[name] = (seen[name] ?? 0) + 1;
    }),
    { numRuns: 600 },
  );
  const grades = ["tooFew null true", "tooFew null false", "none more true", "none less true", "weak more true", "weak less true"];
  for (const name of [...grades, "moderate more true", "moderate less true", "strong more true", "strong less true"]) {
    assert.ok((seen[name] ?? 0) > 0, `no ${name} in ${JSON.stringify(seen)}`);
  }
});

// Each beta integrated by hand (Simpson): the share of the posterior below the base.
test("every grade has an example", () => {
  const grade = (...args: Parameters<typeof of>) => {
    const { evidence, direction } = verdict(of(...args));
    return `${evidence} ${direction}`;
  };
  assert.equal(grade(4, 0, 0.2), "tooFew null");
  assert.equal(grade(3, 3, 0.4), "none more");
  assert.equal(grade(2, 4, 0.4), "none less");
  assert.equal(grade(5, 1, 0.4), "weak more");
  assert.equal(grade(5, 1, 0.3), "moderate more");
  assert.equal(grade(10, 0, 0.2), "strong more");
  assert.equal(grade(0, 10, 0.8), "strong less");
});

// By hand: 0.93^41 is 0.0510 and 0.93^42 is 0.0475: of 42 none can be left out, of 43 any one.
test("where even all successes would not be rare, evidence for more is weak at most, for less it is not", () => {
  const all = (n: number) => verdict(of(n, 0, 0.93));
  assert.deepEqual([all(40), all(41).evidence], [{ evidence: "weak", direction: "more", canBeSignificant: false }, "weak"]);
  assert.deepEqual([all(42).evidence, all(42).canBeSignificant, all(43).evidence], ["moderate", true, "strong"]);
  assert.deepEqual(verdict(of(0, 10, 0.8)), { evidence: "strong", direction: "less", canBeSignificant: false });
});

test("no outcome can be significant exactly where the product of the bases is above one in twenty", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 12 }), (parts) => {
      const product = parts.reduce((value, part) => value * (part / 100), 1);
      fc.pre(Math.abs(product - 0.05) > 1e-12);
      const trials = parts.map((part) => ({ base: part / 100, outcome: 0 }));
      assert.equal(verdict(trials).canBeSignificant, parts.length > 0 && product < 0.05);
    }),
  );
});

test("fewer cases than the least carry nothing, whatever they show", () => {
  assert.equal(LEAST_CASES, 5);
  for (let n = 0; n < 5; n++) {
    const { evidence, direction } = verdict(of(n, 0, 0.1));
    assert.deepEqual([evidence, direction], ["tooFew", null]);
  }
  assert.notEqual(verdict(of(5, 0, 0.1)).evidence, "tooFew");
});

test("more pseudo-cases need more evidence", () => {
  const trials = of(6, 1, 0.4);
  assert.notEqual(verdict(trials).evidence, "none");
  assert.equal(verdict(trials, { pseudoCases: 200 }).evidence, "none");
});

// By hand: on a base of 0.02 one of five moves the posterior's mean to 0.09, four times the base; chance gives one or more in 1 - 0.98^5 = 9.6 %.
test("one success on a base of nearly zero is weak evidence at most, on one a little higher none", () => {
  assert.equal(verdict(of(1, 4, 0.03)).evidence, "none");
  assert.ok(["none", "weak"].includes(verdict(of(1, 4, 0.02)).evidence));
});

test("cases that turn out just as their bases of 0 or 1 said are no evidence", () => {
  assert.equal(verdict(of(0, 5, 0)).evidence, "none");
  assert.equal(verdict(of(5, 0, 1)).evidence, "none");
  assert.equal(verdict(of(0, 12, 0)).evidence, "none");
});

test("catch-ups that came less often than the base are never said to have come more often", () => {
  fc.assert(
    fc.property(fc.integer({ min: 5, max: 12 }), fc.integer({ min: 1, max: 7 }), (n, part) => {
      assert.equal(verdict(of(0, n, part / 100)).direction, "less");
      assert.equal(verdict(of(n, 0, 1 - part / 100)).direction, "more");
    }),
  );
});
