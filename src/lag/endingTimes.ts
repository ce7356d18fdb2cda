import { dayNumber } from "../market/day.ts";
import type { Divergence } from "./divergences.ts";

/** The kinds of event that end a case; an open one is censored. */
export const KIND = { open: 0, catchUp: 1, rollOver: 2 } as const;

/** Cases as survival analysis takes them: days from the onset to the end, or to the last session held, and what ended them. */
export function endingTimes(cases: readonly Pick<Divergence, "onset" | "resolution" | "resolvedOn">[], until: number): { time: number[]; event: number[] } {
  return {
    time: cases.map(({ onset, resolvedOn }) => (resolvedOn === null ? until : dayNumber(resolvedOn)) - dayNumber(onset)),
    event: cases.map(({ resolution }) => KIND[resolution]),
  };
}
