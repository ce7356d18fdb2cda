import { clockText, type Day, heldMarket, type Measure, type Series, sinceSession, span, through, toDay } from "../../../market/index.ts";
import { recordHighs } from "../../../records/index.ts";
import { measured, unknown, withClocks } from "../../../study/measures.ts";
import { seriesUpTo } from "../figures/subjectHeld.ts";
import { dayBefore, type World } from "../world.ts";

/** What a market did after a publication. */
export interface MarketSince {
  change: Measure; // from the last close before the publication to the last held
  records: Measure; // record closes on sessions after the publication
  until: Day; // the last session held
  all: Series; // every close held
}

/** What became of a market after a publication, by its closes; undefined where nothing later is held. */
export function marketSince(id: string, world: World): MarketSince | undefined {
  const { markets, published } = world;
  const market = heldMarket(markets, id);
  const held = market?.series.close;
  const closes = held && through(held, Number.POSITIVE_INFINITY);
  const until = closes && span(closes)?.to;
  if (!market || !closes || until === undefined || until <= published) return undefined;
  const clock = `${id} at ${clockText(market.instrument.close)}`;
  const about = (unit: string, method: string, definition: string) => withClocks({ unit, asOf: until, method, definition }, clock);
  const records = recordHighs(closes).filter(({ session }) => session > published).length;
  const before = seriesUpTo(world, id, "close", dayBefore(world));
  const from = before?.sessions.at(-1);
  const change = about("ratio", "sinceOf", `last close over that of ${from === undefined ? "the day before the publication" : toDay(from)}, minus one`);
  return {
    change:
      before && from !== undefined
        ? measured(change, closes.values.at(-1)! / before.values.at(-1)! - 1, [sinceSession(closes, from)], { on: until })
        : unknown(change, `no close held of ${id} before ${published}`),
    records: measured(about("records", "recordHighs", `record closes after ${published}`), records, [closes]),
    until,
    all: closes,
  };
}
