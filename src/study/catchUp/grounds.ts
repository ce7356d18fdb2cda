import type { CatchUpTrial, LaggardPath } from "../../lag/index.ts";
import { BASES, type Basis, clockText, type Day, type Gauge, gaugeOf, heldMarket, type Markets, sinceSession } from "../../market/index.ts";
import type { Group } from "../group.ts";
import { everyClock, knownGauge } from "../known.ts";
import { sharedSpan } from "../pair.ts";
import { pathOf, recordDays, sinceHistory } from "./paths.ts";

/** Both markets under one basis and clock, ready for every other definition. */
export interface Ground {
  basis: Basis;
  clock: string;
  held:
    | {
        leader: Gauge;
        laggard: Gauge;
        path: LaggardPath;
        leaderRecords: number[];
        leaderSince: number;
        begun: number;
        until: number;
        judged: Map<string, CatchUpTrial>;
      }
    | undefined;
}

/** The pair under every basis and every clock of its laggard; without figures where these are not held. */
export function groundsOf(markets: Markets, group: Group, asOf: Day, laggard: string): Ground[] {
  const look = { asOf, staleAfter: group.definitions.staleAfter };
  return BASES.flatMap((basis) =>
    everyClock(markets, laggard).map((id): Ground => {
      const leader = knownGauge(markets, group.leader, basis, look).held;
      const held = gaugeUnder(markets, id, basis, look);
      const instrument = heldMarket(markets, id)?.instrument;
      return {
        basis,
        clock: instrument ? clockText(instrument.close) : "unknown",
        held: leader &&
          held && {
            leader,
            laggard: held,
            path: pathOf(markets, id, held),
            leaderRecords: recordDays(leader),
            leaderSince: sinceHistory(leader, group.definitions.leaderHistory),
            ...sharedSpan({ leader, laggard: held }),
            judged: new Map(),
          },
      };
    }),
  );
}

/** The gauge of a laggard, or of a variant of it. */
function gaugeUnder(markets: Markets, id: string, basis: Basis, look: { asOf: Day; staleAfter: number }): Gauge | undefined {
  const { held } = knownGauge(markets, id, basis, look);
  const whole = heldMarket(markets, id)?.instrument.variantOf;
  return held && whole !== undefined ? sinceTrueRecord(held, knownGauge(markets, whole, basis, look).held) : held;
}

/**
 * A variant whose history begins later than the market's own would count records that are none: it is followed from its first
 * value above everything that the market had reached before.
 */
function sinceTrueRecord({ level, record }: Gauge, whole: Gauge | undefined): Gauge | undefined {
  if (!whole || whole.record.unit !== record.unit) return undefined;
  const before = whole.record.values.filter((value, i) => whole.record.sessions[i]! < record.sessions[0]! && !Number.isNaN(value));
  const highest = before.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const first = record.values.findIndex((value) => value > highest);
  if (first < 0) return undefined;
  const from = record.sessions[first]!;
  return gaugeOf(sinceSession(level, from), level === record ? undefined : sinceSession(record, from));
}
