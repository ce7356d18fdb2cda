import type { Interval } from "../num/index.ts";

/** What may be said of small and large caps when a yield moves. */
export interface MoreSensitive {
  /** Who falls behind as the yield rises, and gets ahead as it falls. */
  behindAsYieldsRise: "small caps" | "large caps" | "not told apart";
  /** Who moves more with the yield, whichever way. */
  answer: "small caps more" | "large caps more" | "not told apart";
}

/**
 * What the intervals of two slopes allow to be said: who falls behind as yields rise, and who is the more sensitive of the two.
 *
 * An interval speaks only when Newey-West and bootstrap both leave out zero. The difference of the two slopes says who falls behind. It does not say who is more
 * sensitive: where both markets rise with the yield, the one behind moves less. One slope is larger in size exactly when difference and sum of the two have
 * one sign, so that the answer needs the average of the two markets to be told from zero as well.
 *
 * @param slopes.difference of the returns of small caps less those of large caps
 * @param slopes.average of the average of their returns
 *
 * @example
 * import { moreSensitive } from "lockstep/rates";
 * const between = (lower, upper) => ({ hac: { lower, upper, level: 0.95 }, bootstrap: { lower, upper, level: 0.95 } });
 * moreSensitive({ difference: between(-0.003, -0.001), average: between(-0.009, -0.004) }).answer; // => "small caps more"
 * moreSensitive({ difference: between(-0.003, -0.001), average: between(0.004, 0.009) }); // => { behindAsYieldsRise: "small caps", answer: "large caps more" }
 * moreSensitive({ difference: between(-0.003, 0.001), average: between(0.004, 0.009) }).answer; // => "not told apart"
 */
export function moreSensitive({ difference, average }: { difference: Intervals; average: Intervals }): MoreSensitive {
  const [apart, together] = [signOf(difference), signOf(average)];
  return {
    behindAsYieldsRise: apart === 0 ? "not told apart" : apart < 0 ? "small caps" : "large caps",
    answer: apart * together === 0 ? "not told apart" : apart === together ? "small caps more" : "large caps more",
  };
}

interface Intervals {
  hac: Interval;
  bootstrap: Interval;
}

/** The sign on which both intervals agree; 0 where one holds zero or is unknown. */
function signOf({ hac, bootstrap }: Intervals): -1 | 0 | 1 {
  if (hac.lower > 0 && bootstrap.lower > 0) return 1;
  return hac.upper < 0 && bootstrap.upper < 0 ? -1 : 0;
}
