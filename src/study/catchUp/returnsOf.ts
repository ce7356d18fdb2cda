import { forwardReturns, type LaggardPath } from "../../lag/index.ts";
import type { Day } from "../../market/index.ts";
import { type Interval, seeded } from "../../num/index.ts";
import type { Group } from "../group.ts";
import { chosen } from "../measures.ts";
import type { Pair } from "../pair.ts";
import { LEVEL } from "./horizons.ts";
import type { Member } from "./membersOf.ts";
import type { SayPair } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

const RETURN_HORIZONS = [30, 90, 180, 365];
const REPS = 1999;

interface Returned {
  members: readonly Member[];
  group: Group;
  pair: Pair;
  path: LaggardPath;
  onsets: readonly Day[];
  leaderRecords: number[];
  until: number;
  asOf: Day;
}

/** What laggard and leader returned after the onsets; both are followed, since tradition reads such cases against the leader. */
export function returnsOf({ members, group, pair, path, onsets, leaderRecords, until, asOf }: Returned, say: SayPair): CatchUp["forwardReturns"] {
  const { likeBand: band, seed } = group.definitions;
  const leader = members.find(({ id }) => id === pair.leader);
  const sides = [
    { market: pair.laggard!, path, leaderRecords, like: "like states, away from the leader's records" },
    ...(leader ? [{ market: leader.id, path: leader.path, leaderRecords: [], like: "its other record days" }] : []),
  ];
  return sides.flatMap((side, k) =>
    RETURN_HORIZONS.map((days, j) => {
      const uniform = seeded(seed, k * RETURN_HORIZONS.length + j);
      const found = forwardReturns(onsets, { ...side, days, band, until, reps: REPS, uniform, level: LEVEL });
      const { n } = found;
      const one = (definition: string, value: number, interval?: Interval) =>
        say("ratio", "forwardReturns", definition, Math.expm1(value), {
          n,
          interval: interval && { lower: Math.expm1(interval.lower), upper: Math.expm1(interval.upper), level: interval.level },
          reason: "no case that was followed so far and has a like state",
        });
      return {
        market: side.market,
        horizon: chosen(days, "days", asOf, "calendar days after the onset", "fixed"),
        n: say("cases", "forwardReturns", "cases that do not overlap, were followed so far and have a like state to compare with", n, { n }),
        mean: one(`geometric mean return of ${side.market}, one value a case`, found.mean),
        median: one(`median return of ${side.market}, one value a case`, found.median),
        matched: one(`geometric mean return after ${side.like}`, found.matchedMean),
        excess: one(
          "geometric mean of each case's return over that of its like states; interval bootstrapped over cases (bootstrap-t)",
          found.excess,
          found.interval,
        ),
      };
    }),
  );
}
