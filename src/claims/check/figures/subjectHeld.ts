import { type Field, heldMarket, type Series } from "../../../market/index.ts";
// A file, not the room: it says for all rooms when figures are too old to speak of a day.
import { knownSeries } from "../../../study/known.ts";
import type { Subject } from "../../claim.ts";
import { dayBefore, type World } from "../world.ts";

/** The market that stands for a subject, or what would be needed. */
export type HeldSubject = { id: string; needed?: never } | { id?: never; needed: string };

/**
 * The first of a subject's candidates of which figures are held up to the publication. A market without figures is not checkable, never contradicted.
 *
 * @param asLevel whether a level is at stake: the level of an index is not that of a fund on it
 */
export function subjectHeld({ name, candidates, as }: Subject, world: World, { asLevel = false }: { asLevel?: boolean } = {}): HeldSubject {
  if (candidates.length === 0) return { needed: `figures of ${name}: no market is known by that name` };
  const look = { asOf: dayBefore(world), staleAfter: world.group.definitions.staleAfter };
  const fit = candidates.filter((id) => {
    const market = heldMarket(world.markets, id);
    return market !== undefined && (!asLevel || as === "fund" || market.instrument.kind !== "etf");
  });
  const held = fit.find((id) => knownSeries(world.markets, id, "close", look).held);
  if (held !== undefined) return { id: held };
  if (fit.length > 0) return { needed: knownSeries(world.markets, fit[0]!, "close", look).reason ?? `figures of ${fit[0]}` };
  const funds = candidates.filter((id) => heldMarket(world.markets, id)?.instrument.kind === "etf");
  if (asLevel && funds.length > 0) return { needed: `levels of ${name} itself: held are those of ${funds.join(", ")}, a fund on it` };
  return { needed: `figures of ${candidates.join(" or ")}: none are held` };
}

/** One field of a market up to a day, from the first value to the last. Undefined where none is held. */
export function seriesUpTo(world: World, id: string, field: Field, asOf: string): Series | undefined {
  return knownSeries(world.markets, id, field, { asOf, staleAfter: world.group.definitions.staleAfter }).held;
}
