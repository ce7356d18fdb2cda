import type { Token } from "../numbers/tokensOf.ts";
import { weekdayAt } from "./calendarNames.ts";
import { mondayOf } from "./civil.ts";
import { type Anchor, type Core, oneDay } from "./core.ts";
import { explicitDayAt } from "./explicitDayAt.ts";

const WEEKS_ON: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };
const WHICH = new Set(["last", "past", "this", "next", "coming", "previous", "following"]);

/** The day of the week at a token: "Thursday", "last Friday", "Tuesday of next week", "Thursday, Dec. 11". */
export function weekdayCoreAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const which = WHICH.has(tokens[at]?.low ?? "") ? tokens[at]!.low : "";
  const day = weekdayAt(tokens, which ? at + 1 : at);
  if (!day) return undefined;
  const written = dateBehind(tokens, day.next, anchor);
  if (written) return written;
  const week = weekBehind(tokens, day.next);
  const stretch = week ? oneDay(mondayOf(anchor.at) + 7 * week.on + day.value) : oneDay(resolved(day.value, which, anchor));
  return { next: week?.next ?? day.next, stretch, precision: "day", anchored: true, dated: true };
}

function resolved(weekday: number, which: string, { at, forward }: Anchor): number | undefined {
  const back = (((at + 3 - weekday) % 7) + 7) % 7;
  switch (which) {
    case "last":
    case "past":
      return at - (back === 0 ? 7 : back);
    case "this":
      return mondayOf(at) + weekday;
    case "next":
      return mondayOf(at) + 7 + weekday;
    case "coming":
      return at + (7 - back);
    case "":
      return forward ? at + ((7 - back) % 7) : at - back;
    default:
      // "The previous Friday" counts from a day that another sentence names.
      return undefined;
  }
}

function dateBehind(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const open = tokens[at]?.low === "(";
  const day = explicitDayAt(tokens, open || tokens[at]?.low === "," ? at + 1 : at, anchor);
  if (!day) return undefined;
  if (!open) return day;
  return tokens[day.next]?.low === ")" ? { ...day, next: day.next + 1 } : undefined;
}

function weekBehind(tokens: readonly Token[], at: number): { on: number; next: number } | undefined {
  const next = tokens[at]?.low === "of" ? at + 1 : at;
  const on = WEEKS_ON[tokens[next]?.low ?? ""];
  return on === undefined || tokens[next + 1]?.low !== "week" ? undefined : { on, next: next + 2 };
}
