import { heldMarket } from "../../../market/index.ts";
import type { Quantity } from "../../mention.ts";
import type { World } from "../world.ts";

/** What would be needed where a level is said in a unit that a market's figures are not in; undefined where they are. A bare number is in the market's own. */
export function otherUnit({ unit }: Pick<Quantity, "unit">, { markets }: Pick<World, "markets">, id: string): string | undefined {
  const currency = heldMarket(markets, id)?.instrument.currency;
  return unit === "none" || unit === "points" || unit === currency ? undefined : `levels of ${id} in ${unit}: held are those in ${currency}`;
}
