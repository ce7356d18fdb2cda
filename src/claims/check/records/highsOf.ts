import { type Day, dayNumber, type Series, toDay } from "../../../market/index.ts";
import type { Days } from "../figures/sessionsIn.ts";
import type { Extreme } from "./extremeOf.ts";

/** A session with the highest value before it: a high where its own is strictly above. */
export interface HighTried {
  on: Day; // "2025-12-11"
  level: number; // 257.80
  before: Extreme; // the highest value before, and the first session at it
  isHigh: boolean;
}

/**
 * The sessions of some days that hold a value, each against the highest value before it: of all the history held, or of so many weeks.
 *
 * A session without a history to be held against is left out: the first of a history is no record of anything, and a window counts from when it is full.
 *
 * @param weeks length of the window before each session; null for all of history
 */
export function highsOf(series: Series, days: Days, weeks: number | null): HighTried[] {
  const from = series.values.findIndex((value) => !Number.isNaN(value));
  if (from < 0) return [];
  const tried: HighTried[] = [];
  const [first, last] = [dayNumber(days.first), dayNumber(days.last)];
  // Of all history one pass is enough; a window is looked at again for each session, of which there are few.
  let running = -1;
  for (let i = from; i < series.sessions.length && series.sessions[i]! <= last; i++) {
    const level = series.values[i]!;
    if (Number.isNaN(level)) continue;
    if (series.sessions[i]! >= first) {
      const best = weeks === null ? running : highestWithin(series, i, series.sessions[i]! - 7 * weeks);
      if (best >= 0) {
        const before = { on: toDay(series.sessions[best]!), level: series.values[best]! };
        tried.push({ on: toDay(series.sessions[i]!), level, before, isHigh: level > before.level });
      }
    }
    if (running < 0 || level > series.values[running]!) running = i;
  }
  return tried;
}

/** Index of the highest value before a position, back to a day; -1 where the history begins later than that day. */
function highestWithin({ sessions, values }: Series, at: number, earliest: number): number {
  if (sessions[0]! > earliest) return -1;
  let best = -1;
  for (let i = at - 1; i >= 0 && sessions[i]! >= earliest; i--) {
    if (!Number.isNaN(values[i]) && (best < 0 || values[i]! >= values[best]!)) best = i;
  }
  return best;
}

/** The last high of some days, or where there is none the session that came closest to one; undefined where nothing can be said. */
export function bestTry(series: Series, days: Days, weeks: number | null): HighTried | undefined {
  const tried = highsOf(series, days, weeks);
  const last = tried.findLast(({ isHigh }) => isHigh);
  return last ?? tried.reduce<HighTried | undefined>((best, one) => (best && ratioOf(best) >= ratioOf(one) ? best : one), undefined);
}

/** A value over the highest before it, minus one. */
export function ratioOf({ level, before }: Pick<HighTried, "level" | "before">): number {
  return level / before.level - 1;
}
