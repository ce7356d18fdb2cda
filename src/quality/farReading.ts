import type { History } from "./history.ts";
import { nextUsable } from "./nextUsable.ts";
import type { Raise } from "./raise.ts";
import { shownLevel } from "./shown.ts";

/** How many times all that the readings have spanned so far, and readings held before anything is said. */
const SPANS = 3;
const ENOUGH = 63;

/**
 * A reading far from all before it: off the last by more than three times the span of the trusted ones so far.
 *
 * Readings are no prices: a rate stands still for months and is then changed by decision, money markets jump at the end of a quarter and
 * come back. What is left is the slip of the decimal point and the wrong unit. In the last reading held it is a jump that waits; within
 * the history a spike, where the next reading is back within the span.
 */
export function farReading({ usable, level }: History, borneOut: (i: number) => boolean, raise: Raise): void {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let before = Number.NaN;
  let held = 0;
  for (let i = 0; i < usable.length; i++) {
    if (usable[i] === 0) continue;
    const here = level[i]!;
    const spans = SPANS * (most - least);
    if (held >= ENOUGH && spans > 0 && Math.abs(here - before) > spans && !borneOut(i)) {
      const next = nextUsable(usable, i);
      const what = `${shownLevel(here)} after ${shownLevel(before)}: off by more than three times all that was read before, ${shownLevel(least)} to ${shownLevel(most)}`;
      const back = next >= 0 && Math.abs(level[next]! - before) <= most - least;
      if (next < 0) raise(i, "jump", `${what}; waits for the next session or a second source`);
      else if (back) raise(i, "spike", `${what}; taken back by the next`);
      if (usable[i] === 0) continue;
    }
    held++;
    before = here;
    if (here < least) least = here;
    if (here > most) most = here;
  }
}
