import type { Coinciding, Subjects } from "../../claim.ts";
import { distinctSubjects } from "../distinctSubjects.ts";
import { HIGHS } from "../lexicon/cues.ts";
import { type Place, spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const TOGETHER =
  /\b(?:coincid(?:e|ed|es|ing)|in tandem|together(?: with)?|simultaneously|at the same time|hand in hand|alongside|side by side|in unison|went hand in hand|(?:is|are|was|were|been|be) (?:matched|accompanied|mirrored|echoed|confirmed) by|match(?:ed|es)? (?:by|those))\b/gi;
const AGAIN = /^\W*(?:and\s+)?(?:they did so\s+|it happened\s+|once\s+)?again\b/i;
const EXTREME = /\b(?:highs?|records?|peaks?|peaked|tops?|topped|ATHs?|lows?|bottoms?|bottomed|troughs?|coincid\w+)\b/i;
const OFTEN: readonly (readonly [Coinciding["often"], RegExp])[] = [
  ["always", /\b(?:always|invariably|every time|without exception|each time|without fail)\b/i],
  ["rarely", /\b(?:rarely|seldom|hardly ever|almost never|never)\b/i],
  [
    "usually",
    /\b(?:typically|usually|normally|generally|as a rule|mostly|most of the time|tend(?:s|ed)? to|often|regularly|historically|habitually|almost always|nearly always)\b/i,
  ],
  ["sometimes", /\b(?:sometimes|occasionally|at times|now and then)\b/i],
];

/** "New highs of small caps typically coincide with new highs of bitcoin", "together with small caps", "the two coincided again in November". */
export const coincidence: Rule = (place) => {
  const often = OFTEN.find(([, pattern]) => pattern.test(place.sentence))?.[0];
  if (place.isSupposed && !often) return [];
  const [again] = place.said.topic === "coincidence" && AGAIN.test(place.clause.text) ? [{ from: place.clause.from, to: place.clause.from + 1 }] : [];
  const cue = place.cues(TOGETHER)[0] ?? again;
  if (!cue || !(EXTREME.test(place.sentence) || place.said.topic === "coincidence")) return [];
  const subjects = bothOf(place);
  if (!subjects) return [];
  const on = place.timeAt(cue.from) ?? (often ? (place.clauses.flatMap(({ periods }) => periods)[0] ?? null) : null);
  if (!often && !on) return [];
  if (on?.future) return [];
  place.take(cue);
  place.takeAll(HIGHS);
  const what = /\b(?:lows?|bottom\w*|trough\w*)\b/i.test(place.clause.text) && !/\b(?:highs?|records?|peak\w*)\b/i.test(place.clause.text) ? "lows" : "highs";
  return [{ kind: "coincidence", ...spanning(cue, ...place.clause.groups, on), subjects, what, often: often ?? "once", on }];
};

/** The two that come together: both of the clause, one of it with that of the clause before, or the last pair. */
function bothOf(place: Place): Subjects | undefined {
  const own = place.clause.groups.flatMap(({ subjects }) => subjects.of);
  const inherited = place.inherited()?.of ?? [];
  const following = place.clauses.slice(place.k + 1).flatMap(({ groups }) => groups.flatMap(({ subjects }) => subjects.of));
  const candidates = own.length >= 2 ? own : own.length === 1 ? [...inherited, ...own, ...following] : (place.said.pair?.of ?? []);
  const distinct = distinctSubjects(candidates);
  return distinct.length >= 2 ? { of: distinct.slice(0, 2), kind: false } : undefined;
}
