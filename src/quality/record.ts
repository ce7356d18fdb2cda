import { type Agreement, boreOut, TOLERANCE } from "./agreement.ts";
import type { JudgeContext } from "./judgement.ts";
import { shownLevel } from "./shown.ts";

/** The last bar held, and the highest before it. */
export interface Last {
  i: number;
  close: number;
  high: number; // NaN = none is held
  topClose: number; // of the bars before that nothing speaks against
  topHigh: number;
}

/**
 * What a bar that nothing has followed yet sets a record in, unless another source bears it out; empty when it sets none.
 *
 * Strictly above every trusted bar before, by close or by high: no threshold. There is no exception for a short history: a bad tick
 * misleads there all the more, and the wait is one session. The first bar has nothing before it and sets no record.
 */
export function pendingRecord({ i, close, high, topClose, topHigh }: Last, agreement: Agreement, others: JudgeContext["others"]): string[] {
  const reasons: string[] = [];
  if (close > topClose && agreement.by[i]! < 0) {
    reasons.push(`close ${shownLevel(close)} is a record above ${shownLevel(topClose)} that waits for the next session or a second source`);
  }
  if (high > topHigh && !boreOut(agreement, others, { i, extreme: high, side: "high", slack: TOLERANCE })) {
    reasons.push(`high ${shownLevel(high)} is a record above ${shownLevel(topHigh)} that waits for the next session or a second source`);
  }
  return reasons;
}
