import type { Token } from "../numbers/tokensOf.ts";
import { hyphenAt } from "../numbers/unitAt.ts";
import { isYear, monthsOf } from "./civil.ts";
import { type Anchor, type Core, recurring } from "./core.ts";
import { yearBehind } from "./yearBehind.ts";

const WHICH = new Map<string, number>([
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["final", 4],
]);
const ORDINAL = new Map<string, number>([
  ["1st", 1],
  ["2nd", 2],
  ["3rd", 3],
  ["4th", 4],
]);
const MONTHS = { quarter: 3, half: 6 } as const;

/** The quarter or half of a year at a token: "the third quarter of 2025", "Q3", "3Q25", "H1 2026". A half of a month is a part, read elsewhere. */
export function quarterAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const named = inWords(tokens, at) ?? inShort(tokens, at);
  if (!named) return undefined;
  const { which, unit, attached } = named;
  const ofTheYear = ["of", "in"].includes(tokens[named.next]?.low ?? "") && tokens[named.next + 1]?.low === "the" && tokens[named.next + 2]?.low === "year";
  const said = attached ?? yearBehind(tokens, named.next, anchor);
  const inYear = (year: number) => (isYear(year) ? monthsOf(year, (which - 1) * MONTHS[unit] + 1, MONTHS[unit]) : undefined);
  return {
    next: said?.next ?? named.next + (ofTheYear ? 3 : 0),
    stretch: said ? inYear(said.year) : recurring(inYear, anchor),
    precision: unit === "quarter" ? "quarter" : "part",
    anchored: said === undefined,
    dated: true,
  };
}

interface Named {
  which: number;
  unit: "quarter" | "half";
  next: number;
  attached?: { year: number; next: number };
}

function inWords(tokens: readonly Token[], at: number): Named | undefined {
  const digit = tokens[at]?.kind === "number" && tokens[at + 1]?.gap === false;
  const which = digit ? ORDINAL.get(tokens[at]!.low + tokens[at + 1]!.low) : WHICH.get(tokens[at]?.low ?? "");
  if (which === undefined) return undefined;
  const behind = at + (digit ? 2 : 1);
  const next = hyphenAt(tokens, behind) ? behind + 1 : behind;
  const unit = tokens[next]?.low;
  // "The second quarter-point cut" and "the first half-hour" name no part of a year.
  if ((unit !== "quarter" && unit !== "half") || hyphenAt(tokens, next + 1) || tokens[next + 1]?.low === "point") return undefined;
  return unit === "half" && which > 2 ? undefined : { which, unit, next: next + 1 };
}

function inShort(tokens: readonly Token[], at: number): Named | undefined {
  const [one, two, three] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (one === undefined || two === undefined || two.gap) return undefined;
  const letterFirst = one.kind === "word";
  const [letter, digit] = letterFirst ? [one, two] : [two, one];
  const unit = letter.text === "Q" ? "quarter" : letter.text === "H" ? "half" : undefined;
  if (unit === undefined || digit.kind !== "number" || !/^[1-4]$/.test(digit.low) || (unit === "half" && Number(digit.low) > 2)) return undefined;
  const named = { which: Number(digit.low), unit, next: at + 2 } as const;
  if (letterFirst || three === undefined || three.gap || !/^(?:\d\d|\d{4})$/.test(three.low)) return named;
  return { ...named, attached: { year: three.low.length === 2 ? 2000 + Number(three.low) : Number(three.low), next: at + 3 } };
}
