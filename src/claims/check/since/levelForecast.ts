import { laggardState, randomWalkBase } from "../../../lag/index.ts";
import { dayNumber, heldMarket, type Measure, toDay } from "../../../market/index.ts";
// Files, not the room: the path of a market and how its numbers are said, as in the study.
import { pathOf } from "../../../study/catchUp/paths.ts";
import { sayFrom } from "../../../study/catchUp/sayPair.ts";
import { knownGauge } from "../../../study/known.ts";
import { measured, unknown } from "../../../study/measures.ts";
import type { Quantity } from "../../mention.ts";
import { amountSaid, percentSaid } from "../figures/numberSaid.ts";
import { rowOf } from "../figures/rowOf.ts";
import { sessionsIn } from "../figures/sessionsIn.ts";
import type { World } from "../world.ts";
import { dueOf, type ForecastTime, timeSaid } from "./forecastTime.ts";
import { marketSince } from "./marketSince.ts";
import type { ForecastFound } from "./recordForecast.ts";

/** A level of a market as a forecast: how far it was, how likely a random walk comes there, and whether it came. */
export function levelForecast(id: string, level: Quantity, world: World, time: ForecastTime): ForecastFound | { needed: string } {
  const { asOf, days } = time;
  if (!(level.value > 0)) return { needed: "a level above zero: no price comes to another one" };
  const { held, reason } = knownGauge(world.markets, id, "close", { asOf, staleAfter: world.group.definitions.staleAfter });
  if (!held) return { needed: `closes of ${id}: ${reason}` };
  const { level: closes } = held;
  if (level.unit !== "none" && level.unit !== "points" && level.unit !== closes.unit)
    return { needed: `levels of ${id} in ${level.unit}: held are those in ${closes.unit}` };
  const path = pathOf(world.markets, id, held);
  const state = laggardState(path, dayNumber(asOf));
  if (!state) return { needed: `a close of ${id} on its last session` };
  const close = closes.values.at(-1)!;
  const say = sayFrom([closes], asOf);
  // Without drift a walk comes as often to a level below as to one above that is as far in logarithms.
  const distance = Math.min(close / level.value, level.value / close) - 1;
  const walk = randomWalkBase({ ...state, distance }, { days, sessionsPerYear: path.sessionsPerYear });
  const definition = `of ${level.value} within ${days} days, for a random walk without drift at the market's volatility, looked at by daily closes`;
  const baseRate = say("probability", "randomWalkBase", definition, walk, { reason: "less than a year of its returns held" });
  const until = marketSince(id, world)?.until;
  const outcome = reachedSince(id, { level: level.value, above: level.value >= close }, world, time);
  const away = level.value / close - 1;
  const words = [
    `${amountSaid(level.value, closes.unit, level.step)} is ${percentSaid(away)} ${away < 0 ? "below" : "above"} the last close before the publication`,
    baseRate.value === null
      ? `no base rate: ${baseRate.reason}`
      : `base rate within ${days} days: ${percentSaid(baseRate.value)}, by a random walk at its volatility`,
    ...(outcome.value === null ? [] : [outcome.value === 1 ? `reached on ${outcome.on}` : "not reached"]),
    timeSaid(time, until),
  ];
  return { forecast: { baseRate, outcome, says: words.join("; ") }, rows: [rowOf(closes, toDay(closes.sessions.at(-1)!))] };
}

/** Whether a market came to a level after the publication and within the time: 1 or 0; unknown while it has not and the time has not passed. */
function reachedSince(id: string, { level, above }: { level: number; above: boolean }, world: World, time: ForecastTime): Measure {
  const due = dueOf(time);
  const { series } = heldMarket(world.markets, id)!;
  const field = above ? "high" : "low";
  const followed = sessionsIn(series[field] ?? series.close!, { first: toDay(dayNumber(world.published) + 1), last: due });
  const what = series[field] ? `session ${field}` : "close";
  const since = marketSince(id, world);
  const about = {
    unit: "ratio",
    asOf: since?.until ?? time.asOf,
    method: "sinceOf",
    definition: `1 where a ${what} after ${world.published} and up to ${due} came to ${level}, else 0`,
  };
  if (!since) return unknown(about, "nothing later is held");
  const at = followed.values.findIndex((value) => (above ? value >= level : value <= level));
  if (at >= 0) return measured(about, 1, [followed], { on: toDay(followed.sessions[at]!) });
  return since.until < due ? unknown(about, `not so far; ${timeSaid(time, since.until)}`) : measured(about, 0, [followed]);
}
