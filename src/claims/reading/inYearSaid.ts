import { parseDay } from "../../market/index.ts";
import type { Period } from "../mention.ts";

const YEAR = /\b(?:19|20)\d\d\b/;

/**
 * Periods of a sentence, those without a year in the year that the sentence names: "in November 2021 both peaked, bitcoin on the 10th of November".
 *
 * Where it names one year only: of two nobody knows which is meant.
 */
export function inYearSaid(sentence: string, periods: readonly Period[]): Period[] {
  const text = ({ from, to }: Period) => sentence.slice(from, to);
  const years = new Set(periods.flatMap((one) => (YEAR.test(text(one)) && one.relation === "in" ? YEAR.exec(text(one))! : [])));
  const [year] = years;
  if (year === undefined || years.size > 1) return [...periods];
  return periods.map((one) => {
    const dated = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/.test(text(one));
    if (!dated || YEAR.test(text(one)) || one.future || one.relation !== "in" || one.first.slice(0, 4) !== one.last.slice(0, 4)) return one;
    const moved = { ...one, first: `${year}${one.first.slice(4)}`, last: `${year}${one.last.slice(4)}` };
    // A leap day that the year has not got stays where it was.
    return parseDay(moved.first) === undefined || parseDay(moved.last) === undefined ? one : moved;
  });
}
