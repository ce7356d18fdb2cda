import type { Token } from "./tokensOf.ts";
import { hyphenAt } from "./unitAt.ts";

const WORDS = new Map<string, number>(
  "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    .split(" ")
    .map((word, k) => [word, k + 2]),
);
const TENS = new Map<string, number>("twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, k) => [word, 10 * (k + 2)]));
const SUFFIX = new Set(["st", "nd", "rd", "th"]);

// What is counted; before other words "second" is an adverb or a rank.
const COUNTED = new Set(
  (
    "straight consecutive successive record records time such cut cuts hike hikes rise gain gains loss losses high highs low closing close all fresh new move reduction increase " +
    "decline advance drop win winning losing weekly monthly daily annual day session week month year rate interest quarter-point peak day's in"
  ).split(" "),
);

/** The count that an ordinal says: "third straight", "its 50th record". The first of a kind counts nothing, and neither does a rank. */
export function ordinalAt(tokens: readonly Token[], at: number): { from: number; next: number; value: number } | undefined {
  const read = inDigits(tokens, at) ?? inWords(tokens, at);
  if (!read || read.value < 2) return undefined;
  const after = tokens[read.next];
  // "The third in a row".
  if (after?.low === "in") return tokens[read.next + 1]?.low === "a" && tokens[read.next + 2]?.low === "row" ? { from: at, ...read } : undefined;
  // "Its 42nd this year", "the third of the year".
  const owned = OWNERS.has(tokens[at - 1]?.low ?? "");
  const sum =
    after?.low === "this" || (after?.low === "so" && tokens[read.next + 1]?.low === "far") || (after?.low === "of" && ofPeriod(tokens, read.next + 1));
  return (owned && sum) || (after?.kind === "word" && COUNTED.has(after.low)) ? { from: at, ...read } : undefined;
}

const OWNERS = new Set(["its", "their", "his", "the", "a"]);

function ofPeriod(tokens: readonly Token[], at: number): boolean {
  return ["the", "this"].includes(tokens[at]?.low ?? "") && ["week", "month", "quarter", "year", "cycle"].includes(tokens[at + 1]?.low ?? "");
}

function inDigits(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  const [number, suffix] = [tokens[at], tokens[at + 1]];
  if (number?.kind !== "number" || !/^\d{1,4}$/.test(number.low) || suffix === undefined || suffix.gap || !SUFFIX.has(suffix.low)) return undefined;
  return { value: Number(number.low), next: at + 2 };
}

function inWords(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  const low = tokens[at]?.low ?? "";
  const tens = TENS.get(low);
  if (tens !== undefined && hyphenAt(tokens, at + 1)) {
    const one = tokens[at + 2]?.low === "first" ? 1 : (WORDS.get(tokens[at + 2]?.low ?? "") ?? 10);
    return one < 10 ? { value: tens + one, next: at + 3 } : undefined;
  }
  const value = WORDS.get(low);
  return value === undefined ? undefined : { value, next: at + 1 };
}
