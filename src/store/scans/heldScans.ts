import type { Store } from "../store.ts";
import type { ScanSummary } from "./scanSummary.ts";
import { hasScanTables } from "./scanTables.ts";

/** A scan that the store holds. */
export interface HeldScan extends ScanSummary {
  keptAt: number; // ms since 1970 UTC
}

/** The scans of a store, the latest first; none where none was ever kept. */
export async function heldScans(store: Store): Promise<HeldScan[]> {
  return store.read(async (sql) => {
    if (!(await hasScanTables(sql))) return [];
    const found = await sql.rows("select epoch_ms(kept_at), summary from scan_runs order by run desc");
    return found.map(([keptAt, summary]) => ({ ...(JSON.parse(String(summary)) as ScanSummary), keptAt: Number(keptAt) }));
  });
}

/** The ids of the markets that took part in a scan, in order. */
export async function scanMarketIds(store: Store, scan: string): Promise<string[]> {
  return store.read(async (sql) => (await sql.rows("select id from scan_markets where scan = $1 order by market", [scan])).map(([id]) => String(id)));
}
