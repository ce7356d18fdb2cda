import { dayNumber, Problem, parseDay } from "../market/index.ts";

/**
 * An instant from the command line that has passed: a day before today (its end, in UTC) or a moment with its zone.
 *
 * @returns ms since 1970 UTC
 * @throws Problem (usage) when it is neither, or has not passed
 */
export function instantAsked(text: string, option: string, now: number): number {
  const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
  const at = parseDay(text) !== undefined ? (dayNumber(text) + 1) * 86_400_000 - 1 : moment.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new Problem("usage", `expected a day like 2025-12-11 or a moment like 2025-12-11T21:00:00Z; received ${text}`, option);
  // What is known by the end of today changes until then.
  if (at > now) throw new Problem("usage", `expected a day before today or a moment up to now, ${new Date(now).toISOString()}; received ${text}`, option);
  return at;
}
