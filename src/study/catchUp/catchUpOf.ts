import { catchUpTrials, countedTrials, type Divergence, type LaggardPath, verdict } from "../../lag/index.ts";
import { type Day, dayNumber, type Markets } from "../../market/index.ts";
import type { Group } from "../group.ts";
import { chosen } from "../measures.ts";
import { type Pair, sharedSpan } from "../pair.ts";
import { baseRatesNow } from "./baseRatesNow.ts";
import { basesAt } from "./basesAt.ts";
import { endingsOf } from "./endingsOf.ts";
import { forecastOf } from "./forecastOf.ts";
import { LEAST_WINDOWS } from "./horizons.ts";
import type { Member } from "./membersOf.ts";
import { sinceHistory } from "./paths.ts";
import { posteriorMeasures } from "./posteriorMeasures.ts";
import { returnsOf } from "./returnsOf.ts";
import { sayOfPair } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";
import { scoreOf } from "./scoreOf.ts";
import { specificationOf } from "./specificationOf.ts";
import { testsOf } from "./testsOf.ts";
import { trialOf } from "./trialsOf.ts";

/** What is asked: a pair of a group, the laggard's path, and its cases under the definitions in force. */
export interface CatchUpInput {
  markets: Markets;
  members: readonly Member[]; // those that are known
  group: Group;
  asOf: Day;
  pair: Pair;
  path: LaggardPath | undefined;
  cases: readonly Divergence[];
}

/** Whether the laggard of a pair catches up more often than it would anyway: base rates, estimates, tests, score and every definition. */
export function catchUpOf({ markets, members, group, asOf, pair, path, cases }: CatchUpInput): CatchUp {
  const { horizon, likeBand: band, pseudoCases } = group.definitions;
  const say = sayOfPair(pair, asOf);
  // A horizon has passed only when both markets are held to its end.
  const until = pair.known ? sharedSpan(pair.known).until : dayNumber(asOf);
  const leaderRecords = members.find(({ id }) => id === pair.leader)?.records ?? [];
  const onsets = cases.map(({ onset }) => onset);
  const leaderSince = pair.known ? sinceHistory(pair.known.leader, group.definitions.leaderHistory) : Number.POSITIVE_INFINITY;
  const options = { leaderRecords, leaderSince, days: horizon, band, leastWindows: LEAST_WINDOWS, until };
  const trials = path ? catchUpTrials(onsets, { path, ...options }) : [];
  const counted = countedTrials(trials);
  const now = path && pair.laggard !== null ? baseRatesNow({ members, group, asOf, laggard: pair.laggard, path, options }, say) : null;
  const open = cases.some(({ resolution }) => resolution === "open");
  return {
    leader: pair.leader,
    laggard: pair.laggard,
    ...(pair.reason === undefined ? {} : { reason: pair.reason }),
    horizon: chosen(horizon, "days", asOf, "calendar days within which a record of the laggard counts as catch-up"),
    trials: trials.map((trial) => trialOf(trial, say)),
    now,
    forecast: forecastOf({ trials, now, horizon, pseudoCases, asOf, open }, say),
    endings: endingsOf({ cases, pair, until, asOf, seed: group.definitions.seed, basesAt: (days) => basesAt(days, { path, onsets, options }, say) }, say),
    posterior: posteriorMeasures(counted, pseudoCases, say),
    tests: testsOf({ counted, pair, path, group, until, asOf }, say),
    forwardReturns: path && pair.known ? returnsOf({ members, group, pair, path, onsets, leaderRecords, until, asOf }, say) : [],
    score: scoreOf({ members, group, asOf, pair }, say),
    verdict: verdict(counted, { pseudoCases }),
    specification: specificationOf({ markets, group, asOf, laggard: pair.laggard }),
  };
}
