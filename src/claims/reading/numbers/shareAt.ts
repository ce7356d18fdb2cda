import type { QuantityUnit } from "../../mention.ts";
import type { Token } from "./tokensOf.ts";
import { hyphenAt } from "./unitAt.ts";

/** A share, a part of a point or a multiple in words. */
export interface Share {
  from: number;
  next: number;
  value: number;
  unit: QuantityUnit;
  step: number;
}

const FIVE_POINTS = 0.05;

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  eighth: 8,
  eighths: 8,
  tenth: 10,
  tenths: 10,
};
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, seven: 7 };

// What may follow a share; before any other word "a third" counts ("a third straight record") and "a quarter" is a time.
const BEHIND_SHARE = new Set(
  "of from off below above lower higher higher less more under over in since this on to so and or but its it their the short by with as at after than before while for during last between when through until".split(
    " ",
  ),
);
const TIME_BEFORE = new Set(["each", "every", "per", "this", "last", "next", "in", "for", "within", "than", "the", "previous", "over"]);
const TIME_BEHIND = new Set(["ago", "end", "ended", "earlier", "later", "that", "before", "after", "when"]);
const NOT_HALF = new Set(
  "first second latter other this last next previous the each every back front better bottom top h other's final opening closing another".split(" "),
);

/** The share that begins at a token: "a quarter", "two-thirds", "half", "a quarter-point", "half a percentage point". */
export function shareAt(tokens: readonly Token[], at: number): Share | undefined {
  const low = tokens[at]?.low ?? "";
  const counted = Object.hasOwn(COUNTS, low) ? COUNTS[low]! : undefined;
  const joined = hyphenAt(tokens, at + 1);
  const part = counted === undefined ? at : joined ? at + 2 : at + 1;
  const name = tokens[part]?.low ?? "";
  if (!Object.hasOwn(PARTS, name) || (part > at && tokens[part]!.kind !== "word")) return undefined;
  const of = PARTS[name]!;
  const many = counted ?? 1;
  const point = of === 4 || of === 2 ? pointBehind(tokens, part + 1) : undefined;
  // "Three quarter-point cuts" are three, "three-quarters of a point" is one size.
  const size = counted !== undefined && (counted === 1 || joined || name.endsWith("s"));
  if (point && (counted === undefined || size)) return { from: at, next: point.next, ...pointsOf(many / of, point.kind) };
  if (many >= of || hyphenAt(tokens, part + 1) || (counted !== undefined && counted > 1 && !name.endsWith("s"))) return undefined;
  return isShare(tokens, at, part, counted) ? { from: at, next: part + 1, value: many / of, unit: "ratio", step: of > 5 ? 0.01 : FIVE_POINTS } : undefined;
}

function isShare(tokens: readonly Token[], at: number, part: number, counted: number | undefined): boolean {
  const name = tokens[part]!.low;
  const [before, after] = [tokens[at - 1]?.low ?? "", tokens[part + 1]];
  const behind = after?.low ?? "";
  if (name === "half")
    return (
      !(counted === undefined && NOT_HALF.has(before)) && !["year", "time", "hour", "day", "dozen"].includes(behind) && !(behind === "a" || behind === "an")
    );
  if (counted === undefined) return false;
  if (name === "quarter" && (TIME_BEHIND.has(behind) || (TIME_BEFORE.has(before) && before !== "than" && before !== "over" && behind !== "of"))) return false;
  // "Three quarters" without "of" may be a time.
  if (name === "quarters" && ["past", "last", "next", "straight", "consecutive", "for", "in", "the"].includes(before) && behind !== "of") return false;
  if (counted > 1) return true;
  return after === undefined || after.kind !== "word" || BEHIND_SHARE.has(behind) || tokens[at]!.low === "one";
}

// "-point", " of a percentage point", " a percent"; "half a point" is one of an index.
function pointBehind(tokens: readonly Token[], at: number): { kind: "bp" | "points" | "percent"; next: number } | undefined {
  let next = at;
  let article = false;
  for (const word of ["of", "a", "one"]) {
    if (tokens[next]?.low !== word) continue;
    article ||= word !== "of";
    next++;
  }
  if (hyphenAt(tokens, next)) next++;
  const low = tokens[next]?.low ?? "";
  if (low === "point" || low === "points") return { kind: article && next === at + 1 ? "points" : "bp", next: next + 1 };
  const percent = percentAt(tokens, next);
  if (percent === undefined) return undefined;
  const then = hyphenAt(tokens, percent) ? percent + 1 : percent;
  const points = tokens[then]?.low === "point" || tokens[then]?.low === "points";
  if (points) return { kind: "bp", next: then + 1 };
  return next > at ? { kind: "percent", next: percent } : undefined;
}

function percentAt(tokens: readonly Token[], at: number): number | undefined {
  const low = tokens[at]?.low ?? "";
  if (low === "per" && tokens[at + 1]?.low === "cent") return at + 2;
  return ["percentage", "percent", "pct", "%"].includes(low) ? at + 1 : undefined;
}

function pointsOf(share: number, kind: "bp" | "points" | "percent"): Pick<Share, "value" | "unit" | "step"> {
  switch (kind) {
    case "bp":
      return { value: 100 * share, unit: "bp", step: 1 };
    case "points":
      return { value: share, unit: "points", step: 0.1 };
    case "percent":
      // A quarter of a percent is how a quarter point is said; half a percent is also a return.
      return share === 0.25 ? { value: 25, unit: "bp", step: 1 } : { value: share / 100, unit: "ratio", step: 0.001 };
    default:
      throw new RangeError(`invalid kind: ${String(kind satisfies never)}`);
  }
}
