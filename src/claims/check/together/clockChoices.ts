import { clocksOf } from "../figures/clocksOf.ts";
import type { World } from "../world.ts";

/** Several markets, each at one of the clocks that it is held at. */
export interface ClockChoice {
  ids: string[]; // ["IWM", "BTC-NY16"]
  says: string; // "BTC at 16:00 New York"; empty where no market has another clock
}

/** Several markets at their own clocks, and with one of them at another of its clocks. */
export function clockChoices(world: World, ids: readonly string[]): ClockChoice[] {
  const clocks = ids.map((id) => clocksOf(world, id));
  const own = clocks.map(([first]) => first!);
  const says = (chosen: typeof own) => chosen.flatMap(({ at }, k) => (at === "" ? [] : `${ids[k]}${at}`)).join(", ");
  const choices = [own, ...clocks.flatMap((others, k) => others.slice(1).map((other) => own.map((one, at) => (at === k ? other : one))))];
  return choices.map((chosen) => ({ ids: chosen.map(({ id }) => id), says: says(chosen) }));
}
