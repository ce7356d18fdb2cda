import type { Field } from "../../../market/index.ts";
import { clocksOf } from "../figures/clocksOf.ts";
import type { World } from "../world.ts";

/** One way to keep the records of a market. */
export interface RecordBasis {
  id: string; // "BTC-NY16"
  field: Field; // "close"
  label: string; // "close at 16:00 New York"
}

/** The ways in which the records of a market are kept: by close (conventional), by the session's high, by close at its other clocks. */
export function basesOf(world: World, id: string): RecordBasis[] {
  const [own, ...others] = clocksOf(world, id).map(({ id: one, at }): RecordBasis => ({ id: one, field: "close", label: `close${at}` }));
  return [own!, { id, field: "high", label: "intraday" }, ...others];
}
