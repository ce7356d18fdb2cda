import type { Day } from "../../market/index.ts";
import type { Span } from "../article.ts";
import type { Subject, Subjects } from "../claim.ts";
import type { Entity, Period, Quantity } from "../mention.ts";

/** After these words a market is what something is held against, not what is spoken of. */
export const HELD_AGAINST: ReadonlySet<string> = new Set([
  "than",
  "with",
  "without",
  "versus",
  "vs",
  "vs.",
  "against",
  "like",
  "unlike",
  "from",
  "behind",
  "beyond",
  "except",
  "except for",
  "excluding",
  "barring",
  "apart from",
  "other than",
  "with the exception of",
  "instead of",
  "rather than",
]);

/** Markets that a sentence names together: "the Dow, the S&P 500 and the Nasdaq". */
export interface SubjectGroup extends Span {
  subjects: Subjects;
  /** The word before it, where it is one that makes it no subject: "than", "with", "of". */
  after: string;
}

/** One part of a sentence, with what it mentions; spans are those of the sentence. */
export interface Clause extends Span {
  text: string;
  groups: readonly SubjectGroup[];
  entities: readonly Entity[];
  quantities: readonly Quantity[];
  periods: readonly Period[];
}

/** What was said so far, for words that point back. */
export interface Discourse {
  published: Day;
  subjects: Subjects | null; // the last that something was said of
  named: readonly Subject[]; // all so far, the last one last, each once
  pair: Subjects | null; // the last two that stood beside each other
  day: Period | null; // the last day named
  over: Period | null; // the time over which the last return was said
  bills: boolean; // whether the last thing that was bought were bills
  policy: "cut" | "hike" | "hold" | null; // the direction of the last decision told
  topic: "coincidence" | "policy" | null; // what "again" repeats
}
