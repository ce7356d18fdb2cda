import { Problem } from "../market/index.ts";
import type { Batch } from "./batch.ts";
import type { Sql } from "./store.ts";

/** What the store calls a series: what one source holds under one symbol. */
export interface SeriesKey {
  source: string; // "yahoo"
  symbol: string; // "IWM"
}

/** The number of a series in the store; undefined when it holds none. */
export async function seriesId(sql: Sql, { source, symbol }: SeriesKey): Promise<number | undefined> {
  const [[id] = []] = await sql.rows("select series from series where source = $1 and symbol = $2", [source, symbol]);
  return id === undefined ? undefined : Number(id);
}

/** A series that may be new to the store: what its figures are in, and what they are of, as text that the store only keeps. */
export interface NewSeries extends SeriesKey {
  unit: string; // "USD"
  subject: string;
}

/** The number of a series, given one where it has none; its unit never changes. */
export async function seriesIdFor(sql: Sql, { source, symbol, unit, subject }: NewSeries, { batch }: Batch): Promise<number> {
  const [[id, held] = []] = await sql.rows("select series, unit from series where source = $1 and symbol = $2", [source, symbol]);
  if (id !== undefined) {
    if (held !== unit) throw new Problem("data", `expected figures in ${held}, as those held; received ${unit}`, `${source}:${symbol}`);
    return Number(id);
  }
  await sql.run("insert into series select coalesce(max(series), 0) + 1, $1, $2, $3, $4, $5 from series", [source, symbol, unit, subject, batch]);
  return (await seriesId(sql, { source, symbol }))!;
}
