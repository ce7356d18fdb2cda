import type { Token } from "../numbers/tokensOf.ts";
import { unitAt } from "../numbers/unitAt.ts";
import { monthAt } from "./calendarNames.ts";
import { dayOf, type Stretch } from "./civil.ts";
import { type Anchor, type Core, oneDay, recurring } from "./core.ts";
import { yearBehind } from "./yearBehind.ts";

const ORDINAL = new Set(["st", "nd", "rd", "th"]);
const DASHES = new Set(["-", "–", "—"]);

/** The day that is written out at a token: "11 December 2025", "Dec. 11", "2025-12-11", "6-10 October". */
export function explicitDayAt(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  return inNumbers(tokens, at) ?? dateThenMonth(tokens, at, anchor) ?? monthThenDate(tokens, at, anchor);
}

function dateThenMonth(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const first = dateAt(tokens, at);
  if (!first || tokens[at]?.gap === false) return undefined;
  const last = DASHES.has(tokens[first.next]?.low ?? "") ? dateAt(tokens, first.next + 1) : undefined;
  let next = (last ?? first).next;
  if (tokens[next]?.low === "of") next++;
  const month = monthAt(tokens, next);
  return month && withYear(tokens, month.next, { month: month.value, from: first.date, to: (last ?? first).date }, anchor);
}

function monthThenDate(tokens: readonly Token[], at: number, anchor: Anchor): Core | undefined {
  const month = monthAt(tokens, at);
  if (!month) return undefined;
  const first = dateAt(tokens, tokens[month.next]?.low === "the" ? month.next + 1 : month.next);
  if (!first || (unitAt(tokens, first.next) && tokens[first.next]?.low !== "-")) return undefined;
  const last = DASHES.has(tokens[first.next]?.low ?? "") ? dateAt(tokens, first.next + 1) : undefined;
  return withYear(tokens, (last ?? first).next, { month: month.value, from: first.date, to: (last ?? first).date }, anchor);
}

function dateAt(tokens: readonly Token[], at: number): { date: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== "number" || !/^\d{1,2}$/.test(token.low) || Number(token.low) < 1 || Number(token.low) > 31) return undefined;
  const after = tokens[at + 1];
  if (after === undefined || after.gap || after.kind !== "word") return { date: Number(token.low), next: at + 1 };
  return ORDINAL.has(after.low) ? { date: Number(token.low), next: at + 2 } : undefined;
}

function withYear(tokens: readonly Token[], at: number, { month, from, to }: { month: number; from: number; to: number }, anchor: Anchor): Core {
  const said = yearBehind(tokens, at, anchor);
  // "1 May 2150" is no day of which an article speaks, and not the May of this year.
  const far = !said && tokens[at]?.kind === "number" && /^\d{4}$/.test(tokens[at].low) && !unitAt(tokens, at + 1);
  if (far) return { next: at + 1, stretch: undefined, precision: "day", anchored: false, dated: true };
  const inYear = (year: number) => between(dayOf(year, month, from), dayOf(year, month, to));
  const stretch = said ? inYear(said.year) : recurring(inYear, anchor);
  return { next: said?.next ?? at, stretch, precision: "day", anchored: said === undefined, dated: true };
}

function between(first: number | undefined, last: number | undefined): Stretch | undefined {
  return first === undefined || last === undefined || last < first ? undefined : { first, last };
}

// "2025-12-11", "2025/12/11", "13/12/2025", "11.12.2025". "12/11/2025" can be read in two ways and is no day here, yet no number either.
function inNumbers(tokens: readonly Token[], at: number): Core | undefined {
  if (tokens[at]?.kind !== "number") return undefined;
  const [one, sign, two, again, three] = tokens.slice(at, at + 5);
  const core = (stretch: Stretch | undefined, next: number): Core => ({ next, stretch, precision: "day", anchored: false, dated: true });
  const dotted = one?.kind === "number" ? /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(one.low) : null;
  if (dotted) return core(oneDay(dayOf(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))), at + 1);
  const joined =
    sign !== undefined && sign.low === again?.low && ["-", "/"].includes(sign.low) && ![sign, two, again, three].some((token) => token?.gap !== false);
  if (!joined || one?.kind !== "number" || two?.kind !== "number" || three?.kind !== "number" || !/^\d{1,2}$/.test(two.low)) return undefined;
  const after = tokens[at + 5];
  if (after !== undefined && !after.gap && (after.low === sign.low || after.kind === "number")) return undefined;
  const [a, b, c] = [Number(one.low), Number(two.low), Number(three.low)];
  if (/^\d{4}$/.test(one.low) && /^\d{1,2}$/.test(three.low)) return core(oneDay(dayOf(a, b, c)), at + 5);
  if (!/^\d{1,2}$/.test(one.low) || !/^(?:\d\d|\d{4})$/.test(three.low)) return undefined;
  const year = c < 100 ? 2000 + c : c;
  if (a > 12 === b > 12) return core(undefined, at + 5);
  return core(oneDay(a > 12 ? dayOf(year, b, a) : dayOf(year, a, b)), at + 5);
}
