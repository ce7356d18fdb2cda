import { type HeldBars, heldBars } from "./heldBars.ts";
import type { SeriesKey } from "./seriesIds.ts";
import type { Sql } from "./store.ts";

/** A series with its bars, what they are in, and what they are of. */
export interface HeldSeries extends HeldBars {
  unit: string; // "USD"
  subject: string; // as it was given with the first of its bars
}

/** What the store held of a series at an instant (default: now); undefined when it holds no such series. */
export async function heldSeries(sql: Sql, { source, symbol }: SeriesKey, view: { knownAt?: number | undefined } = {}): Promise<HeldSeries | undefined> {
  const [[series, unit, subject] = []] = await sql.rows("select series, unit, subject from series where source = $1 and symbol = $2", [source, symbol]);
  return series === undefined ? undefined : { ...(await heldBars(sql, Number(series), view)), unit: String(unit), subject: String(subject) };
}
