import { type Day, toDay } from "../../../market/index.ts";
import { recordHighs } from "../../../records/index.ts";
import { unknown } from "../../../study/measures.ts";
import type { Answer, Row } from "../../verdict.ts";
import { percentSaid } from "../figures/numberSaid.ts";
import { rowOf } from "../figures/rowOf.ts";
import { seriesUpTo } from "../figures/subjectHeld.ts";
import type { World } from "../world.ts";
import { dueOf, type ForecastTime, timeSaid } from "./forecastTime.ts";
import { marketSince } from "./marketSince.ts";
import { recordBase } from "./recordBase.ts";

/** What a forecast is held against. */
export interface ForecastFound {
  forecast: NonNullable<Answer["forecast"]>;
  rows: Row[];
}

/** A record of a market as a forecast: its base rate from where it stood, and what came. */
export function recordForecast(id: string, world: World, time: ForecastTime): ForecastFound {
  const { asOf, days } = time;
  const { base, distance, from } = recordBase(id, world, time);
  const since = marketSince(id, world);
  const known = seriesUpTo(world, id, "close", asOf)!;
  const outcome =
    since?.change ?? unknown({ unit: "ratio", asOf, method: "sinceOf", definition: "change since the day before the publication" }, "nothing later is held");
  const basedOn = from === "matched" ? "its own days in a like state" : "a random walk at its distance and volatility";
  const words = [
    ...(distance < 0 ? [`${percentSaid(distance)} below its record on ${asOf}`] : []),
    base.value === null ? `no base rate: ${base.reason}` : `base rate of a record within ${days} days: ${percentSaid(base.value)}, by ${basedOn}`,
    ...(since ? [cameSaid(since, dueOf(time), world.published)] : []),
    timeSaid(time, since?.until),
  ];
  return { forecast: { baseRate: base, outcome, says: words.join("; ") }, rows: [rowOf(known, toDay(known.sessions.at(-1)!))] };
}

function cameSaid({ change, records, until, all }: NonNullable<ReturnType<typeof marketSince>>, due: Day, published: Day): string {
  const moved = change.value === null ? "" : `${change.value < 0 ? "down" : "up"} ${percentSaid(change.value)} by ${until}, `;
  const first = recordHighs(all).find(({ session }) => session > published)?.session;
  if (first === undefined) return `${moved}no record close since`;
  const late = first > due ? `, the first on ${first}, after its time` : `, the first on ${first}`;
  return `${moved}${records.value} record close${records.value === 1 ? "" : "s"} since${late}`;
}
