import type { Period } from "../../mention.ts";
import type { Token } from "../numbers/tokensOf.ts";
import { hyphenAt } from "../numbers/unitAt.ts";
import { mondayOf, monthOf, monthsOf, type Stretch } from "./civil.ts";
import type { Anchor, Core } from "./core.ts";
import { type Count, countAt, countedFrom } from "./countAt.ts";

type Unit = "day" | "week" | "month" | "quarter" | "year";

const UNITS = new Set<string>(["day", "week", "month", "quarter", "year"]);
const ON: Readonly<Record<string, number>> = { this: 0, current: 0, last: -1, previous: -1, next: 1 };
const TO_DATE: Readonly<Record<string, Unit>> = { ytd: "year", qtd: "quarter", mtd: "month", wtd: "week" };
const FINER: Readonly<Record<Count["unit"], Unit>> = { days: "day", weeks: "day", months: "week", years: "month" };
const DAYS: Readonly<Record<string, readonly [number, number]>> = {
  today: [0, 0],
  tonight: [0, 0],
  yesterday: [-1, -1],
  tomorrow: [1, 1],
  // From the close before to the morning of the article.
  overnight: [-1, 0],
};

/** The period that is named from the day of publication: "today", "last week", "year to date", "the past three months", "two weeks ago". */
export function relativeAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  return (
    dayWordAt(tokens, at, anchor) ??
    toDateAt(tokens, at, anchor) ??
    countedAt(tokens, at, anchor) ??
    unitCoreAt(tokens, at, anchor) ??
    agoAt(tokens, at, anchor)
  );
}

/** The calendar's day, week, month, quarter or year of a day, or so many on. */
export function unitOf(unit: Unit, day: number, on = 0): Stretch {
  const { year, month } = monthOf(day);
  switch (unit) {
    case "day":
      return { first: day + on, last: day + on };
    case "week": {
      const first = mondayOf(day) + 7 * on;
      return { first, last: first + 6 };
    }
    case "month":
      return monthsOf(year, month + on);
    case "quarter":
      return monthsOf(year, 3 * (Math.floor((month - 1) / 3) + on) + 1, 3);
    case "year":
      return monthsOf(year + on, 1, 12);
    default:
      throw new RangeError(`invalid unit: ${String(unit satisfies never)}`);
  }
}

function dayWordAt(tokens: readonly Token[], at: number, { at: today }: Anchor): Core | undefined {
  const low = tokens[at]?.low ?? "";
  const after = tokens[at + 1]?.low ?? "";
  const days = Object.hasOwn(DAYS, low) ? DAYS[low] : undefined;
  const core = (first: number, last: number, next: number): Core => ({
    next,
    stretch: { first: today + first, last: today + last },
    precision: "day",
    anchored: true,
    dated: false,
  });
  if (days) return core(days[0], days[1], at + 1);
  if (low === "this" && ["morning", "afternoon", "evening"].includes(after)) return core(0, 0, at + 2);
  if (low === "last" && after === "night") return core(-1, -1, at + 2);
  if (!["this", "last", "the", "next"].includes(low) || after !== "weekend") return undefined;
  const saturday = mondayOf(today) + 5;
  const on = low === "next" ? 7 : low === "this" ? 0 : saturday < today || (low === "the" && saturday === today) ? 0 : -7;
  return core(saturday + on - today, saturday + on - today + 1, at + 2);
}

