import { type Day, dayNumber } from "../market/index.ts";

/** @throws RangeError when there is no day, one is none, or one does not follow the one before */
export function requireAscending(what: string, days: readonly Day[]): void {
  if (days.length === 0) throw new RangeError(`invalid ${what}: none`);
  for (const [k, day] of days.entries()) {
    dayNumber(day);
    if (k > 0 && day <= days[k - 1]!) throw new RangeError(`invalid ${what}: ${day} after ${days[k - 1]}`);
  }
}
