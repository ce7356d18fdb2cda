import type { Quantity } from "../../mention.ts";
import type { Token } from "./tokensOf.ts";
import { hyphenAt } from "./unitAt.ts";

type Per = NonNullable<Quantity["per"]>;

const ARTICLES = new Set(["a", "an", "per", "each", "every", "/"]);
const UNITS: Readonly<Record<string, Per>> = {
  day: "day",
  week: "week",
  month: "month",
  mo: "month",
  quarter: "quarter",
  year: "year",
  yr: "year",
  annum: "year",
  session: "day",
};
const ADVERBS: Readonly<Record<string, Per>> = {
  daily: "day",
  weekly: "week",
  monthly: "month",
  quarterly: "quarter",
  annually: "year",
  yearly: "year",
  annual: "year",
};
// "A year ago" and "a quarter of" are no "per year".
const OTHERS = new Set(["ago", "earlier", "later", "before", "after", "from", "prior", "of", "point", "points", "percentage", "-", "high", "low"]);
const BEFORE = new Set(["in", "for", "within", "over", "than", "nearly", "almost", "about", "last", "by", "down", "up"]);

/** Per what a number is said, directly behind it: "a month", "per month", "/month", "monthly". */
export function perBehind(tokens: readonly Token[], next: number): { per: Per; next: number } | undefined {
  const begins = hyphenAt(tokens, next) ? next + 1 : next;
  const low = tokens[begins]?.low ?? "";
  if (Object.hasOwn(ADVERBS, low) && low !== "annual") return { per: ADVERBS[low]!, next: begins + 1 };
  if (!ARTICLES.has(low)) return undefined;
  const unit = hyphenAt(tokens, begins + 1) ? begins + 2 : begins + 1;
  const name = tokens[unit]?.low ?? "";
  if (!Object.hasOwn(UNITS, name) || (OTHERS.has(tokens[unit + 1]?.low ?? "") && !hyphenAt(tokens, unit + 1))) return undefined;
  return { per: UNITS[name]!, next: unit + 1 };
}

const NEAR = 6; // words

/** Per what a sum of money is said, some words away: "$40 billion of Treasury bills a month", "a monthly pace of $40 billion". */
export function perAround(tokens: readonly Token[], from: number, next: number): Per | undefined {
  for (let at = next; at < next + NEAR && tokens[at]?.kind === "word"; at++) {
    const found = at > next && BEFORE.has(tokens[at - 1]!.low) ? undefined : perBehind(tokens, at);
    if (found) return found.per;
  }
  for (let at = from - 1; at >= from - NEAR && tokens[at]?.kind === "word"; at--) {
    const low = tokens[at]!.low;
    if (Object.hasOwn(ADVERBS, low)) return ADVERBS[low];
  }
  return undefined;
}
