import { type Column, clockText, heldMarket, type Instrument, type Markets, type Series } from "../market/index.ts";
import { drawdowns } from "../num/index.ts";
import type { Group } from "./group.ts";
import { knownGauge } from "./known.ts";

/** A known member's distance from its record, on its own sessions. */
export interface MemberBelow {
  instrument: Instrument;
  level: Series;
  column: Column;
}

/** All known members, and the one on whose sessions they are put side by side. */
export interface MembersBelow {
  members: MemberBelow[];
  reference: MemberBelow | undefined;
}

/**
 * Distances of every known member, the leader's sessions as reference (or, where the leader is unknown, those of the first known one).
 *
 * The record so far is taken on each market's own sessions first: a record set on a weekend counts.
 */
export function membersBelow(markets: Markets, group: Group, asOf: string): MembersBelow {
  const { basis, staleAfter } = group.definitions;
  const members = group.members.flatMap((id): MemberBelow[] => {
    const { held } = knownGauge(markets, id, basis, { asOf, staleAfter });
    const instrument = heldMarket(markets, id)?.instrument;
    if (!held || !instrument) return [];
    const values = drawdowns(held.level.values, held.record.values);
    return [{ instrument, level: held.level, column: { market: id, clock: clockText(instrument.close), sessions: held.level.sessions, values } }];
  });
  return { members, reference: members.find(({ instrument }) => instrument.id === group.leader) ?? members[0] };
}
