import { type BarField, toDay } from "../market/index.ts";
import type { History } from "./history.ts";
import type { Raise } from "./raise.ts";
import { shownLevel } from "./shown.ts";

const WHOLE = ["open", "high", "low", "close"] as const satisfies readonly BarField[];

/** Sessions over which the usual share of unchanged closes fades: about a year. */
const MEMORY = 252;

/** How unlikely a run of unchanged closes must be: ten thousand markets have 2.5 million sessions a year, of which that leaves two or three. */
const UNLIKELY = 1e-6;

/**
 * A bar that repeats the session before.
 *
 * A whole bar (open, high, low and close, not all equal) that comes again to the digit is stale at once, unless the volume is another: two
 * sessions of a quiet market can be alike, but not also in what was traded. Where only closes are held, or all four are equal, one
 * repetition is no evidence; a run of m is stale from the session at which q^m falls below one in a million, q being the share of
 * unchanged closes in about the last year, so that a market of few digits or little trade may stand still for long,
 * and one that has never moved for ever.
 */
export function stale({ sessions, columns, usable, level, field }: History, raise: Raise): void {
  const { volume } = columns;
  const whole = WHOLE.map((field) => columns[field]).filter((column) => column !== undefined);
  // Of the sessions up to the run, fading: how many there were and how many closed unchanged.
  let compared = 0;
  let unchanged = 0;
  let run = 0;
  let unlearnt = 0; // of the run; a run must not explain itself
  let before = -1;
  for (let i = 0; i < usable.length; i++) {
    if (usable[i] === 0) continue;
    const last = before;
    before = i;
    if (last < 0) continue;
    const same = level[i] === level[last];
    const traded = same && volume !== undefined && volume[i]! > 0 && volume[last]! > 0 && volume[i] !== volume[last];
    if (same && !traded && whole.every((column) => column[i] === column[last] || (Number.isNaN(column[i]) && Number.isNaN(column[last])))) {
      run++;
      const q = (unchanged + 1) / (compared + 1);
      const single = whole.length < WHOLE.length || whole.every((column) => column[i] === level[i]) || whole.some((column) => Number.isNaN(column[i]));
      if (!single) raise(i, "stale", `the same open, high, low and close as on ${toDay(sessions[last]!)}`);
      else if (q ** run < UNLIKELY) {
        raise(i, "stale", `${field} ${shownLevel(level[i]!)} has not moved for ${run} sessions, which this market's own past does not explain`);
      } else unlearnt++;
      continue;
    }
    for (run = 0; unlearnt > 0; unlearnt--) {
      compared += 1 - compared / MEMORY;
      unchanged += 1 - unchanged / MEMORY;
    }
    compared += 1 - compared / MEMORY;
    unchanged += (same ? 1 : 0) - unchanged / MEMORY;
  }
}
