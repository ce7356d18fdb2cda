import { clockText } from "../../../market/index.ts";
// A file, not the room: which ids are clocks of one market is said once.
import { everyClock } from "../../../study/known.ts";
import type { World } from "../world.ts";

/** One clock at which the sessions of a market close. */
export interface Clock {
  id: string; // "BTC-NY16"
  clock: string; // "16:00 New York"
  at: string; // " at 16:00 New York"; empty where the market has one clock only
}

/** The clocks at which a market is held, its own first. */
export function clocksOf({ markets }: Pick<World, "markets">, id: string): Clock[] {
  const ids = everyClock(markets, id);
  return ids.map((one) => {
    const clock = clockText(markets[one]!.instrument.close);
    return { id: one, clock, at: ids.length > 1 ? ` at ${clock}` : "" };
  });
}
