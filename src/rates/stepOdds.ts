/** The probability of a change at one meeting. */
export interface StepOdds {
  changeBp: number; // -25
  probability: number; // 0.55
}

/** By how much the target range is moved, and how wide it is: basis points. */
export const STEP_BP = 25;

// A hundred thousandth of a basis point is rounding, not a price.
const ROUNDING = 1e-7;

/**
 * The probabilities of the two changes around an expected one, in steps of 25 basis points: what lies between two steps is split so that its mean is
 * the expected change.
 *
 * A whole number of steps has one outcome. Source: CME Group, Understanding the CME Group FedWatch Tool Methodology.
 *
 * @param changeBp the expected change in basis points
 * @throws RangeError when it is not finite
 *
 * @example
 * import { stepOdds } from "lockstep/rates";
 * stepOdds(-37.5); // => [{ changeBp: -50, probability: 0.5 }, { changeBp: -25, probability: 0.5 }]
 */
export function stepOdds(changeBp: number): StepOdds[] {
  if (!Number.isFinite(changeBp)) throw new RangeError(`invalid change: ${changeBp}`);
  const exact = changeBp / STEP_BP;
  const steps = Math.abs(exact - Math.round(exact)) < ROUNDING ? Math.round(exact) : exact;
  const least = Math.floor(steps);
  const upper = steps - least;
  const odds = (step: number, probability: number) => ({ changeBp: step === 0 ? 0 : step * STEP_BP, probability });
  return upper === 0 ? [odds(least, 1)] : [odds(least, 1 - upper), odds(least + 1, upper)];
}

/**
 * The probabilities of the sums of changes at meetings one after the other, independent of each other: the distribution of the target range.
 *
 * Ascending by change. Source: CME Group, the federal funds futures probability tree.
 *
 * @param before what could have happened so far; [{ changeBp: 0, probability: 1 }] before the first meeting
 * @param next what can happen at the next
 *
 * @example
 * import { addedOdds, stepOdds } from "lockstep/rates";
 * addedOdds(stepOdds(-12.5), stepOdds(-12.5)).map(({ probability }) => probability); // => [0.25, 0.5, 0.25]
 */
export function addedOdds(before: readonly StepOdds[], next: readonly StepOdds[]): StepOdds[] {
  const sums = new Map<number, number>();
  for (const a of before) {
    for (const b of next) sums.set(a.changeBp + b.changeBp, (sums.get(a.changeBp + b.changeBp) ?? 0) + a.probability * b.probability);
  }
  return [...sums].map(([changeBp, probability]) => ({ changeBp, probability })).sort((a, b) => a.changeBp - b.changeBp);
}
