import type { Day, Series } from "../../../market/index.ts";
import { atLeastBelow } from "../../../num/index.ts";
import { type Standing, standing } from "../../../records/index.ts";
import { measured } from "../../../study/measures.ts";
import type { ClaimOf, Subject } from "../../claim.ts";
import type { Answer, Judged } from "../../verdict.ts";
import { allHeld } from "../figures/allHeld.ts";
import { isClosed } from "../figures/heldIn.ts";
import { percentSaid } from "../figures/numberSaid.ts";
import { distinctRows, rowOf } from "../figures/rowOf.ts";
import { seriesUpTo } from "../figures/subjectHeld.ts";
import { forAll, notCheckable, type OneAnswer } from "../verdict/forEachSubject.ts";
import { withPublication } from "../verdict/withPublication.ts";
import type { World } from "../world.ts";

// How far below its record a market must stand to be out of step: no convention.
const APART = [10, 20] as const; // percent
// Less than so far below theirs the others are where it is not.
const NEAR = 10; // percent

/**
 * Whether a market stands apart from its record close while the others are near theirs; denied ("in lockstep"), whether none of them does.
 *
 * The others are those that the statement names, or else the group's leader; one answer for all, under two distances, no convention. A market without
 * figures makes it not checkable.
 */
export function outOfStepCheck(claim: ClaimOf<"outOfStep">, world: World): Answer {
  const [subject, ...named] = claim.subjects.of;
  if (!subject) return notCheckable("", "the market that is meant: the text names none");
  const { ids, needed } = allHeld([subject, ...(named.length > 0 ? named : unnamed(subject, world))], world);
  if (!ids) return notCheckable(subject.name, needed);
  if (ids.length < 2) return notCheckable(ids.join(", "), "the market that it is held against: the text names none, and it leads the group");
  const answer = withPublication(claim.on, world, (until) => {
    const day = claim.on !== null && claim.on.last < until ? claim.on.last : until;
    return judgedOn(day, ids, claim, world);
  });
  return forAll(ids.join(", "), answer);
}

/** Whom a market is held against where the text does not say: the leader of the group. */
function unnamed({ candidates }: Subject, { group: { leader } }: World): Subject[] {
  return candidates.includes(leader) ? [] : [{ name: leader, candidates: [leader], as: "market" }];
}

interface Stands extends Standing {
  id: string;
  series: Series;
}

function judgedOn(day: Day, ids: readonly string[], { on, negated }: ClaimOf<"outOfStep">, world: World): OneAnswer {
  const stands: Stands[] = [];
  for (const id of ids) {
    const series = seriesUpTo(world, id, "close", day);
    const one = series && standing(series, { near: NEAR / 100 });
    if (!one) return { judged: [], conventional: false, rows: [], needed: `closes of ${id} up to ${day}` };
    if (on?.precision === "day" && on.relation === "in" && one.session !== day && !isClosed(world, id, { first: day, last: day })) {
      return { judged: [], conventional: false, rows: [], needed: `the close of ${id} on ${day}: none is held` };
    }
    stands.push({ ...one, id, series });
  }
  const says = stands
    .map(({ id, distance, session, state }) => `${id} ${state === "record" ? "at its record" : `${percentSaid(distance)} below its record`} on ${session}`)
    .join(", ");
  return {
    judged: APART.map((apart): Judged => {
      const [first, ...others] = stands;
      const definition = `last close of ${ids[0]} over its record close, minus one; out of step: at least ${apart} % below while the others are less than ${NEAR} % below`;
      return {
        label: `at least ${apart} % below its record`,
        verdict: (negated ? inLockstep(stands, apart) : alone(first!, others, apart)) ? "supported" : "contradicted",
        value: measured({ unit: "ratio", asOf: day, method: "standing", definition }, first!.distance, [first!.series], { on: first!.session }),
        says,
      };
    }),
    conventional: false,
    rows: distinctRows(stands.flatMap(({ series, session, recordOn }) => [rowOf(series, session), rowOf(series, recordOn)])),
  };
}

function alone(one: Stands, others: readonly Stands[], apart: number): boolean {
  return below(one, apart) && others.every((other) => !below(other, NEAR));
}

/** Of markets in lockstep none is away while another is near its record, whichever of them is named first. */
function inLockstep(stands: readonly Stands[], apart: number): boolean {
  const someApart = stands.some((one) => below(one, apart));
  return !(someApart && stands.some((other) => !below(other, NEAR)));
}

function below({ distance }: Stands, percent: number): boolean {
  return atLeastBelow(distance, percent / 100);
}
