import { type Day, parseDay } from "./day.ts";
import { Problem } from "./problem.ts";

/**
 * The text itself when it is a day, as a caller's argument.
 *
 * @param place what the argument is called, to name it in the problem
 * @throws Problem (usage) when the text is no day
 *
 * @example
 * import { requireDay } from "lockstep/market";
 * requireDay("2025-12-11"); // => "2025-12-11"
 */
export function requireDay(text: string, place?: string): Day {
  if (parseDay(text) === undefined) throw new Problem("usage", `expected a day like 2025-12-11; received ${text}`, place);
  return text;
}
