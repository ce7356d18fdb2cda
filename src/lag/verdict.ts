import { betaCdf, mean, poissonBinomialTest } from "../num/index.ts";
import { posteriorOf } from "./catchUpPosterior.ts";

/** How much the cases say beyond their base rate. */
export type Evidence = "tooFew" | "none" | "weak" | "moderate" | "strong";

/** What may be said of a share of catch-ups, and what not. */
export interface Verdict {
  evidence: Evidence; // "none"
  direction: "more" | "less" | null; // whether catch-ups came more or less often than the base; null where nothing may be said
  canBeSignificant: boolean; // whether any outcome of so many cases could have reached the level, in the direction "more"
}

/** Fewer cases carry no percentage and no adjective. */
export const LEAST_CASES = 5;

const LEVEL = 0.05;

/**
 * The words that the evidence allows, from the posterior and the base of the very cases: the one place where results become words.
 *
 * Fewer than five cases: too few, no percentage, no adjective. None: the 80 % interval of the posterior holds the base. Weak: the 80 % interval leaves it
 * out, the 90 % interval does not. Moderate: the 90 % interval leaves it out. Strong: it still does whichever case is left out.
 * Where even all cases ending in catch-up would not have reached 5 % (the product of their bases), no outcome can be significant; the evidence
 * for "more" is then weak at most.
 *
 * @param trials outcome 1 or 0, base in 0..1
 * @param options.pseudoCases as in `catchUpPosterior`
 *
 * @example
 * import { verdict } from "lockstep/lag";
 * verdict(Array.from({ length: 4 }, () => ({ outcome: 1, base: 0.5 }))); // => { evidence: "tooFew", direction: null, canBeSignificant: false }
 */
export function verdict(trials: readonly { outcome: number; base: number }[], { pseudoCases = 8 }: { pseudoCases?: number } = {}): Verdict {
  const { attainable } = poissonBinomialTest({ successes: 0, probabilities: trials.map(({ base }) => base) });
  const canBeSignificant = trials.length > 0 && attainable <= LEVEL;
  if (trials.length < LEAST_CASES) return { evidence: "tooFew", direction: null, canBeSignificant };
  const { a, b } = posteriorOf(trials, { pseudoCases });
  const direction = a / (a + b) > mean(trials.map(({ base }) => base)) ? "more" : "less";
  return { evidence: grade(trials, { pseudoCases, capped: direction === "more" && !canBeSignificant }), direction, canBeSignificant };
}

function grade(trials: readonly { outcome: number; base: number }[], { pseudoCases, capped }: { pseudoCases: number; capped: boolean }): Evidence {
  const leavesOut = (some: typeof trials, level: number): boolean => {
    // An equal-tailed interval leaves the base out when less than a tail lies on its far side.
    const below = betaCdf(mean(some.map(({ base }) => base)), posteriorOf(some, { pseudoCases }));
    return below < (1 - level) / 2 || below > (1 + level) / 2;
  };
  if (!leavesOut(trials, 0.8)) return "none";
  if (!leavesOut(trials, 0.9) || capped) return "weak";
  return trials.every((_, left) => leavesOut(trials.toSpliced(left, 1), 0.9)) ? "strong" : "moderate";
}
