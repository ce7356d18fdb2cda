import { parseDay } from "../../market/index.ts";

/**
 * The session of a day in a file; undefined when the text is no day, or one of a year before 1000 or after 2999: no market was, and a slip
 * of a digit is.
 */
export function sessionIn(text: string): number | undefined {
  return /^[12]/.test(text) ? parseDay(text) : undefined;
}
