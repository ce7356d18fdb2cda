import { type Day, dayNumber, toDay } from "../../../market/index.ts";
import type { Period } from "../../mention.ts";
import { tokensOf } from "../numbers/tokensOf.ts";
import { isYear, monthOf } from "./civil.ts";
import { phrasesIn } from "./phrasesIn.ts";

/**
 * The days and periods that a sentence names, in order, resolved against the day of publication; spans are those of the sentence, with the prepositions that
 * matter ("since 2020") and a possessive ("October's").
 *
 * A bare weekday or month is the last that has come by the publication, or the next where the sentence looks forward before it. "This week" and "this year"
 * are whole; "year to date", "on the week", "so far this month" end with the publication. What is named from another day ("the same day", "a year earlier") is
 * left out, and so are days that there are not.
 *
 * @throws RangeError where the day of publication is no day
 *
 * @example
 * import { periodsIn } from "lockstep/claims";
 * const [period] = periodsIn("Both bottomed on Thursday.", "2025-12-12");
 * [period.first, period.precision]; // => ["2025-12-11", "day"]
 */
export function periodsIn(sentence: string, published: Day): Period[] {
  const today = dayNumber(published);
  if (!isYear(monthOf(today).year)) return [];
  const tokens = tokensOf(sentence);
  return phrasesIn(tokens, today).flatMap(({ from, next, period }) =>
    period ? [{ kind: "period", from: tokens[from]!.from, to: tokens[next - 1]!.to, ...period, first: toDay(period.first), last: toDay(period.last) }] : [],
  );
}
