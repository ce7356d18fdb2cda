import type { Day, Field, Measure, Series } from "../../../market/index.ts";
import { type Standing, standing } from "../../../records/index.ts";
// A file, not the room: what a measure says of itself is said once.
import { measured } from "../../../study/measures.ts";
import type { Row } from "../../verdict.ts";
import { type Clock, clocksOf } from "../figures/clocksOf.ts";
import { FIELD_WORD, RECORD_OF } from "../figures/fieldWord.ts";
import { rowOf } from "../figures/rowOf.ts";
import { seriesUpTo } from "../figures/subjectHeld.ts";
import type { World } from "../world.ts";

/** How far a market stood from its record on a day, under one definition. */
export interface DistanceFound {
  label: string; // "close against the intraday record"
  against: string; // "intraday record"
  stands: Standing;
  value: Measure; // -0.2734; of the last value over the record, minus one
  rows: readonly Row[];
  level: Series;
}

/**
 * The distance of a market from its record under every definition held, the conventional one first: close against the record close, then against the
 * intraday record, each by every clock, and total return. What is not held is absent.
 */
export function distancesOf(world: World, id: string, asOf: Day): DistanceFound[] {
  const [own, ...others] = clocksOf(world, id).flatMap((clock): DistanceFound[][] => {
    const found = [
      distance(world, asOf, clock, { label: `close${clock.at} against the record close`, of: "close", record: { id: clock.id, field: "close" } }),
      distance(world, asOf, clock, { label: `close${clock.at} against the intraday record`, of: "close", record: { id, field: "high" } }),
      distance(world, asOf, clock, { label: "total return against its record", of: "totalReturn", record: { id: clock.id, field: "totalReturn" } }),
    ];
    return [found.filter((one) => one !== undefined)];
  });
  // Without the market's own close there is no convention to go by.
  return own?.[0]?.against === RECORD_OF.close ? [...own, ...others.flat()] : [];
}

interface Against {
  label: string;
  of: Field;
  record: { id: string; field: Field };
}

function distance(world: World, asOf: Day, { id, clock }: Clock, { label, of, record }: Against): DistanceFound | undefined {
  const level = seriesUpTo(world, id, of, asOf);
  const high = record.id === id && record.field === of ? level : seriesUpTo(world, record.id, record.field, asOf);
  const stands = level && high && standing(level, { near: world.group.definitions.near, record: high });
  if (!stands) return undefined;
  const definition = `last ${FIELD_WORD[of]} at ${clock} over the highest ${FIELD_WORD[record.field]}, minus one`;
  const used = level === high ? [level] : [level, high];
  return {
    label,
    against: RECORD_OF[record.field],
    stands,
    value: measured({ unit: "ratio", asOf, method: "standing", definition }, stands.distance, used, { on: stands.session }),
    rows: [rowOf(level, stands.session), rowOf(high, stands.recordOn)],
    level,
  };
}
