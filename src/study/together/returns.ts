import { rollingCorrelation } from "../../lockstep/index.ts";
import { logReturns } from "../../num/index.ts";
import type { SharedView } from "./sharedView.ts";

/** Log returns of both markets of a view, and their correlation over the trailing window: computed once, said in several ways. */
export interface Returns {
  leader: Float64Array; // NaN = none
  laggard: Float64Array;
  window: number; // shared returns
  correlations: Float64Array; // at each session; NaN until the window is full
}

export function returnsOf(view: SharedView, window: number): Returns {
  const leader = logReturns(view.leader.level);
  const laggard = logReturns(view.laggard.level);
  return { leader, laggard, window, correlations: rollingCorrelation({ a: leader, b: laggard, window }) };
}
