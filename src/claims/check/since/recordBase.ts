import { laggardState, matchedBase, randomWalkBase, scaledDistance } from "../../../lag/index.ts";
import { type Day, dayNumber, type Measure } from "../../../market/index.ts";
// Files, not the room: the base rate of a forecast is the one that the study holds its own forecasts against.
import { LEAST_WINDOWS } from "../../../study/catchUp/horizons.ts";
import { pathOf, recordDays } from "../../../study/catchUp/paths.ts";
import { sayFrom } from "../../../study/catchUp/sayPair.ts";
import { matchedMeasures } from "../../../study/catchUp/trialsOf.ts";
import { knownGauge } from "../../../study/known.ts";
import { unknown } from "../../../study/measures.ts";
import { sharedSpan } from "../../../study/pair.ts";
import type { World } from "../world.ts";

/** Where a market stood on a day, and how likely a record was within a time of it. */
export interface RecordBase {
  base: Measure;
  distance: number; // -0.258; NaN unknown
  from: "matched" | "randomWalk" | "none";
}

/**
 * How often a market in the state in which it stood on a day regained its record within so many days: its own days in a like state, away from the
 * leader's records, or without five windows of them a random walk at its distance and volatility.
 *
 * Unknown, with the reason, for a market at its record or with less than a year of figures.
 */
export function recordBase(id: string, { group, markets }: World, { asOf, days }: { asOf: Day; days: number }): RecordBase {
  const { basis, staleAfter, likeBand: band } = group.definitions;
  const about = { unit: "probability", asOf, method: "matchedBase", definition: `of a record within ${days} days` };
  const none = (reason: string, distance = Number.NaN): RecordBase => ({ base: unknown(about, reason), distance, from: "none" });
  const { held, reason } = knownGauge(markets, id, basis, { asOf, staleAfter });
  if (!held) return none(reason);
  const path = pathOf(markets, id, held);
  const state = laggardState(path, dayNumber(asOf));
  if (!state) return none(`no value held of ${id} on its last session`);
  if (!(state.below > 0)) return none(`${id} stood at its record`, 0);
  const leader = id === group.leader ? undefined : knownGauge(markets, group.leader, basis, { asOf, staleAfter }).held;
  const until = leader ? sharedSpan({ leader, laggard: held }).until : held.level.sessions.at(-1)!;
  const say = sayFrom(leader ? [leader.level, held.level] : [held.level], asOf);
  const leaderRecords = leader ? recordDays(leader) : [];
  const like = matchedBase([path], { scaled: scaledDistance(state, days), band, days, until, leaderRecords });
  const { matched } = matchedMeasures(like, say);
  if (like.windows >= LEAST_WINDOWS) return { base: matched, distance: state.distance, from: "matched" };
  const walk = randomWalkBase(state, { days, sessionsPerYear: path.sessionsPerYear });
  const definition = "a random walk without drift at the market's distance and volatility, looked at by daily closes";
  const base = say("probability", "randomWalkBase", definition, walk, { reason: "less than a year of its returns held" });
  return { base, distance: state.distance, from: base.value === null ? "none" : "randomWalk" };
}
