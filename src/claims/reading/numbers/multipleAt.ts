import { valueOf } from "./decimal.ts";
import { numeralAt } from "./numeralAt.ts";
import type { Share } from "./shareAt.ts";
import type { Token } from "./tokensOf.ts";
import { hyphenAt } from "./unitAt.ts";

const A_FIFTH = 0.2; // of what is gained or lost

const VERBS = new Map<string, number>();
for (const [stem, times] of [
  ["doubl", 2],
  ["tripl", 3],
  ["trebl", 3],
  ["quadrupl", 4],
  ["quintupl", 5],
] as const) {
  for (const ending of ["ed", "es", "ing"]) VERBS.set(stem + ending, times);
}
const FOLDS = new Map<string, number>(
  ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map((word, k) => [`${word}fold`, k + 2] as const),
);

/** The return that a multiple says: "doubled" and "twofold" are 1 (100 %), "tripled" 2, "tenfold" 9, "halved" 0.5; each claims a fifth of itself. */
export function multipleAt(tokens: readonly Token[], at: number): Share | undefined {
  const low = tokens[at]?.low ?? "";
  // "The halving" is an event of bitcoin's.
  if (low === "halved" || (low === "halving" && tokens[at - 1]?.low !== "the")) return { from: at, next: at + 1, value: 0.5, unit: "ratio", step: A_FIFTH / 2 };
  const times = VERBS.get(low) ?? FOLDS.get(low);
  // "Doubled down" is no return.
  if (times !== undefined) return tokens[at + 1]?.low === "down" ? undefined : of(times, at, at + 1);
  const numeral = numeralAt(tokens, at);
  if (!numeral || (!tokens[at]!.gap && at > 0)) return undefined;
  const fold = hyphenAt(tokens, numeral.next) ? numeral.next + 1 : numeral.next;
  return tokens[fold]?.low === "fold" && valueOf(numeral.decimal) > 1 ? of(valueOf(numeral.decimal), at, fold + 1) : undefined;
}

function of(times: number, from: number, next: number): Share {
  return { from, next, value: times - 1, unit: "ratio", step: A_FIFTH * (times - 1) };
}
