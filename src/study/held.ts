import { type Basis, type Day, dayNumber, heldMarket, type Markets, span, through } from "../market/index.ts";
import type { Group } from "./group.ts";
import { LEVEL_OF } from "./known.ts";
import { earliest, latest } from "./measures.ts";

/**
 * The last session that any of some markets holds a value for, by a basis and up to a day; null when there is none.
 *
 * @example
 * import { openCase } from "lockstep/sources";
 * import { lastSession } from "lockstep/study";
 * lastSession(openCase().markets, ["IWM"], { basis: "close", asOf: "2025-12-13" }); // => "2025-12-12"
 */
export function lastSession(markets: Markets, members: readonly string[], { basis, asOf }: { basis: Basis; asOf?: Day }): Day | null {
  const end = asOf === undefined ? Number.POSITIVE_INFINITY : dayNumber(asOf);
  return latest(spansOf(markets, members, basis, end).map(({ to }) => to));
}

function spansOf(markets: Markets, members: readonly string[], basis: Basis, end = Number.POSITIVE_INFINITY): { from: Day; to: Day }[] {
  return members.flatMap((id) => {
    const series = heldMarket(markets, id)?.series[LEVEL_OF[basis]];
    return (series && span(through(series, end))) ?? [];
  });
}

/** Why no member has figures for a day. */
export function absence(markets: Markets, { members, definitions }: Group, asOf: Day, reason = "none are held"): string {
  const spans = spansOf(markets, members, definitions.basis);
  const begins = earliest(spans.map(({ from }) => from));
  const ends = latest(spans.map(({ to }) => to));
  if (begins !== null && asOf < begins) return `the history held begins on ${begins}`;
  return ends !== null && asOf > ends ? `the figures held end on ${ends}` : reason;
}
