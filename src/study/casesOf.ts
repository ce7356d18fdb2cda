import { divergences, type LaggardPath, type LaggardState, laggardState, type Resolution, scaledDistance } from "../lag/index.ts";
import { type Day, dayNumber, type Measure } from "../market/index.ts";
import { caseEnds } from "./caseEnds.ts";
import { casePaths } from "./casePaths.ts";
import type { Definitions, Group } from "./group.ts";
import { chosen, type Description } from "./measures.ts";
import { measuredOfPair, type Pair } from "./pair.ts";
import type { Study } from "./schema.ts";

type Cases = Study["cases"];
type Found = ReturnType<typeof divergences>;
type Counts = Pick<Cases, "cases" | "catchUp" | "rollOver" | "open">;

/** The cases of a pair under some definitions; none where the pair is unknown. */
export function divergencesOf(pair: Pair, definitions: Pick<Definitions, "laggardBelow" | "leaderFalls" | "leaderWithin">): Found {
  return pair.known ? divergences({ ...definitions, ...pair.known }) : { cases: [], missing: 0 };
}

/** Every case of the pair under the group's definitions, how they ended, and the counts under other distances. */
export function casesOf(found: Found, pair: Pair, path: LaggardPath | undefined, group: Group, asOf: Day): Cases {
  const { laggardBelowAlso, horizon } = group.definitions;
  const distance: Description = { unit: "ratio", asOf, method: "divergences", definition: "laggard over its highest value so far, minus one, on the onset" };
  const sessions: Description = {
    unit: "sessions",
    asOf,
    method: "divergences",
    definition: `sessions of ${pair.leader} after the onset, to the resolution or the last one held`,
  };
  const scaled: Description = {
    unit: "deviations",
    asOf,
    method: "scaledDistance",
    definition: `the same as a log distance, in standard deviations of the laggard's own move over ${horizon} days, from its returns up to the onset`,
  };
  const age: Description = { unit: "sessions", asOf, method: "laggardState", definition: `sessions of ${pair.laggard} from its record to the onset` };
  const stateOn = (onset: Day) => path && laggardState(path, dayNumber(onset));
  return {
    leader: pair.leader,
    laggard: pair.laggard,
    ...countsOf(found, pair, asOf),
    list: found.cases.map((one) => ({
      onset: one.onset,
      laggardDistance: measuredOfPair(pair, distance, one.laggardDistance, { on: one.onset }),
      scaled: measuredOfPair(pair, scaled, scaledOn(stateOn(one.onset), horizon), { reason: "less than a year of its returns held by then" }),
      age: measuredOfPair(pair, age, stateOn(one.onset)?.age ?? Number.NaN),
      resolution: one.resolution,
      resolvedOn: one.resolvedOn,
      sessions: measuredOfPair(pair, sessions, one.sessions),
      tied: one.tied,
    })),
    ends: caseEnds(pair, group.definitions, asOf),
    paths: casePaths(found.cases, pair, path, asOf),
    otherDistances: laggardBelowAlso.map((below) => ({
      laggardBelow: chosen(below, "ratio", asOf, "the distance of the laggard that opens a case, instead of the group's"),
      ...countsOf(divergencesOf(pair, { ...group.definitions, laggardBelow: below }), pair, asOf),
    })),
  };
}

function scaledOn(state: LaggardState | undefined, horizon: number): number {
  return state ? scaledDistance(state, horizon) : Number.NaN;
}

const COUNTED: Readonly<Record<keyof Counts, string>> = {
  cases: "leader's records at which a case opened",
  catchUp: "cases that ended with a record of the laggard",
  rollOver: "cases that ended with the leader's fall from its record",
  open: "cases that neither has ended",
};

function countsOf({ cases: list, missing }: Found, pair: Pair, asOf: Day): Counts {
  const count = (key: keyof Counts, resolution?: Resolution): Measure => {
    const description: Description = { unit: "cases", asOf, method: "divergences", definition: COUNTED[key] };
    const count = list.filter((one) => resolution === undefined || one.resolution === resolution).length;
    return measuredOfPair(pair, description, count, { missing });
  };
  return { cases: count("cases"), catchUp: count("catchUp", "catchUp"), rollOver: count("rollOver", "rollOver"), open: count("open", "open") };
}
