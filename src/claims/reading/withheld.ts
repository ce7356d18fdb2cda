import type { Quantity } from "../mention.ts";
import { DOWN, UP } from "./lexicon/cues.ts";
import type { FoundClaim } from "./rules/rule.ts";
import type { Clause } from "./view.ts";

type Kind = FoundClaim["kind"];

/** Why a claim that a rule has read is not made after all. */
interface Guard {
  /** The kinds that it looks at; all others have words of their own for it. */
  kinds: readonly Kind[];
  holds: (claim: FoundClaim, at: { sentence: string; clause: Clause }) => boolean;
  why: string;
}

const MEASURED: readonly Kind[] = ["nearRecord", "distance", "level", "turn", "coincidence", "firstSince", "return", "ranking", "purchase", "programme"];
const STATED: readonly Kind[] = [...MEASURED, "recordSet", "outOfStep", "policyMove"];

const DENIES =
  /\b(?:not(?! only\b| just\b| least\b)|never(?! before\b)|no longer|hardly(?! (?:changed|moved))|nowhere|neither|nor|none|failed to|fails to|yet to|cannot|far from|anything but|no (?:more|less) than)\b|n['\u2019]t\b/i;
const PUT_RIGHT = /\bnot\b[^.;]{0,24}?\d[^.;]{0,24}?\bbut\b|\bnot (?:touched|moved|budged)\b/i;
const HABIT = /\b(?:always|every time|whenever|each time|the last time|as a rule|tend(?:s|ed)? to|usually|typically|normally|in the past|back then)\b/i;
const CONDITION = /\b(?:if|unless|would have|suppose|assuming|provided that|in case)\b/i;
const BETWEEN_TURNS = /\bfrom\b[^.;]{2,60}\b(?:peak|high|top|low|bottom|trough|record)\b[^.;]{0,24}\bto\b[^.;]{2,48}\b(?:low|bottom|trough|peak|high|top)\b/i;
const FROM_LOW = /\b(?:from|since|off|above)\s(?:(?:its|the|their|that|[\w'\u2019]+)\s)(?:[\w.,'\u2019-]+\s){0,5}?(?:lows?|bottoms?|trough|nadir)\b/i;
const WITHIN_DAY = /\b(?:as much as|up to|at one point|at the (?:high|low|worst|best)|intraday)\b/i;
const BY_DOLLARS = new RegExp(`\\b(?:${UP}|${DOWN})\\s+(?:by\\s+|another\\s+|some\\s+|about\\s+|more than\\s+|almost\\s+|nearly\\s+)*$`, "i");

const GUARDS: readonly Guard[] = [
  {
    kinds: [...MEASURED, "policyMove"],
    holds: (claim, { sentence, clause }) => denies(sentence.slice(clause.from, claim.to)),
    why: "it denies something: denials are read only of records and of steps",
  },
  { kinds: STATED, holds: (_, { clause }) => CONDITION.test(clause.text), why: "it is conditional" },
  {
    kinds: ["recordSet", "nearRecord", "level", "return", "turn", "distance"],
    holds: (_, { sentence }) => HABIT.test(sentence),
    why: "it speaks of a habit or of another time",
  },
  { kinds: ["return", "distance"], holds: (_, { sentence }) => BETWEEN_TURNS.test(sentence), why: "a move from one turning point to another is not read" },
  { kinds: ["return"], holds: (_, { clause }) => FROM_LOW.test(clause.text), why: "a move from a low is not read" },
  { kinds: ["return", "ranking"], holds: (claim, at) => "over" in claim && hasOtherSince(claim, at), why: "the day since when it is said was not understood" },
  {
    kinds: ["return", "ranking"],
    holds: (_, { sentence }) => /\brespectively\b/i.test(sentence),
    why: "which number belongs to which market was not understood",
  },
  {
    kinds: ["return"],
    holds: (claim, { sentence }) =>
      "size" in claim && claim.size !== null && WITHIN_DAY.test(before(sentence, claim.size, 16) + sentence.slice(claim.size.from, claim.size.to)),
    why: "a move within the day is not read",
  },
  {
    kinds: ["outOfStep"],
    holds: (claim, { clause }) => claim.kind === "outOfStep" && clause.periods.some(({ relation }) => relation === "since" || relation === "past"),
    why: "a state over a time is not read, only one as of a day",
  },
  {
    kinds: ["level"],
    holds: (claim, { sentence }) =>
      claim.kind === "level" &&
      !/^(?:above|below|over|under|past|beyond)\b/i.test(sentence.slice(claim.level.from)) &&
      BY_DOLLARS.test(before(sentence, claim.level, 40)),
    why: "a change in dollars is not read",
  },
];

/** Why a claim is not made, where its sentence says something else than its words: a denial, a habit, a condition. Undefined where nothing speaks against it. */
export function withheld(claim: FoundClaim, at: { sentence: string; clause: Clause }): string | undefined {
  return GUARDS.find(({ kinds, holds }) => kinds.includes(claim.kind) && holds(claim, at))?.why;
}

function denies(text: string): boolean {
  return DENIES.test(text.replace(PUT_RIGHT, ""));
}

/** Whether a "since" of the clause is not that of the claim's own time. */
function hasOtherSince(claim: Extract<FoundClaim, { over: unknown }>, { sentence, clause }: { sentence: string; clause: Clause }): boolean {
  return [...clause.text.matchAll(/\bsince\b/gi)].some(({ index }) => {
    const at = clause.from + index;
    // "Its best week since March" measures nothing from March.
    if (/\b(?:best|worst|biggest|largest|steepest|first|longest|highest|lowest|most|strongest|weakest)\b/i.test(before(sentence, { from: at }, 40)))
      return false;
    return (
      claim.over.relation !== "since" &&
      !clause.periods.some((one) => one.relation === "since" && at >= one.from && at < one.to && one.from === claim.over.from)
    );
  });
}

function before(sentence: string, { from }: Pick<Quantity, "from">, length: number): string {
  return sentence.slice(Math.max(0, from - length), from);
}
