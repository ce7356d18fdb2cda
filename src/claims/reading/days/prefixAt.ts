import type { Token } from "../numbers/tokensOf.ts";

/** What stands before a day or period, and how the two are related by it. */
export interface Prefix {
  kind: "in" | "since" | "from" | "until" | "before" | "between";
  next: number; // position of the token behind it
  /** Whether the word itself may look forward: "starting in January". */
  starts?: true;
}

const KINDS: Readonly<Record<string, Prefix["kind"]>> = {
  in: "in",
  on: "in",
  at: "in",
  during: "in",
  over: "in",
  for: "in",
  throughout: "in",
  within: "in",
  since: "since",
  from: "from",
  by: "until",
  until: "until",
  till: "until",
  through: "until",
  before: "before",
  between: "between",
};
const STARTS = new Set(["starting", "beginning", "effective", "commencing"]);
const HEDGES = new Set(["about", "around", "roughly", "approximately"]);

/** The preposition at a token that belongs to a day or period behind it. */
export function prefixAt(tokens: readonly Token[], at: number): Prefix | undefined {
  const low = tokens[at]?.low ?? "";
  const second = tokens[at + 1]?.low ?? "";
  if (low === "as" && (second === "of" || second === "at" || second === "from")) return { kind: second === "from" ? "since" : "in", next: at + 2 };
  if (low === "no" && second === "later" && tokens[at + 2]?.low === "than") return { kind: "until", next: at + 3 };
  if (STARTS.has(low) && second !== "of")
    return { kind: "since", next: ["on", "from", "in", "at"].includes(second) ? at + 2 : at + 1, ...(low === "effective" ? {} : { starts: true }) };
  const kind = Object.hasOwn(KINDS, low) ? KINDS[low] : undefined;
  if (kind === undefined) return undefined;
  if (second === "at" && tokens[at + 2]?.low === "least") return { kind, next: at + 3 };
  const ran = kind !== "in" && (HEDGES.has(second) || (kind === "since" && ["in", "on"].includes(second)));
  return { kind, next: ran ? at + 2 : at + 1 };
}
