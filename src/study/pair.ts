import { clockText, type Day, type Gauge, type Markets, type Measure, type Series, sinceSession } from "../market/index.ts";
import type { Group } from "./group.ts";
import { knownGauge } from "./known.ts";
import { type Description, type More, measured, unknown, withClocks } from "./measures.ts";

/** The two markets that the question is about, with what was known of them; `reason` where one is unknown. */
export type Pair = { leader: string; laggard: string | null } & (
  | {
      known: { leader: Gauge; laggard: Gauge };
      /** Both since the later of their first sessions: what a count over the pair rests on. */
      shared: readonly Series[];
      /** At which instant each value stands: "IWM at 16:00 New York, BTC at 24:00 UTC". */
      clocks: string;
      reason?: never;
    }
  | { known?: never; reason: string }
);

/** The span over which two markets are both held: from the later of their first sessions to the earlier of their last. */
export function sharedSpan({ leader, laggard }: { leader: Gauge; laggard: Gauge }): { begun: number; until: number } {
  const [one, other] = [leader.level.sessions, laggard.level.sessions];
  return { begun: Math.max(one[0]!, other[0]!), until: Math.min(one.at(-1)!, other.at(-1)!) };
}

/** The leader and the market it is compared with: the group's laggard, or else the one out of step. */
export function pairOf(markets: Markets, group: Group, asOf: Day, outOfStep: string | null): Pair {
  const { basis, staleAfter } = group.definitions;
  const laggard = group.laggard ?? outOfStep;
  const names = { leader: group.leader, laggard };
  if (laggard === null) return { ...names, reason: "the group asks about no market and none is out of step" };
  const leaderKnown = knownGauge(markets, group.leader, basis, { asOf, staleAfter });
  const laggardKnown = knownGauge(markets, laggard, basis, { asOf, staleAfter });
  if (!leaderKnown.held) return { ...names, reason: leaderKnown.reason };
  if (!laggardKnown.held) return { ...names, reason: laggardKnown.reason };
  const known = { leader: leaderKnown.held, laggard: laggardKnown.held };
  const { begun } = sharedSpan(known);
  const clocks = [group.leader, laggard].map((id) => `${id} at ${clockText(markets[id]!.instrument.close)}`).join(", ");
  const shared = [known.leader.level, known.laggard.level].map((series) => sinceSession(series, begun));
  return { ...names, known, clocks, shared };
}

/**
 * A measure computed from both markets of a pair, with its clocks; unknown, with the reason, where the pair is.
 *
 * @param value NaN where there is no answer
 * @param more.missing records of the leader on which the laggard holds no value
 * @param more.reason why there is no answer, where there is none
 */
export function measuredOfPair(
  pair: Pair,
  description: Description,
  value: number,
  { missing = 0, reason, ...more }: Omit<More, "dropped"> & { missing?: number; reason?: string } = {},
): Measure {
  if (!pair.known) return unknown(description, pair.reason);
  const dropped = missing > 0 && pair.laggard !== null ? [{ market: pair.laggard, count: missing, why: `no value on a record of ${pair.leader}` }] : [];
  // No answer is not zero.
  if (!Number.isFinite(value)) return unknown(withClocks(description, pair.clocks), reason ?? "not enough figures held");
  return measured(withClocks(description, pair.clocks), value, pair.shared, { ...more, dropped });
}
