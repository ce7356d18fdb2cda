import type { Token } from "../numbers/tokensOf.ts";

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const MONTH_OF = new Map<string, number>(MONTHS.map((name, k) => [name, k + 1]));
const SHORT_MONTH_OF = new Map<string, number>([...MONTHS.map((name, k) => [name.slice(0, 3), k + 1] as const), ["sept", 9]]);
// Verbs, adjectives and names that are also months.
const ALSO_WORDS = new Set(["march", "may", "august", "april", "june"]);
const CAPITAL_ONLY = new Set(["march", "may", "august"]);

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const WEEKDAY_OF = new Map<string, number>(WEEKDAYS.map((name, k) => [name, k]));
const SHORT_WEEKDAY_OF = new Map<string, number>([
  ...WEEKDAYS.map((name, k) => [name.slice(0, 3), k] as const),
  ["tues", 1],
  ["weds", 2],
  ["thur", 3],
  ["thurs", 3],
]);

// Before these a short or ambiguous name is one of the calendar.
const BEFORE = new Set(
  "in on since by until till through from to of during for early mid late last next this previous past coming between and before after throughout every each end beginning start".split(
    " ",
  ),
);
const NAMED_FRIDAYS = new Set(["black", "good", "cyber", "easter", "ash", "super"]);

/** A name of the calendar and the position of the token behind it. */
export interface CalendarName {
  value: number;
  next: number;
}

/** The month (from 1) that is named at a token; "may" and "march" only where they are months. */
export function monthAt(tokens: readonly Token[], at: number): CalendarName | undefined {
  const token = tokens[at];
  if (token?.kind !== "word") return undefined;
  const capital = startsUpper(token.text);
  const long = MONTH_OF.get(token.low);
  if (long !== undefined) {
    if (!capital) return CAPITAL_ONLY.has(token.low) ? undefined : { value: long, next: at + 1 };
    return ALSO_WORDS.has(token.low) && !calendarAround(tokens, at, at + 1) ? undefined : { value: long, next: at + 1 };
  }
  const short = capital ? SHORT_MONTH_OF.get(token.low) : undefined;
  if (short === undefined) return undefined;
  const dot = tokens[at + 1]?.low === "." && !tokens[at + 1]!.gap ? 1 : 0;
  const next = at + 1 + dot;
  return calendarAround(tokens, at, next) ? { value: short, next: tokens[next]?.kind === "number" || inside(tokens, next) ? next : at + 1 } : undefined;
}

/** The day of the week (Monday is 0) that is named at a token. */
export function weekdayAt(tokens: readonly Token[], at: number): CalendarName | undefined {
  const token = tokens[at];
  if (token?.kind !== "word" || NAMED_FRIDAYS.has(tokens[at - 1]?.low ?? "")) return undefined;
  const long = WEEKDAY_OF.get(token.low);
  if (long !== undefined) return { value: long, next: at + 1 };
  const short = startsUpper(token.text) ? SHORT_WEEKDAY_OF.get(token.low) : undefined;
  if (short === undefined) return undefined;
  const dot = tokens[at + 1]?.low === "." && !tokens[at + 1]!.gap ? 1 : 0;
  const before = BEFORE.has(tokens[at - 1]?.low ?? "");
  const dated = monthAt(tokens, at + 1 + dot) !== undefined || (tokens[at + 1 + dot]?.low === "," && monthAt(tokens, at + 2 + dot) !== undefined);
  if (!before && !dated) return undefined;
  return { value: short, next: at + 1 + (dot === 1 && inside(tokens, at + 2) ? 1 : 0) };
}

function calendarAround(tokens: readonly Token[], at: number, next: number): boolean {
  const before = tokens[at - 1];
  const named = before !== undefined && (BEFORE.has(before.low) || (before.low === "-" && BEFORE.has(tokens[at - 2]?.low ?? "")));
  if (named || isDateNumber(before) || isDateNumber(tokens[next])) return true;
  const ordinal = before?.kind === "word" && ["st", "nd", "rd", "th"].includes(before.low) && !before.gap;
  return ordinal || (tokens[next]?.low === "'" && tokens[next + 1]?.low === "s") || before?.low === "its" || before?.low === "the";
}

function isDateNumber(token: Token | undefined): boolean {
  return token?.kind === "number" && /^(?:\d{1,2}|\d{4})$/.test(token.low);
}

// A dot behind a short name ends the sentence where nothing follows.
function inside(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && !startsUpper(token.text);
}

function startsUpper(text: string): boolean {
  const first = text.slice(0, 1);
  return first !== first.toLowerCase();
}
