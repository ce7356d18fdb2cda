import { divergences, type Resolution } from "../lag/index.ts";
import type { Day, Measure } from "../market/index.ts";
import type { Group } from "./group.ts";
import { chosen, type Description } from "./measures.ts";
import { measuredOfPair, type Pair } from "./pair.ts";
import type { Study } from "./schema.ts";

type Cases = Study["cases"];
type Found = ReturnType<typeof divergences>;
type Counts = Pick<Cases, "cases" | "catchUp" | "rollOver" | "open">;

/** Every case of the pair under the group's definitions, how they ended, and the counts under other distances. */
export function casesOf(pair: Pair, group: Group, asOf: Day): Cases {
  const { laggardBelow, laggardBelowAlso, leaderFalls } = group.definitions;
  const find = (below: number): Found => (pair.known ? divergences({ ...pair.known, laggardBelow: below, leaderFalls }) : { cases: [], missing: 0 });
  const found = find(laggardBelow);
  const distance: Description = { unit: "ratio", asOf, method: "divergences", definition: "laggard over its highest value so far, minus one, on the onset" };
  const sessions: Description = {
    unit: "sessions",
    asOf,
    method: "divergences",
    definition: `sessions of ${pair.leader} after the onset, to the resolution or the last one held`,
  };
  return {
    leader: pair.leader,
    laggard: pair.laggard,
    ...countsOf(found, pair, asOf),
    list: found.cases.map((one) => ({
      onset: one.onset,
      laggardDistance: measuredOfPair(pair, distance, one.laggardDistance, { on: one.onset }),
      resolution: one.resolution,
      resolvedOn: one.resolvedOn,
      sessions: measuredOfPair(pair, sessions, one.sessions),
    })),
    otherDistances: laggardBelowAlso.map((below) => ({
      laggardBelow: chosen(below, "ratio", asOf, "the distance of the laggard that opens a case, instead of the group's"),
      ...countsOf(find(below), pair, asOf),
    })),
  };
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
