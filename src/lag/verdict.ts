import { betaCdf, poissonBinomialTest } from "../num/index.ts";
import { posteriorOf } from "./catchUpPosterior.ts";
import { LEAST_CASES } from "./leastCases.ts";
import { meanBase, successesOf, type Trial } from "./trials.ts";

/** How much the cases say beyond their base rate. */
export type Evidence = "tooFew" | "none" | "weak" | "moderate" | "strong";

/** What may be said of a share of catch-ups, and what not. */
export interface Verdict {
  evidence: Evidence; // "none"
  direction: "more" | "less" | null; // whether catch-ups came more or less often than the base; null where nothing may be said, or neither
  canBeSignificant: boolean; // whether any outcome of so many cases could have reached the level, in the direction "more"
}

const SIGNIFICANT = 0.05;

/**
 * The words that the evidence allows, from the posterior and the base of the very cases: the one place where results become words.
 *
 * Fewer than five cases: too few, no percentage, no adjective. Weak: the 80 % interval of the posterior leaves the base out, and so many catch-ups (or so
 * few) come by chance in 10 % at most. Moderate: the 90 % interval leaves it out, and chance gives 5 % at most. Strong: both still hold whichever
 * case is left out. None: anything less. The posterior alone would not do: close to a base of nearly zero one or two successes move it far.
 * Where even all cases ending in catch-up would not have reached 5 % (the product of their bases), no outcome can be significant.
 *
 * @param trials outcome 1 or 0, base in 0..1
 * @param options.pseudoCases as in `catchUpPosterior`
 *
 * @example
 * import { verdict } from "lockstep/lag";
 * verdict(Array.from({ length: 4 }, () => ({ outcome: 1, base: 0.5 }))); // => { evidence: "tooFew", direction: null, canBeSignificant: false }
 */
export function verdict(trials: readonly Trial[], { pseudoCases = 8 }: { pseudoCases?: number } = {}): Verdict {
  const { attainable } = testOf(trials);
  const canBeSignificant = trials.length > 0 && attainable <= SIGNIFICANT;
  if (trials.length < LEAST_CASES) return { evidence: "tooFew", direction: null, canBeSignificant };
  const { a, b } = posteriorOf(trials, { pseudoCases });
  const beyond = a / (a + b) - meanBase(trials);
  const direction = Math.abs(beyond) < 1e-12 ? null : beyond > 0 ? "more" : "less";
  return { evidence: direction === null ? "none" : grade(trials, { pseudoCases, direction }), direction, canBeSignificant };
}

function grade(trials: readonly Trial[], { pseudoCases, direction }: { pseudoCases: number; direction: "more" | "less" }): Evidence {
  const stands = (some: readonly Trial[], { level, chance }: { level: number; chance: number }): boolean => {
    // An equal-tailed interval leaves the base out when less than a tail of the posterior lies on its far side.
    const below = betaCdf(meanBase(some), posteriorOf(some, { pseudoCases }));
    const beyond = direction === "more" ? below : 1 - below;
    const { upper, lower } = testOf(some);
    return beyond < (1 - level) / 2 && (direction === "more" ? upper : lower) <= chance;
  };
  const moderate = { level: 0.9, chance: SIGNIFICANT };
  if (stands(trials, moderate)) return trials.every((_, left) => stands(trials.toSpliced(left, 1), moderate)) ? "strong" : "moderate";
  return stands(trials, { level: 0.8, chance: 2 * SIGNIFICANT }) ? "weak" : "none";
}

function testOf(trials: readonly Trial[]) {
  return poissonBinomialTest({ successes: successesOf(trials), probabilities: trials.map(({ base }) => base) });
}
