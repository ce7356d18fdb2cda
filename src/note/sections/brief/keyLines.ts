import type { Study } from "../../../study/index.ts";
import type { Note } from "../../document.ts";
import { level, percent, percentRange, whole } from "../../format.ts";
import { chosenShare, count, graded, name, number, prose, type Text } from "../../prose.ts";
import { aRecord, capitalised, levelNoun, marketOf, recordSetter } from "../../words.ts";
import { verdictText } from "../catchUp/verdictText.ts";
import { standfirst } from "../headline.ts";

/** The three lines to be read if nothing else is: the state, the base rate, and what would change it. */
export function keyLines(study: Study): Note["keyLines"] {
  return [
    { term: "State", text: standfirst(study) },
    { term: "Base rate", text: baseRate(study) },
    { term: "What would change it", text: change(study) },
  ];
}

function baseRate(study: Study): Text {
  const { verdict, posterior, horizon, laggard } = study.catchUp;
  const { n, successes, base, mean } = posterior;
  // What cannot be put into a share has its own words.
  if (laggard === null || !n.value || verdict.evidence === "tooFew") return verdictText(study);
  return prose`${number(successes, successes.value === 0 ? "None" : whole(successes))} of the ${number(n, whole(n))} cases that can be counted had ${name(aRecord(study))} of ${name(laggard)} within ${count(horizon, "day")}; ${number(base, percent(base, { decimals: 0 }))} were to be expected anyway. Both together: ${number(mean, percent(mean, { decimals: 0 }))} (${number(mean, percent({ value: mean.interval?.level ?? null }, { decimals: 0 }))} interval ${number(mean, percentRange(mean))}); evidence beyond the base rate: ${graded(verdict.evidence)}.`;
}

function change(study: Study): Text {
  const { leader, laggard, list, ends } = study.cases;
  if (laggard === null) return prose`A market out of step: then there is a pair, with cases to count.`;
  if (ends.catchUpAbove.value === null || ends.rollOverAt.value === null)
    return prose`Figures that are not held: ${name(ends.catchUpAbove.reason ?? ends.rollOverAt.reason ?? "no record held")}.`;
  if (list.at(-1)?.resolution === "open")
    return prose`${name(capitalised(recordSetter(study)))} of ${name(laggard)} above ${number(ends.catchUpAbove, level(ends.catchUpAbove))} ends the case in catch-up; a ${name(levelNoun(study))} of ${name(leader)} at about ${number(ends.rollOverAt, level(ends.rollOverAt))} or lower, ${chosenShare(study.definitions.leaderFalls)} below its record so far, in roll-over.`;
  const { record } = marketOf(study, leader);
  return prose`No case is open. One opens when ${name(leader)} sets a record, above ${number(record, level(record))}, while ${name(laggard)} stands ${chosenShare(study.definitions.laggardBelow)} or more below its own.`;
}
