import type { Subject } from "../../claim.ts";
import { HIGH, HIGHS, IS_HIGH } from "../lexicon/cues.ts";
import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const FIRST = new RegExp(
  `\\b(?:for the first time(?: ever)?|the first time(?: ever)?|first(?:-ever)? (?:${HIGH}|such|time)|never before|(?:the|its|their|a) first (?:since|in (?=[\\w-]+ (?:years?|months?|weeks?)))|(?:its|their|a|the) first\\b(?=[^.;]{0,30}${HIGH}))`,
  "gi",
);
const LONGEST = /\b(?:longest|most prolonged)\b/gi;
const WITHOUT =
  /\b(?:without|while|but not|unlike|unaccompanied by|unconfirmed by|with(?= \w+ (?:\w+ )?(?:far|well|still|so far)?\s*(?:below|behind|away)))\b/i;

/** "For the first time in five years small caps set records without bitcoin", "its first record since November 2021". */
export const firstSince: Rule = (place) => {
  const [first] = place.cues(FIRST);
  const [longest] = place.cues(LONGEST);
  const cue = first ?? longest;
  if (!cue || !IS_HIGH.test(place.sentence)) return [];
  const groups = place.groups();
  const all = groups.flatMap(({ subjects }) => subjects.of);
  const lead: Subject | undefined = all[0] ?? place.inherited()?.of[0] ?? place.said.subjects?.of[0];
  const other = all.find((one) => one !== lead && one.candidates[0] !== lead?.candidates[0]);
  if (!lead) return [];
  const since = place.periods(({ relation, from, future }) => relation === "since" && !future && from >= cue.from)[0] ?? null;
  const inYears = place.quantities(({ unit, from }) => ["years", "months", "weeks", "days"].includes(unit) && from >= cue.from - 4)[0] ?? null;
  const past = inYears ? null : (place.periods(({ relation }) => relation === "past")[0] ?? null);
  const ever = /\bever\b|never before/i.test(cue.match[0]) || /\bfirst time ever\b|\bin history\b/i.test(place.sentence);
  if (!since && !inYears && !past && !ever) return [];
  const without = other !== undefined && WITHOUT.test(place.sentence);
  // A record that is told before ("closed at a record, the first since 2021") is a claim of its own.
  const nouns = place.cues(HIGHS).filter(({ from }) => from >= cue.from);
  place.take(cue, since, inYears, past, ...nouns);
  const years = inYears ?? (past && spanOfYears(past));
  return [
    {
      kind: "firstSince",
      ...spanning(cue, ...place.clause.groups, since, inYears, past, ...nouns),
      event: longest && !first ? "longestWithout" : without ? "recordWithout" : "record",
      subjects: { of: without && other ? [lead, other] : [lead], kind: false },
      since,
      inYears: years,
      ever,
    },
  ];
};

/** "In five years" as a stretch of days, told as a number of years again. */
function spanOfYears({ first, last, from, to }: { first: string; last: string; from: number; to: number }) {
  const months = (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(last.slice(5, 7)) - Number(first.slice(5, 7));
  return months % 12 === 0
    ? { kind: "quantity" as const, from, to, value: months / 12, unit: "years" as const, step: 1, bound: "exact" as const }
    : { kind: "quantity" as const, from, to, value: months, unit: "months" as const, step: 1, bound: "exact" as const };
}
