import type { Amount } from "./amountAt.ts";
import type { Token } from "./tokensOf.ts";
import { isTime } from "./unitAt.ts";

// "The two", "all three": words that point back.
const POINTING = new Set(["the", "all", "these", "those", "other", "both", "of", "or"]);

const ELAPSED = new Set(["ago", "later", "earlier", "hence", "old", "on"]);

/** Whether a number counts something by itself: not the pronoun "one", not "the two", not a fraction without its unit. */
export function standsAlone(tokens: readonly Token[], { from, next, unit, inWords, scale, currency }: Amount): boolean {
  const first = tokens[from]!;
  const before = tokens[from - 1]?.low ?? "";
  const after = tokens[next]?.low ?? "";
  if (unit === "none" && scale === 0 && tokens[from + 1]?.low === "/") return false;
  // "Four years later" and "a two-year-old" count from another day.
  if (isTime(unit) && ELAPSED.has(after === "-" ? (tokens[next + 1]?.low ?? "") : after)) return false;
  if (inWords && ["figures", "figure", "digits", "digit"].includes(after)) return false;
  if (!inWords || scale > 0 || currency !== undefined) return true;
  if (first.low === "one") {
    if (unit === "none") return tokens[from + 1]?.low === "hundred";
    // "One day it will", "at one point".
    if (unit === "days") return ["in", "for", "just", "than", "about", "-"].includes(before) || tokens[from + 1]?.low === "-";
    return (
      !(unit === "points" && before === "at") &&
      !(["years", "months", "weeks"].includes(unit) && ["no", "any", "the", "this"].includes(before) && next === from + 2 && before !== "the")
    );
  }
  return unit !== "none" || !POINTING.has(before) || next > from + 1;
}
