import { refText } from "../sources/index.ts";
import { eachHeld, type HeldSeries, type SeriesKey, type Sql } from "../store/index.ts";

// Series whose numbers lie so near are read together: what is fetched together was numbered together.
const NEAR = 16;

/** What the store held of several series at an instant (default: now), by their references as text; of few reads, however many series. */
export async function heldSeveral(
  sql: Sql,
  chosen: (key: SeriesKey) => boolean,
  { knownAt }: { knownAt?: number | undefined } = {},
): Promise<Map<string, HeldSeries & SeriesKey>> {
  const known = await sql.rows("select series, source, symbol, unit, subject from series order by series");
  const wanted = new Map(
    known.flatMap(([series, source, symbol, unit, subject]) => {
      const key = { source: String(source), symbol: String(symbol) };
      return chosen(key) ? [[Number(series), { ...key, unit: String(unit), subject: String(subject) }] as const] : [];
    }),
  );
  const runs: { first: number; last: number }[] = [];
  for (const series of wanted.keys()) {
    const run = runs.at(-1);
    if (run && series - run.last <= NEAR) run.last = series;
    else runs.push({ first: series, last: series });
  }
  const held = new Map<string, HeldSeries & SeriesKey>();
  for (const run of runs) {
    await eachHeld(sql, { ...run, knownAt }, (one) => {
      const own = wanted.get(one.series);
      if (own) held.set(refText(own), { ...one, ...own });
    });
  }
  return held;
}
