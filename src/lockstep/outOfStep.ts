import type { State } from "../market/state.ts";

/** What {@link outOfStep} needs to know of a market; `state` undefined when it is unknown. */
export interface MarketState {
  market: string; // "BTC"
  state: State | undefined;
  distance: number; // -0.2579; NaN when unknown
}

/** Which market is out of step with a leader at or near its record. */
export interface OutOfStep {
  market: string | null; // "BTC"; null when none is, or when it is unknown
  known: boolean; // false when a state that decides it is unknown
  alsoApart: string[]; // other members apart, furthest first
  reason: string; // why this one, or why none
}

/**
 * The market out of step: apart from its own record while the leader is at or near its own.
 *
 * The group's declared laggard is named when it is apart, whatever else is further away (its question was asked beforehand);
 * otherwise the member furthest below its record. None when the leader is unknown or apart itself: without a leader at or near
 * its record there is nothing to be out of step with.
 *
 * @param options.laggard the market that the group asks about, if it names one
 *
 * @example
 * import { outOfStep } from "lockstep/lockstep";
 * const members = [{ market: "A", state: "record", distance: 0 }, { market: "B", state: "apart", distance: -0.2 }];
 * outOfStep(members, { leader: "A" }).market; // => "B"
 */
export function outOfStep(members: readonly MarketState[], { leader, laggard }: { leader: string; laggard?: string }): OutOfStep {
  const lead = members.find(({ market }) => market === leader);
  if (!lead?.state) return { market: null, known: false, alsoApart: [], reason: `the state of the leader, ${leader}, is unknown` };
  const apart = members
    .filter(({ market, state }) => state === "apart" && market !== leader)
    .sort((a, b) => a.distance - b.distance)
    .map(({ market }) => market);
  if (lead.state === "apart") return { market: null, known: true, alsoApart: apart, reason: `the leader, ${leader}, is itself apart from its record` };
  const asked = members.find(({ market }) => market === laggard);
  if (asked && !asked.state) return { market: null, known: false, alsoApart: apart, reason: `the state of ${asked.market} is unknown` };
  if (asked?.state === "apart") {
    const others = apart.filter((market) => market !== asked.market);
    return { market: asked.market, known: true, alsoApart: others, reason: "the market that the group asks about" };
  }
  // The furthest of those known is not the furthest while one is unknown.
  const unknown = members.find(({ state }) => state === undefined);
  if (unknown) return { market: null, known: false, alsoApart: apart, reason: `the state of ${unknown.market} is unknown` };
  const [furthest, ...others] = apart;
  if (furthest === undefined) return { market: null, known: true, alsoApart: [], reason: "no member is apart from its record" };
  return { market: furthest, known: true, alsoApart: others, reason: "the member furthest below its record" };
}
