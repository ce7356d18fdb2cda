import { hedgeBefore } from "./hedgeBefore.ts";
import type { Share } from "./shareAt.ts";
import type { Token } from "./tokensOf.ts";
import { isTime, unitAt } from "./unitAt.ts";

/** One of a unit, said by its article: "a percentage point", "in a decade", "more than a year"; not "$40 billion a year", not "a year ago". */
export function oneAt(tokens: readonly Token[], at: number, floor: number): Share | undefined {
  const article = tokens[at]?.low;
  if ((article !== "a" && article !== "an") || tokens[at + 1]?.kind !== "word") return undefined;
  const read = unitAt(tokens, at + 1);
  if (!read) return undefined;
  const value = 10 ** read.scale;
  const one: Share = { from: at, next: read.next, value, unit: read.unit, step: value };
  if (read.unit === "ratio" || read.unit === "bp") return one;
  if (
    !isTime(read.unit) ||
    read.unit === "sessions" ||
    ["ago", "later", "earlier", "of", "when", "that", "high", "low", "-"].includes(tokens[read.next]?.low ?? "")
  )
    return undefined;
  return tokens[at - 1]?.low === "in" || hedgeBefore(tokens, at, floor, read.unit) ? one : undefined;
}
