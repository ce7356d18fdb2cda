import type { Day } from "../../../market/index.ts";
import type { Period } from "../../mention.ts";
import type { Judged } from "../../verdict.ts";
import { distinctRows } from "../figures/rowOf.ts";
import { dayBefore, type World } from "../world.ts";
import { forAll, type OneAnswer } from "./forEachSubject.ts";
import { verdictOf } from "./verdictOf.ts";

/**
 * The judgement of a statement by the last day that its article knew for certain, and, where the statement does not name that day and is not borne out, by
 * the day of publication as well.
 *
 * @param on the time that the statement names; one that is over before the publication, or is a day, settles the day
 * @param judge judges by what was known at the end of a day
 */
export function withPublication(on: Period | null, world: World, judge: (until: Day) => OneAnswer): OneAnswer {
  const { published } = world;
  if (on !== null && on.first > published) {
    return { judged: [], conventional: true, rows: [], needed: `figures from ${on.first} on: that is after the publication` };
  }
  const open = on === null || on.relation === "since" || on.relation === "past";
  if (!open && (on.precision === "day" || on.last < published)) return judge(on.last < published ? on.last : published);
  // On the first day of its week a week has nothing yet but that day.
  if (on !== null && on.first > dayBefore(world)) return judge(published);
  const answer = judge(dayBefore(world));
  if (answer.judged.length > 0 && verdictOf(forAll("", answer)) === "supported") return answer;
  const later = judge(published);
  const added = later.judged
    .filter((one) => !answer.judged.some((other) => sameAnswer(one, other)))
    .map((one) => ({ ...one, label: `${one.label}, on ${published}` }));
  if (added.length === 0) return answer;
  return {
    judged: [...answer.judged, ...added],
    // The convention is that of the day before: the day of publication alone supports nothing for certain.
    conventional: answer.judged.length > 0 ? answer.conventional : later.conventional,
    rows: distinctRows([...answer.rows, ...later.rows]),
  };
}

/** Where the day of publication brought no session it says nothing more. */
function sameAnswer(one: Judged, other: Judged): boolean {
  return one.label === other.label && one.verdict === other.verdict && one.says === other.says && one.value?.value === other.value?.value;
}
