import { type Day, type Field, heldMarket, type Series } from "../../../market/index.ts";
import { recordIndices } from "../../../num/recordIndices.ts";
// A file, not the room: it says for all rooms when figures are too old to speak of a day.
import { type Known, knownSeries } from "../../../study/known.ts";
import type { World } from "../world.ts";

/** The records of one field of a market up to a day. */
export interface RecordsUpTo {
  series: Series;
  days: number[]; // ascending day numbers
}

/**
 * The days on which a market set a record, as far as was known on a day; or why that is unknown.
 *
 * The first value of a history is above none, so that it is no record that an article could mean. At another clock, whose history begins later, a
 * record must also exceed what the market itself had reached before: else every recovery would set records of a short history.
 */
export function recordsUpTo(
  world: World,
  id: string,
  field: Field,
  { asOf, staleAfter = world.group.definitions.staleAfter }: { asOf: Day; staleAfter?: number },
): Known<RecordsUpTo> {
  const { held: series, reason } = knownSeries(world.markets, id, field, { asOf, staleAfter });
  if (!series) return { reason };
  const before = reachedBefore(world, id, series);
  const days = recordIndices(series.values)
    .slice(1)
    .flatMap((index) => (series.values[index]! > before ? series.sessions[index]! : []));
  return { held: { series, days } };
}

/** The highest close of the market that a series is another clock of, before the series begins; minus infinity where there is none in its unit. */
function reachedBefore({ markets }: World, id: string, series: Series): number {
  const own = heldMarket(markets, heldMarket(markets, id)?.instrument.variantOf ?? "")?.series.close;
  let highest = Number.NEGATIVE_INFINITY;
  // A rebased index has no level in common with another.
  if (!own || own.unit !== series.unit || own.unit === "index") return highest;
  const begun = series.sessions[0]!;
  for (let i = 0; i < own.sessions.length && own.sessions[i]! < begun; i++) if (own.values[i]! > highest) highest = own.values[i]!;
  return highest;
}