// "Year to date", "so far this month", "on the week".
function toDateAt(tokens: readonly Token[], at: number, { at: today }: Anchor): Core | undefined {
  const low = tokens[at]?.low ?? "";
  const short = Object.hasOwn(TO_DATE, low) ? TO_DATE[low] : undefined;
  if (short) return toDate(short, today, at + 1);
  if (UNITS.has(low)) {
    const to = hyphenAt(tokens, at + 1) ? at + 2 : at + 1;
    const date = hyphenAt(tokens, to + 1) ? to + 2 : to + 1;
    if (tokens[to]?.low === "to" && tokens[date]?.low === "date") return toDate(low as Unit, today, date + 1);
  }
  const adverb = low === "so" && tokens[at + 1]?.low === "far" ? 2 : low === "earlier" || low === "later" ? 1 : 0;
  const unit = tokens[at + adverb + 1]?.low ?? "";
  if (adverb > 0 && tokens[at + adverb]?.low === "this" && UNITS.has(unit)) {
    if (low === "later")
      return {
        next: at + 3,
        stretch: { first: today, last: unitOf(unit as Unit, today).last },
        precision: unit as Unit,
        anchored: true,
        dated: false,
        future: true,
      };
    return toDate(unit as Unit, today, at + adverb + 2);
  }
  const ofYear = tokens[at - 1]?.low === "of" && tokens[at + 1]?.low === "year" && tokens[at - 2]?.low !== "rest" && tokens[at - 2]?.low !== "remainder";
  if (low !== "the" || !(ofYear || ["on", "for", "so"].includes(tokens[at - 1]?.low ?? "")) || !UNITS.has(tokens[at + 1]?.low ?? "")) return undefined;
  // "For the year ended in June" and "on the day of the cut" are others.
  return ["ended", "ending", "to", "of", "that", "when", "before", "after"].includes(tokens[at + 2]?.low ?? "")
    ? undefined
    : toDate(tokens[at + 1]!.low as Unit, today, at + 2);
}

function toDate(unit: Unit, today: number, next: number): Core {
  return { next, stretch: { first: unitOf(unit, today).first, last: today }, precision: unit, anchored: true, dated: false };
}

// "The past year" counts back from the day; "last year" is the calendar's.
function countedAt(tokens: readonly Token[], at: number, { at: today }: Anchor): Core | undefined {
  const begins = ["the", "this"].includes(tokens[at]?.low ?? "") ? at + 1 : at;
  const which = tokens[begins]?.low ?? "";
  const many = ["past", "last", "previous", "next", "coming", "following", "trailing"].includes(which);
  if (!many) return undefined;
  const read = countAt(tokens, begins + 1);
  if (!read) return undefined;
  const single = UNITS.has(tokens[begins + 1]!.low);
  if (single && begins === at && !["past", "coming"].includes(which)) return undefined;
  if (single && ["previous", "following"].includes(which)) return undefined;
  // "The last day of October" is a day.
  if (single && ["of", "in"].includes(tokens[read.next]?.low ?? "")) return undefined;
  const ahead = ["next", "coming", "following"].includes(which);
  const stretch = ahead ? { first: today, last: countedFrom(today, read, 1) } : { first: countedFrom(today, read, -1), last: today };
  return { next: read.next, stretch, precision: precisionOf(read), anchored: true, dated: false, ...(ahead ? { future: true } : { relation: "past" }) };
}

/** How finely a count of time is said. */
export function precisionOf({ many, unit }: { many: number; unit: "days" | "weeks" | "months" | "years" }): Period["precision"] {
  switch (unit) {
    case "days":
      return "day";
    case "weeks":
      return "week";
    case "months":
      return many === 3 ? "quarter" : many >= 12 ? "year" : "month";
    case "years":
      return many > 1 ? "years" : "year";
    default:
      throw new RangeError(`invalid unit: ${String(unit satisfies never)}`);
  }
}

function unitCoreAt(tokens: readonly Token[], at: number, { at: today }: Anchor): Core | undefined {
  const low = tokens[at]?.low ?? "";
  const unit = tokens[at + 1]?.low ?? "";
  const on = Object.hasOwn(ON, low) ? ON[low] : undefined;
  if (on === undefined || !UNITS.has(unit) || (unit === "day" && low !== "this") || (low === "previous" && unit !== "year")) return undefined;
  if (low === "previous") return undefined;
  return { next: at + 2, stretch: unitOf(unit as Unit, today, on), precision: unit as Unit, anchored: true, dated: false };
}

function agoAt(tokens: readonly Token[], at: number, { at: today }: Anchor): Core | undefined {
  const article = tokens[at]?.low === "a" || tokens[at]?.low === "an";
  const read = countAt(tokens, article ? at + 1 : at);
  if (!read || tokens[read.next]?.low !== "ago" || (UNITS.has(tokens[at]?.low ?? "") && !article)) return undefined;
  const day = countedFrom(today, read, -1);
  // "A year ago" means about that day, "five years ago" that year.
  const unit = read.many === 1 ? FINER[read.unit] : (read.unit.slice(0, -1) as Unit);
  return { next: read.next + 1, stretch: unitOf(unit, day), precision: unit, anchored: true, dated: false };
}
