import { mean } from "../num/mean.ts";

/** A case as a trial of chance: whether it succeeded, and how likely that was. */
export interface Trial {
  outcome: number; // 1 or 0
  base: number; // 0.41
}

/** How many of some trials succeeded. */
export function successesOf(trials: readonly Pick<Trial, "outcome">[]): number {
  return trials.reduce((sum, { outcome }) => sum + outcome, 0);
}

/** Mean of the trials' base probabilities; NaN without one. */
export function meanBase(trials: readonly Pick<Trial, "base">[]): number {
  return mean(trials.map(({ base }) => base));
}
