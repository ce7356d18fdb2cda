import type { Token } from "../numbers/tokensOf.ts";
import { monthAt } from "./calendarNames.ts";
import { dayOf, isYear, mondayOf, monthOf, monthsOf } from "./civil.ts";
import { type Anchor, type Core, oneDay, recurring, yearStretch } from "./core.ts";
import { explicitDayAt } from "./explicitDayAt.ts";
import { partAt, partOf } from "./partAt.ts";
import { quarterAt } from "./quarterAt.ts";
import { relativeAt, unitOf } from "./relativeAt.ts";
import { weekdayCoreAt } from "./weekdayCoreAt.ts";
import { yearAt } from "./yearAt.ts";
import { yearBehind } from "./yearBehind.ts";

/** The day or period that is named at a token, resolved from the anchor. */
export function coreAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const token = tokens[at];
  if (token === undefined || token.kind === "sign") return undefined;
  return partCoreAt(tokens, at, anchor) ?? wholeAt(tokens, at, anchor) ?? afterThe(tokens, at, anchor);
}

function afterThe(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  if (tokens[at]!.low !== "the") return undefined;
  return partCoreAt(tokens, at + 1, anchor) ?? ordinalDayAt(tokens, at + 1, anchor) ?? wholeAt(tokens, at + 1, anchor);
}

function wholeAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  return (
    weekdayCoreAt(tokens, at, anchor) ??
    explicitDayAt(tokens, at, anchor) ??
    weekOfAt(tokens, at, anchor) ??
    newYearAt(tokens, at, anchor) ??
    quarterAt(tokens, at, anchor) ??
    monthCoreAt(tokens, at, anchor) ??
    relativeAt(tokens, at, anchor) ??
    yearCoreAt(tokens, at)
  );
}

function partCoreAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const found = partAt(tokens, at);
  if (!found) return yearEndAt(tokens, at, anchor);
  const ofThe = tokens[found.next]?.low === "the" ? unitNamedAt(tokens, found.next + 1, anchor) : undefined;
  const bare =
    found.part === "mid" || found.part === "late" || found.part === "end" || found.part === "early" ? unitJoinedAt(tokens, found.next, anchor) : undefined;
  const whole = ofThe ?? bare ?? wholeAt(tokens, found.next, anchor);
  // "The close of 8 November" is a value, not a part of the day.
  return whole && (found.part === "end" && whole.precision === "day" ? undefined : partOf(whole, found.part));
}

// "The end of the year", of this one.
function unitNamedAt(tokens: readonly Token[], at: number, { at: today }: Anchor): Core | undefined {
  const unit = tokens[at]?.low;
  if (unit !== "week" && unit !== "month" && unit !== "quarter" && unit !== "year") return undefined;
  return { next: at + 1, stretch: unitOf(unit, today), precision: unit, anchored: true, dated: false };
}

// "Mid-year".
function unitJoinedAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  return tokens[at - 1]?.low === "-" ? unitNamedAt(tokens, at, anchor) : undefined;
}

// "Year-end 2026", "month-end".
function yearEndAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const unit = unitNamedAt(tokens, at, anchor);
  const dash = tokens[at + 1]?.low === "-" ? 1 : 0;
  if (!unit || tokens[at + 1 + dash]?.low !== "end") return undefined;
  const year = unit.precision === "year" ? yearBehind(tokens, at + 2 + dash, anchor) : undefined;
  if (year) return partOf({ ...unit, next: year.next, stretch: yearStretch(year.year), anchored: false, dated: true }, "end");
  return partOf({ ...unit, next: at + 2 + dash }, "end");
}

function monthCoreAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const which = ["last", "this", "next"].includes(tokens[at]?.low ?? "") ? tokens[at]!.low : "";
  const month = monthAt(tokens, which ? at + 1 : at);
  if (!month) return undefined;
  const said = which ? undefined : yearBehind(tokens, month.next, anchor);
  const inYear = (year: number) => (isYear(year) ? monthsOf(year, month.value) : undefined);
  const stretch = said ? inYear(said.year) : recurring(inYear, anchorOf(which, anchor));
  const thisYear = which === "this" ? inYear(monthOf(anchor.at).year) : stretch;
  return { next: said?.next ?? month.next, stretch: thisYear, precision: "month", anchored: said === undefined, dated: true };
}

