import { phrasesIn } from "../days/phrasesIn.ts";
import { namedIn } from "./namedIn.ts";
import { numeralAt } from "./numeralAt.ts";
import type { Token } from "./tokensOf.ts";
import { hyphenAt, unitAt } from "./unitAt.ts";

const ANY_DAY = 11_000; // in 2000: which tokens are a date does not depend on when it is read

const LABELS = new Set("figure fig chart table page pages section chapter article rule phase exhibit form version note item appendix footnote no".split(" "));
const CLOCK = new Set(["hour", "hours", "minute", "minutes", "seconds", "am", "pm", "a", "p", "o", "gmt", "utc", "et", "est", "edt", "cet"]);
const INSTRUMENTS = new Set(
  "yield yields treasury treasuries note notes bond bonds bill bills gilt gilts bund bunds jgb jgbs tips paper rate rates breakeven breakevens swap swaps mortgage mortgages curve spread spreads tenor maturity maturities auction us u".split(
    " ",
  ),
);
const TENORS = new Set(["2", "3", "5", "7", "10", "20", "30", "two", "three", "five", "seven", "ten", "thirty"]);
const HIGHS = new Set(
  "high highs low lows peak peaks record top bottom average moving anniversary streak run gain loss span stretch wait period plan term return returns rally".split(
    " ",
  ),
);
const URL_SIGNS = new Set(["/", ".", "-", "_", "?", "=", "&", "#", "%", "+", ":", "~", "@"]);

/** Which tokens hold digits or words for numbers that count nothing: names, dates, times, addresses, numbers of lists, terms of bonds. */
export function notCounted(tokens: readonly Token[]): boolean[] {
  const not = namedIn(tokens);
  for (const { from, next, dated } of phrasesIn(tokens, ANY_DAY)) if (dated) not.fill(true, from, next);
  for (let at = 0; at < tokens.length; ) {
    const mixed = not[at] ? undefined : mixedEnd(tokens, at);
    if (mixed !== undefined) {
      at = mixed;
      continue;
    }
    const end = not[at]
      ? undefined
      : (addressEnd(tokens, at) ?? chainEnd(tokens, at) ?? timeEnd(tokens, at) ?? numberingEnd(tokens, at) ?? termEnd(tokens, at));
    if (end !== undefined) not.fill(true, at, end);
    at = end ?? at + 1;
  }
  return not;
}

// "https://example.org/2025/12/11"
function addressEnd(tokens: readonly Token[], at: number): number | undefined {
  const scheme = tokens[at]?.kind === "word" && tokens[at + 1]?.low === ":" && tokens[at + 2]?.low === "/" && tokens[at + 3]?.low === "/";
  const host = tokens[at]?.low === "www" && tokens[at + 1]?.low === ".";
  if (!scheme && !host) return undefined;
  let end = at + 1;
  while (end < tokens.length && !tokens[end]!.gap && (tokens[end]!.kind !== "sign" || URL_SIGNS.has(tokens[end]!.low))) end++;
  return end;
}

// Three numbers or more with nothing but a sign or a space between them are a telephone number or a code; two with a slash are a ratio.
function chainEnd(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]?.kind !== "number") return undefined;
  let end = at + 1;
  let numbers = 1;
  let slashed = false;
  for (let next = end; next < tokens.length; ) {
    const sign = tokens[next]!;
    const joins = sign.kind === "sign" && !sign.gap && ["-", "/", ".", ":"].includes(sign.low) && tokens[next + 1]?.gap === false;
    const closes = sign.low === ")" && tokens[next + 1]?.kind === "number";
    const opens = sign.low === "(" && tokens[next + 1]?.kind === "number" && tokens[next + 2]?.low === ")";
    const number = tokens[joins || closes || opens ? next + 1 : next];
    if (number?.kind !== "number") break;
    slashed ||= sign.low === "/";
    numbers++;
    next += joins || closes || opens ? 2 : 1;
    end = next;
  }
  return numbers > 2 || (numbers === 2 && slashed) ? end : undefined;
}

// "3-1/2" and "1/4 point" are one number each.
function mixedEnd(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at]!.kind !== "number") return undefined;
  const numeral = numeralAt(tokens, at);
  if (!numeral || numeral.next < at + 3) return undefined;
  return numeral.next > at + 3 || unitAt(tokens, numeral.next) ? numeral.next : undefined;
}

function timeEnd(tokens: readonly Token[], at: number): number | undefined {
  const [hour, colon, minute] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (hour?.kind === "number" && colon?.low === ":" && !colon.gap && minute?.kind === "number" && !minute.gap) return at + 3;
  const numeral = numeralAt(tokens, at);
  if (!numeral) return undefined;
  const next = hyphenAt(tokens, numeral.next) ? numeral.next + 1 : numeral.next;
  const low = tokens[next]?.low ?? "";
  if (!CLOCK.has(low)) return undefined;
  if (low === "a" || low === "p") return tokens[next + 1]?.low === "." && tokens[next + 2]?.low === "m" && !tokens[next + 2]!.gap ? next + 3 : undefined;
  if (low === "o") return tokens[next + 1]?.low === "'" ? next + 2 : undefined;
  return next + 1;
}

// "1. The Fed", "2) Gold", "[3]", "Figure 2", "No. 1", "#1".
function numberingEnd(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at]!;
  if (LABELS.has(token.low)) {
    const next = tokens[at + 1]?.low === "." ? at + 2 : at + 1;
    if (token.low === "no" && (next === at + 1 || tokens[next]?.gap === undefined)) return undefined;
    return tokens[next]?.kind === "number" && !unitAt(tokens, next + 1) ? next + 1 : undefined;
  }
  if (token.low === "#" || token.low === "№") return tokens[at + 1]?.kind === "number" && !tokens[at + 1]!.gap ? at + 2 : undefined;
  if (token.low === "[") return tokens[at + 1]?.kind === "number" && tokens[at + 2]?.low === "]" ? at + 3 : undefined;
  const open = token.low === "(" && at === 0 ? 1 : 0;
  const number = tokens[at + open];
  const close = tokens[at + open + 1];
  if (at !== 0 || number?.kind !== "number" || !/^\d{1,2}$/.test(number.low) || close === undefined || close.gap) return undefined;
  const after = tokens[at + open + 2];
  return close.low === ")" || (close.low === "." && (after === undefined || after.gap)) ? at + open + 2 : undefined;
}

// The term of a bond: "the 10-year Treasury yield", "three-month bills", "the 10-year rose".
function termEnd(tokens: readonly Token[], at: number): number | undefined {
  const numeral = numeralAt(tokens, at);
  const unit = numeral && unitAt(tokens, numeral.next);
  if (!unit || (unit.unit !== "years" && unit.unit !== "months" && unit.unit !== "weeks")) return undefined;
  const next = tokens[unit.next];
  if (next?.kind === "word" && INSTRUMENTS.has(next.low) && (next.low !== "us" || next.text === "US")) return unit.next;
  if (next?.low === "t" && hyphenAt(tokens, unit.next + 1)) return unit.next;
  const named = hyphenAt(tokens, numeral.next) && tokens[at - 1]?.low === "the" && unit.unit === "years" && TENORS.has(tokens[at]!.low);
  return named && !HIGHS.has(next?.low ?? "") ? unit.next : undefined;
}
