import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Problem } from "../../market/index.ts";
import type { ScanResult } from "../../scan/scanResult.ts";
import { toJson } from "../../study/toJson.ts";
import { sqlText } from "../sqlText.ts";
import { openStore } from "../store.ts";
import { written } from "../written.ts";
import { incoming } from "./incoming.ts";
import { converted, LEADER_COLUMNS, MARKET_COLUMNS, PAIR_COLUMNS } from "./scanColumns.ts";
import { scanSummary } from "./scanSummary.ts";

/** The files of a scan. */
const SCAN_FILES = ["pairs.parquet", "leaders.parquet", "markets.parquet", "scan.json"] as const;

/**
 * Writes a scan into a folder: its pairs in order of rank, its leaders, its markets, and what was scanned as JSON. Markets stand by their ids. The
 * files take their names when all are complete, and are the same bytes on every run.
 *
 * @throws Problem (output) when they cannot be written
 */
export async function writeScanParquet(result: ScanResult, folder: string): Promise<void> {
  const pending = join(resolve(folder), `.scan.${process.pid}`);
  try {
    mkdirSync(pending, { recursive: true });
  } catch (error) {
    throw unwritable(error, folder);
  }
  const memory = await openStore(":memory:");
  try {
    await memory.read(async (sql) => {
      // Several threads would each write a part, in an order of their own.
      await sql.run("set threads = 1");
      await incoming(sql.connection, result);
      const copy = (query: string, file: string) =>
        written(folder, () => sql.run(`copy (${query}) to ${sqlText(join(pending, file))} (format parquet, compression zstd, row_group_size 122880)`));
      await copy(
        `select p.number + 1 as rank, a.id as "first", b.id as "second", ${converted(PAIR_COLUMNS.slice(2), "p.")} from incoming_pairs p
          join incoming_markets a on a.number = p."first" join incoming_markets b on b.number = p."second" order by p.number`,
        "pairs.parquet",
      );
      await copy(
        `select l.number + 1 as rank, a.id as leader, b.id as best, ${converted(
          LEADER_COLUMNS.filter(({ of }) => of !== "leader" && of !== "best"),
          "l.",
        )} from incoming_leaders l join incoming_markets a on a.number = l.leader left join incoming_markets b on b.number = l.best order by l.number`,
        "leaders.parquet",
      );
      await copy(`select id, ${converted(MARKET_COLUMNS)} from incoming_markets order by number`, "markets.parquet");
    });
    writeFileSync(join(pending, "scan.json"), toJson(scanSummary(result)), { flush: true });
    for (const file of SCAN_FILES) renameSync(join(pending, file), join(folder, file));
  } catch (error) {
    throw unwritable(error, folder);
  } finally {
    await memory.close();
    rmSync(pending, { recursive: true, force: true });
  }
}

function unwritable(error: unknown, folder: string): Problem {
  return error instanceof Problem ? error : new Problem("output", `cannot be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`, folder);
}