// "Last October" is over, "next October" has not begun.
function anchorOf(which: string, { at, forward }: Anchor): Anchor {
  const month = unitOf("month", at);
  return which === "last" ? { at: month.first - 1, forward: false } : which === "next" ? { at: month.last + 1, forward: true } : { at, forward };
}

// "The week of December 8", "the week ended Dec. 5".
function weekOfAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const how = tokens[at + 1]?.low ?? "";
  if (tokens[at]?.low !== "week" || !["of", "ended", "ending", "to", "through"].includes(how)) return undefined;
  const begins = tokens[at + 2]?.low === "on" ? at + 3 : at + 2;
  const day = weekdayCoreAt(tokens, begins, anchor) ?? explicitDayAt(tokens, begins, anchor);
  if (!day?.stretch) return day;
  const first = how === "of" ? mondayOf(day.stretch.first) : day.stretch.last - 6;
  return { ...day, stretch: { first, last: first + 6 }, precision: "week" };
}

// "Since New Year" is since the year began: from the last close of the year before.
function newYearAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  if (tokens[at]?.text !== "New" || tokens[at + 1]?.text !== "Year") return undefined;
  const day = tokens[at + 2]?.low === "'" && tokens[at + 3]?.low === "s" && tokens[at + 4]?.low === "day";
  return {
    next: at + (day ? 5 : 2),
    stretch: recurring((year) => oneDay(dayOf(year, 1, 1)), anchor),
    precision: !day && tokens[at - 1]?.low === "since" ? "year" : "day",
    anchored: true,
    dated: true,
  };
}

// "On the 21st".
function ordinalDayAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const [number, suffix] = [tokens[at], tokens[at + 1]];
  if (tokens[at - 2]?.low !== "on" || number?.kind !== "number" || suffix?.gap !== false || !["st", "nd", "rd", "th"].includes(suffix.low)) return undefined;
  const after = tokens[at + 2];
  if (!/^\d{1,2}$/.test(number.low) || (after?.kind === "word" && !["and", "of", "as", "after", "when", "but", "while"].includes(after.low))) return undefined;
  const date = Number(number.low);
  const { year, month } = monthOf(anchor.at);
  const tries = [0, 1, 2].map((k) => {
    const { first } = monthsOf(year, month + (anchor.forward ? k : -k));
    const civil = monthOf(first);
    return dayOf(civil.year, civil.month, date);
  });
  const day = tries.find((each) => each !== undefined && (anchor.forward ? each >= anchor.at : each <= anchor.at));
  return { next: at + 2, stretch: oneDay(day), precision: "day", anchored: true, dated: true };
}

function yearCoreAt(tokens: readonly Token[], at: number): Core | undefined {
  const fiscal = ["fiscal", "fy", "calendar"].includes(tokens[at]?.low ?? "");
  const begins = fiscal && tokens[at + 1]?.low === "year" ? at + 2 : fiscal ? at + 1 : at;
  const core = (year: number, next: number): Core => ({
    next,
    stretch: isYear(year) ? yearStretch(year) : undefined,
    precision: "year",
    anchored: false,
    dated: true,
  });
  const number = tokens[begins];
  if (fiscal && tokens[at]!.low === "fy" && number?.kind === "number" && !number.gap && /^(?:\d\d|\d{4})$/.test(number.low))
    return core(number.low.length === 2 ? 2000 + Number(number.low) : Number(number.low), begins + 1);
  const decade = number?.kind === "number" && /^(?:19|20)\d0$/.test(number.low) && tokens[begins + 1]?.low === "s" && !tokens[begins + 1]!.gap;
  if (decade)
    return {
      ...core(Number(number.low), begins + 2),
      stretch: { first: yearStretch(Number(number.low)).first, last: yearStretch(Number(number.low) + 9).last },
      precision: "years",
    };
  const year = yearAt(tokens, begins);
  if (!year) return undefined;
  // "2024-end".
  const end = tokens[year.next]?.low === "-" && tokens[year.next + 1]?.low === "end";
  return end ? partOf(core(year.year, year.next + 2), "end") : core(year.year, year.next);
}
