import type { Token } from "../numbers/tokensOf.ts";
import { hyphenAt } from "../numbers/unitAt.ts";
import { monthOf, monthsOf, type Stretch } from "./civil.ts";
import type { Core } from "./core.ts";

/** Which part of a period is meant. */
export type Part = "early" | "mid" | "late" | "end" | "week1" | "week2" | "week3" | "week4" | "lastWeek" | "firstHalf" | "secondHalf" | "lastDay" | "firstDay";

const SINGLE = new Map<string, Part>([
  ["early", "early"],
  ["mid", "mid"],
  ["middle", "mid"],
  ["late", "late"],
  ["end", "end"],
]);
const PHRASES: readonly (readonly [string, Part])[] = [
  ["the start of", "early"],
  ["start of", "early"],
  ["the beginning of", "early"],
  ["beginning of", "early"],
  ["the turn of", "early"],
  ["the middle of", "mid"],
  ["middle of", "mid"],
  ["the end of", "end"],
  ["end of", "end"],
  ["the close of", "end"],
  ["the first week of", "week1"],
  ["the second week of", "week2"],
  ["the third week of", "week3"],
  ["the fourth week of", "week4"],
  ["the final week of", "lastWeek"],
  ["the last week of", "lastWeek"],
  ["the first half of", "firstHalf"],
  ["the second half of", "secondHalf"],
  ["the last day of", "lastDay"],
  ["the final day of", "lastDay"],
  ["the last trading day of", "lastDay"],
  ["the first day of", "firstDay"],
  ["the first trading day of", "firstDay"],
];
const BY_FIRST = new Map<string, { words: string[]; part: Part }[]>();
for (const [text, part] of PHRASES) {
  const words = text.split(" ");
  for (const each of words[0] === "the" ? [words, words.slice(1)] : [words]) BY_FIRST.set(each[0]!, [...(BY_FIRST.get(each[0]!) ?? []), { words: each, part }]);
}

/** The words for a part of a period that begin at a token: "early", "mid-", "the end of", "the first week of". */
export function partAt(tokens: readonly Token[], at: number): { part: Part; next: number } | undefined {
  const low = tokens[at]?.low ?? "";
  const single = SINGLE.get(low);
  const joins = hyphenAt(tokens, at + 1) || ((low === "early" || low === "late") && tokens[at + 1]?.low === "in");
  if (single && low !== "end" && low !== "middle") return { part: single, next: joins ? at + 2 : at + 1 };
  if (single && hyphenAt(tokens, at + 1)) return { part: single, next: at + 2 };
  // "The eleventh record close of the year" ends no year.
  if (low === "close" && ["record", "highest", "lowest", "best"].includes(tokens[at - 1]?.low ?? "")) return undefined;
  for (const { words, part } of BY_FIRST.get(low) ?? [])
    if (words.every((word, k) => tokens[at + k]?.low === word || (word === "of" && words.includes("week") && tokens[at + k]?.low === "in")))
      return { part, next: at + words.length };
  return undefined;
}

/** Part of a period: the thirds of a month are its days 1 to 10, 11 to 20 and the rest, those of a year four months each. */
export function partOf(core: Core, part: Part): Core | undefined {
  const { stretch, precision } = core;
  if (!stretch) return core;
  if (part === "lastDay" || part === "firstDay") {
    const day = part === "lastDay" ? stretch.last : stretch.first;
    return { ...core, stretch: { first: day, last: day }, precision: "day" };
  }
  const found = precision === "month" ? ofMonth(stretch, part) : precision === "year" ? ofYear(stretch, part) : ofOther(core, stretch, part);
  return found && { ...core, ...found, ...(part === "end" ? { atEnd: true } : {}) };
}

type Found = Pick<Core, "stretch" | "precision">;

const DAYS_OF_MONTH: Partial<Record<Part, readonly [number, number, Core["precision"]]>> = {
  early: [1, 10, "part"],
  mid: [11, 20, "part"],
  late: [21, 31, "part"],
  end: [21, 31, "part"],
  firstHalf: [1, 15, "part"],
  secondHalf: [16, 31, "part"],
  week1: [1, 7, "week"],
  week2: [8, 14, "week"],
  week3: [15, 21, "week"],
  week4: [22, 28, "week"],
};

function ofMonth({ first, last }: Stretch, part: Part): Found | undefined {
  if (part === "lastWeek") return { stretch: { first: last - 6, last }, precision: "week" };
  const days = DAYS_OF_MONTH[part];
  return days && { stretch: { first: first + days[0] - 1, last: Math.min(first + days[1] - 1, last) }, precision: days[2] };
}

const MONTHS_OF_YEAR: Partial<Record<Part, readonly [number, number]>> = {
  early: [1, 4],
  mid: [5, 4],
  late: [9, 4],
  end: [9, 4],
  firstHalf: [1, 6],
  secondHalf: [7, 6],
};

function ofYear({ first, last }: Stretch, part: Part): Found | undefined {
  const months = MONTHS_OF_YEAR[part];
  const { year } = monthOf(first);
  if (months) return { stretch: monthsOf(year, months[0], months[1]), precision: "part" };
  if (part === "week1") return { stretch: { first, last: first + 6 }, precision: "week" };
  return part === "lastWeek" ? { stretch: { first: last - 6, last }, precision: "week" } : undefined;
}

// The early third of a quarter is its first month, that of a week its Monday and Tuesday.
function ofOther({ precision }: Core, { first, last }: Stretch, part: Part): Found | undefined {
  if (part !== "early" && part !== "mid" && part !== "late" && part !== "end") return undefined;
  if (precision === "day") return { stretch: { first, last }, precision };
  if (precision === "week") {
    const [from, to] = part === "early" ? [0, 1] : part === "mid" ? [2, 2] : [3, 6];
    return { stretch: { first: first + from, last: Math.min(first + to, last) }, precision: "day" };
  }
  if (precision !== "quarter") return undefined;
  const { year, month } = monthOf(first);
  return { stretch: monthsOf(year, month + (part === "early" ? 0 : part === "mid" ? 1 : 2)), precision: "month" };
}
