import { type Decimal, decimalOf, decimalOfWhole } from "./decimal.ts";
import type { Token } from "./tokensOf.ts";

/** A number in digits or words, and the position of the token behind it. */
export interface Numeral {
  decimal: Decimal;
  next: number;
  inWords: boolean;
}

const ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"];
const SMALL = new Map<string, number>([...ONES, "seventeen", "eighteen", "nineteen"].map((word, k) => [word, k + 1]));
const TENS = new Map<string, number>(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map((word, k) => [word, 10 * (k + 2)]));

// Quarters and eighths, as target ranges of interest rates are written.
const FRACTIONS: Readonly<Record<string, string>> = {
  "1/2": "50",
  "1/4": "25",
  "3/4": "75",
  "1/8": "125",
  "3/8": "375",
  "5/8": "625",
  "7/8": "875",
  "½": "50",
  "¼": "25",
  "¾": "75",
  "⅛": "125",
  "⅜": "375",
  "⅝": "625",
  "⅞": "875",
};

const SCALES = new Set(["thousand", "million", "billion", "trillion"]);

/** The number in digits ("27.3", "3-1/2", "1'000") or in words ("twenty-five", "a dozen", "two and a half") that begins at a token. */
export function numeralAt(tokens: readonly Token[], at: number): Numeral | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === "number") return inDigits(tokens, at);
  const alone = fractionAt(tokens, at);
  if (alone) return { decimal: { digits: alone.digits, exponent: -alone.digits.length }, next: alone.next, inWords: false };
  return token.kind === "word" ? inWords(tokens, at) : undefined;
}

function inDigits(tokens: readonly Token[], at: number): Numeral | undefined {
  const alone = fractionAt(tokens, at);
  if (alone) return { decimal: { digits: alone.digits, exponent: -alone.digits.length }, next: alone.next, inWords: false };
  const decimal = decimalOf(tokens[at]!.text);
  if (!decimal) return undefined;
  const dash = tokens[at + 1]?.low === "-" && !tokens[at + 1]!.gap && !tokens[at + 2]?.gap ? 1 : 0;
  const more = decimal.exponent === 0 ? fractionAt(tokens, at + 1 + dash) : undefined;
  if (!more) return { decimal, next: at + 1, inWords: false };
  return { decimal: { digits: decimal.digits + more.digits, exponent: -more.digits.length }, next: more.next, inWords: false };
}

function fractionAt(tokens: readonly Token[], at: number): { digits: string; next: number } | undefined {
  const [top, slash, bottom] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (top === undefined) return undefined;
  const one = top.kind === "sign" ? FRACTIONS[top.text] : undefined;
  if (one !== undefined) return { digits: one, next: at + 1 };
  if (slash?.low !== "/" || slash.gap || bottom?.kind !== "number" || bottom.gap || tokens[at + 3]?.low === "/") return undefined;
  const digits = FRACTIONS[`${top.text}/${bottom.text}`];
  return digits === undefined ? undefined : { digits, next: at + 3 };
}

function inWords(tokens: readonly Token[], at: number): Numeral | undefined {
  const low = tokens[at]!.low;
  const after = tokens[at + 1]?.low ?? "";
  if (low === "a") {
    if (after === "dozen") return { decimal: decimalOfWhole(12), next: at + 2, inWords: true };
    if (after === "hundred") return { decimal: decimalOfWhole(100), next: at + 2, inWords: true };
    return SCALES.has(after) ? { decimal: decimalOfWhole(1), next: at + 1, inWords: true } : undefined;
  }
  const half = low === "half" && after === "a" && SCALES.has(tokens[at + 2]?.low ?? "");
  if (half) return { decimal: { digits: "5", exponent: -1 }, next: at + 2, inWords: true };
  const below = belowHundred(tokens, at);
  if (!below) return undefined;
  const { whole, next } = below;
  const more = andAHalf(tokens, next);
  if (more !== undefined) return { decimal: { digits: `${whole}5`, exponent: -1 }, next: more, inWords: true };
  const [second, third] = [tokens[next]?.low, tokens[next + 1]?.low];
  if (second === "dozen") return { decimal: decimalOfWhole(12 * whole), next: next + 1, inWords: true };
  if (second !== "hundred") return { decimal: decimalOfWhole(whole), next, inWords: true };
  const rest = belowHundred(tokens, third === "and" ? next + 2 : next + 1);
  return { decimal: decimalOfWhole(100 * whole + (rest?.whole ?? 0)), next: rest?.next ?? next + 1, inWords: true };
}

// "And a half", "-and-a-half".
function andAHalf(tokens: readonly Token[], at: number): number | undefined {
  let next = at;
  for (const word of ["and", "a", "half"]) {
    if (tokens[next]?.low === "-") next++;
    if (tokens[next]?.low !== word) return undefined;
    next++;
  }
  return next;
}

function belowHundred(tokens: readonly Token[], at: number): { whole: number; next: number } | undefined {
  const low = tokens[at]?.low ?? "";
  const small = SMALL.get(low);
  if (small !== undefined) return { whole: small, next: at + 1 };
  const tens = TENS.get(low);
  if (tens === undefined) return undefined;
  const next = tokens[at + 1]?.low === "-" ? at + 2 : at + 1;
  const one = SMALL.get(tokens[next]?.low ?? "");
  return one !== undefined && one < 10 ? { whole: tens + one, next: next + 1 } : { whole: tens, next: at + 1 };
}
