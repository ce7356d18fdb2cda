import type { DuckDBValue } from "@duckdb/node-api";
import type { Cell, Store } from "../store.ts";
import type { ScanPairRow } from "./scanPairRow.ts";

/** By what pairs can be put in order, as SQL; the rank decides where it is equal. */
const ORDERS = {
  rank: "rank",
  beyond: "beyond desc nulls last",
  lift: "lift desc",
  z: "z desc",
  p: "p_value",
  hits: "hits desc",
  // How far before and after differ, in units of a fair coin's spread.
  lead: `("after" - "before") / sqrt(greatest("after" + "before", 1)) desc`,
} as const;

/** One of the orders of {@link scanPairs}. */
export type PairOrder = keyof typeof ORDERS;

/** The orders of {@link scanPairs}. */
export const PAIR_ORDERS = Object.keys(ORDERS) as PairOrder[];

/** Which pairs of a scan are wanted; all conditions hold together. */
export interface PairFilter {
  leader?: string | undefined; // id of the first
  laggard?: string | undefined; // id of the second
  market?: string | undefined; // id of either
  found?: boolean | undefined;
  /** One at its record within so many sessions, the other at least so far below its own. */
  apartNow?: { nearSessions: number; below: number } | undefined;
  /** After and before differ for the first. */
  leads?: boolean | undefined;
  minLift?: number | undefined;
  minBeyond?: number | undefined;
  maxP?: number | undefined;
  sort?: PairOrder | undefined;
  limit?: number | undefined; // default all
}

/** The pairs of a scan that pass a filter, in the order asked for (default: the scan's own), and how many there are of them in all. */
export async function scanPairs(store: Store, scan: string, filter: PairFilter = {}): Promise<{ rows: ScanPairRow[]; of: number }> {
  const values: DuckDBValue[] = [scan];
  const value = (one: DuckDBValue) => `$${values.push(one)}`;
  const conditions = ["p.scan = $1"];
  const { leader, laggard, market, found, apartNow, leads, minLift, minBeyond, maxP, sort = "rank", limit } = filter;
  if (leader !== undefined) conditions.push(`a.id = ${value(leader)}`);
  if (laggard !== undefined) conditions.push(`b.id = ${value(laggard)}`);
  if (market !== undefined) conditions.push(`(a.id = ${value(market)} or b.id = ${value(market)})`);
  if (found) conditions.push("p.found");
  if (leads) conditions.push(`p."after" > p."before"`);
  if (apartNow) {
    const [near, below] = [value(apartNow.nearSessions), value(-apartNow.below)];
    const one = (at: string, under: string) => `(${at}.since <= ${near}::integer and ${under}.distance <= ${below}::double)`;
    conditions.push(`(${one("a", "b")} or ${one("b", "a")})`);
  }
  if (minLift !== undefined) conditions.push(`p.lift >= ${value(minLift)}::double`);
  if (minBeyond !== undefined) conditions.push(`p.beyond >= ${value(minBeyond)}::double`);
  if (maxP !== undefined) conditions.push(`p.p_value <= ${value(maxP)}::double`);
  const from = `from scan_pairs p join scan_markets a on a.scan = p.scan and a.market = p."first" join scan_markets b on b.scan = p.scan and b.market = p."second"
    where ${conditions.join(" and ")}`;
  return store.read(async (sql) => {
    const [[of] = []] = await sql.rows(`select count(*) ${from}`, values);
    const rows = await sql.rows(
      `select rank, a.id, a.distance, a.since, b.id, b.distance, b.since, sessions, p.events, marked, hits, expected, variance, lift, z, reached, p_value,
        market_hits, market_expected, beyond, "before", same, "after", apart, family_p, found ${from} order by ${ORDERS[sort]}, rank ${limit === undefined ? "" : `limit ${Math.floor(limit)}`}`,
      values,
    );
    return { rows: rows.map(rowOf), of: Number(of) };
  });
}

function rowOf(cells: Cell[]): ScanPairRow {
  const at = (k: number) => Number(cells[k]);
  const maybe = (k: number) => (cells[k] === null ? null : Number(cells[k]));
  return {
    rank: at(0),
    first: { id: String(cells[1]), distance: maybe(2), since: maybe(3) },
    second: { id: String(cells[4]), distance: maybe(5), since: maybe(6) },
    sessions: at(7),
    events: at(8),
    marked: at(9),
    hits: at(10),
    expected: at(11),
    variance: at(12),
    lift: at(13),
    z: at(14),
    reached: at(15),
    pValue: at(16),
    marketHits: at(17),
    marketExpected: maybe(18),
    beyond: maybe(19),
    before: at(20),
    same: at(21),
    after: at(22),
    apart: at(23),
    familyP: maybe(24),
    found: cells[25] === true,
  };
}
