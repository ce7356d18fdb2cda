import type { ScanResult } from "../../scan/scanResult.ts";
import type { Store } from "../store.ts";
import { incoming, withoutIncoming } from "./incoming.ts";
import { converted, LEADER_COLUMNS, MARKET_COLUMNS, PAIR_COLUMNS } from "./scanColumns.ts";
import { scanSummary } from "./scanSummary.ts";
import { makeScanTables } from "./scanTables.ts";

/** Keeps a scan in the store, all of it or nothing, in place of an earlier run of the same; it is the latest then. */
export async function keepScan(store: Store, result: ScanResult, { now }: { now: number }): Promise<void> {
  await store.transaction(async (sql) => {
    await makeScanTables(sql);
    await incoming(sql.connection, result);
    const { scan } = result;
    for (const table of ["runs", "markets", "pairs", "leaders"]) await sql.run(`delete from scan_${table} where scan = $1`, [scan]);
    await sql.run("insert into scan_runs select coalesce(max(run), 0) + 1, $1, epoch_ms($2::bigint), $3 from scan_runs", [
      scan,
      BigInt(Math.floor(now)),
      JSON.stringify(scanSummary(result)),
    ]);
    await sql.run(`insert into scan_markets select $1, number, id, ${converted(MARKET_COLUMNS)} from incoming_markets order by number`, [scan]);
    await sql.run(`insert into scan_pairs select $1, number + 1, ${converted(PAIR_COLUMNS)} from incoming_pairs order by number`, [scan]);
    await sql.run(`insert into scan_leaders select $1, number + 1, ${converted(LEADER_COLUMNS)} from incoming_leaders order by number`, [scan]);
    await withoutIncoming(sql.connection);
  });
}
