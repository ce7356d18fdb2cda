import type { QuantityUnit } from "../../mention.ts";
import type { Token } from "./tokensOf.ts";

/** What a number counts, by the words behind it. */
export interface UnitRead {
  unit: QuantityUnit;
  /** The power of ten from what is written to the unit: -2 for per cent. */
  scale: number;
  /** How many of the unit one is: 3 months for a quarter. */
  times?: number;
  /** Points of percent and per cent are both ratios, yet no ends of one range. */
  pointsOfPercent?: true;
  next: number;
}

type Entry = Omit<UnitRead, "next">;

const ratio: Entry = { unit: "ratio", scale: -2 };
const percentagePoints: Entry = { unit: "ratio", scale: -2, pointsOfPercent: true };
const bp: Entry = { unit: "bp", scale: 0 };
const points: Entry = { unit: "points", scale: 0 };
const unit = (name: QuantityUnit, scale = 0): Entry => ({ unit: name, scale });

// Longer ones first. A hyphen may stand before each word.
const UNITS: readonly (readonly [readonly string[], Entry])[] = [
  [["%", "points"], percentagePoints],
  [["%", "point"], percentagePoints],
  [["%", "pts"], percentagePoints],
  [["%"], ratio],
  [["percentage", "points"], percentagePoints],
  [["percentage", "point"], percentagePoints],
  [["percent", "points"], percentagePoints],
  [["percent", "point"], percentagePoints],
  [["per", "cent", "points"], percentagePoints],
  [["per", "cent"], ratio],
  [["percent"], ratio],
  [["pct", "points"], percentagePoints],
  [["pct"], ratio],
  [["pc"], ratio],
  [["p", ".", "c", "."], ratio],
  [["pp"], percentagePoints],
  [["pps"], percentagePoints],
  [["ppt"], percentagePoints],
  [["ppts"], percentagePoints],
  [["basis", "points"], bp],
  [["basis", "point"], bp],
  [["bp"], bp],
  [["bps"], bp],
  [["bips"], bp],
  [["points"], points],
  [["point"], points],
  [["pts"], points],
  [["pt"], points],
  [["u", ".", "s", ".", "dollars"], unit("USD")],
  [["us", "dollars"], unit("USD")],
  [["us", "$"], unit("USD")],
  [["dollars"], unit("USD")],
  [["dollar"], unit("USD")],
  [["usd"], unit("USD")],
  [["usdt"], unit("USD")],
  [["bucks"], unit("USD")],
  [["$"], unit("USD")],
  [["cents"], unit("USD", -2)],
  [["euros"], unit("EUR")],
  [["euro"], unit("EUR")],
  [["eur"], unit("EUR")],
  [["€"], unit("EUR")],
  [["pounds", "sterling"], unit("GBP")],
  [["pounds"], unit("GBP")],
  [["pound"], unit("GBP")],
  [["gbp"], unit("GBP")],
  [["£"], unit("GBP")],
  [["yen"], unit("JPY")],
  [["jpy"], unit("JPY")],
  [["¥"], unit("JPY")],
  [["times"], unit("times")],
  [["x"], unit("times")],
  [["×"], unit("times")],
  [["trading", "sessions"], unit("sessions")],
  [["trading", "session"], unit("sessions")],
  [["trading", "days"], unit("sessions")],
  [["trading", "day"], unit("sessions")],
  [["business", "days"], unit("sessions")],
  [["sessions"], unit("sessions")],
  [["session"], unit("sessions")],
  [["calendar", "days"], unit("days")],
  [["days"], unit("days")],
  [["day"], unit("days")],
  [["weeks"], unit("weeks")],
  [["week"], unit("weeks")],
  [["months"], unit("months")],
  [["month"], unit("months")],
  [["quarters"], { unit: "months", scale: 0, times: 3 }],
  [["years"], unit("years")],
  [["year"], unit("years")],
  [["yrs"], unit("years")],
  [["yr"], unit("years")],
  [["decades"], unit("years", 1)],
  [["decade"], unit("years", 1)],
];

// "Five straight sessions" counts sessions.
const BETWEEN = new Set(["straight", "consecutive", "successive", "full", "whole", "calendar", "long"]);
const WHOLE = new Set(["full", "whole"]);
const TIME: ReadonlySet<QuantityUnit> = new Set<QuantityUnit>(["years", "months", "weeks", "days", "sessions"]);

const BY_FIRST = new Map<string, (readonly [readonly string[], Entry])[]>();
for (const entry of UNITS) BY_FIRST.set(entry[0][0]!, [...(BY_FIRST.get(entry[0][0]!) ?? []), entry]);

/** The unit that begins at a token, or behind an adjective at it ("straight sessions"). */
export function unitAt(tokens: readonly Token[], at: number): UnitRead | undefined {
  const adjective = BETWEEN.has(tokens[at]?.low ?? "");
  const read = unitFrom(tokens, adjective ? at + 1 : at);
  const whole = WHOLE.has(tokens[at]?.low ?? "");
  return adjective && !whole && read && !isTime(read.unit) ? undefined : read;
}

/** Whether a unit is one of time. */
export function isTime(unit: QuantityUnit): boolean {
  return TIME.has(unit);
}

function unitFrom(tokens: readonly Token[], at: number): UnitRead | undefined {
  const begins = hyphenAt(tokens, at) && tokens[at + 1]!.kind === "word" ? at + 1 : at;
  for (const [words, entry] of BY_FIRST.get(tokens[begins]?.low ?? "") ?? []) {
    const next = matched(tokens, begins, words);
    if (next !== undefined) return { ...entry, next };
  }
  return undefined;
}

/** Whether a hyphen joins the tokens to its sides: "40-billion", "25-basis-point". */
export function hyphenAt(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at];
  return sign?.low === "-" && !sign.gap && tokens[at + 1]?.gap === false;
}

function matched(tokens: readonly Token[], at: number, words: readonly string[]): number | undefined {
  let next = at;
  for (const [k, word] of words.entries()) {
    if (k > 0 && hyphenAt(tokens, next)) next++;
    if (tokens[next]?.low !== word) return undefined;
    next++;
  }
  return next;
}
