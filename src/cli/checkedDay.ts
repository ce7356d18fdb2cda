import { type Day, Problem, requireDay } from "../market/index.ts";

/** A day from the command line: one that exists and has begun. */
export function checkedDay(text: string | undefined, option: string, today: Day): Day | undefined {
  if (text === undefined) return undefined;
  requireDay(text, option);
  if (text > today) throw new Problem("usage", `expected a day up to today, ${today}; received ${text}`, option);
  return text;
}
