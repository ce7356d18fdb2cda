import { type LaggardPath, laggardState, type MatchedBase, matchedBase, matchedInterval, randomWalkBase, scaledDistance } from "../../lag/index.ts";
import { type Day, dayNumber } from "../../market/index.ts";
import type { Group } from "../group.ts";
import { chosen } from "../measures.ts";
import { HORIZONS, LEAST_WINDOWS } from "./horizons.ts";
import type { Member } from "./membersOf.ts";
import { type SayPair, sayFrom } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";
import { matchedMeasures } from "./trialsOf.ts";

interface Now {
  members: readonly Member[];
  group: Group;
  asOf: Day;
  laggard: string;
  path: LaggardPath;
  options: { leaderRecords: number[]; band: number; until: number };
}

/** Base rates from where the laggard stands now, in three rungs, by horizon. */
export function baseRatesNow({ members, group, asOf, laggard, path, options: { leaderRecords, band, until } }: Now, say: SayPair): CatchUp["now"] {
  // Where it stands now is known from its own last session; only horizons end with the earlier of both.
  const state = laggardState(path, dayNumber(asOf));
  if (!state || !(state.below > 0)) return null;
  const { horizon } = group.definitions;
  const peers = members.filter(({ id }) => id !== group.leader && id !== laggard);
  const sayPeers = sayFrom(
    peers.map(({ gauge }) => gauge.level),
    asOf,
  );
  const short = "less than a year of the laggard's returns held";
  const walk = (days: number, drift: "none" | "own") => randomWalkBase(state, { days, sessionsPerYear: path.sessionsPerYear, drift });
  const like = (paths: LaggardPath[], days: number, records?: number[]): MatchedBase =>
    matchedBase(paths, { scaled: scaledDistance(state, days), band, days, until, ...(records ? { leaderRecords: records } : {}) });
  return {
    distance: say("ratio", "laggardState", "the laggard's last value over its record, minus one", state.distance),
    volatility: say("ratio", "laggardState", "standard deviation of its last 252 log returns, over a year", state.volatility, { reason: short }),
    scaled: say(
      "deviations",
      "scaledDistance",
      `its log distance in standard deviations of its own move over ${horizon} days`,
      scaledDistance(state, horizon),
      {
        reason: short,
      },
    ),
    rungs: [...new Set([...HORIZONS, horizon])]
      .sort((a, b) => a - b)
      .map((days) => {
        const pool = like(
          peers.map((peer) => peer.path),
          days,
        );
        return {
          horizon: chosen(days, "days", asOf, "calendar days", days === horizon ? "group" : "fixed"),
          randomWalk: say(
            "probability",
            "randomWalkBase",
            "a random walk without drift at the laggard's distance and volatility, looked at by daily closes",
            walk(days, "none"),
            { reason: short },
          ),
          randomWalkDrift: say("probability", "randomWalkBase", "the same with the laggard's own mean return so far", walk(days, "own"), { reason: short }),
          matched: matchedMeasures(like([path], days, leaderRecords), say).matched,
          peers: sayPeers(
            "probability",
            "matchedBase",
            "the same of the other members in a like state, pooled",
            pool.windows < LEAST_WINDOWS ? Number.NaN : pool.share,
            {
              n: pool.days,
              interval: matchedInterval(pool),
              reason: "fewer than five windows of other members in a like state",
            },
          ),
        };
      }),
  };
}
