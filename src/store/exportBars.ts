import { existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { DuckDBDateValue } from "@duckdb/node-api";
import { BAR_FIELDS, type Bars, Problem } from "../market/index.ts";
import { appendFigures } from "./appendFigures.ts";
import { sqlText } from "./sqlText.ts";
import type { Store } from "./store.ts";
import { COLUMN } from "./tables.ts";
import type { ExportFormat } from "./wholeStore.ts";
import { written } from "./written.ts";

/** Bars of one market as they go into a file. */
export interface BarsOut {
  symbol: string; // "IWM"
  source: string; // "yahoo:IWM"
  unit: string; // "USD"; "index" where only what is derived may be passed on
  rights: string; // "personal"
  bars: Bars;
}

/** Writes bars of markets into one file, CSV or Parquet: it appears when it is complete, or not at all. */
export async function exportBars(store: Store, path: string, format: ExportFormat, markets: readonly BarsOut[]): Promise<number> {
  if (existsSync(path)) throw new Problem("usage", "expected a file that is not there yet; received one that is", path);
  const pending = `${resolve(path)}.${process.pid}`;
  const columns = BAR_FIELDS.map((field) => COLUMN[field]);
  try {
    return await store.read(async (sql) => {
      await sql.run(
        `create or replace temp table outgoing (symbol varchar, source varchar, unit varchar, rights varchar, date date, ${columns.map((name) => `${name} double`).join(", ")})`,
      );
      const appender = await sql.connection.createAppender("outgoing", null, "temp");
      let rows = 0;
      for (const { symbol, source, unit, rights, bars } of markets) {
        for (let i = 0; i < bars.sessions.length; i++, rows++) {
          for (const word of [symbol, source, unit, rights]) appender.appendVarchar(word);
          appender.appendDate(new DuckDBDateValue(bars.sessions[i]!));
          appendFigures(appender, (field) => bars.columns[field]?.[i]);
          appender.endRow();
        }
      }
      appender.closeSync();
      const used = columns.filter((_, k) => markets.some(({ bars }) => bars.columns[BAR_FIELDS[k]!]));
      const options = format === "parquet" ? "format parquet, compression zstd" : "format csv, header";
      await written(path, () =>
        sql.run(`copy (select symbol, source, unit, rights, date, ${used.join(", ")} from outgoing order by symbol, date) to ${sqlText(pending)} (${options})`),
      );
      await sql.run("drop table outgoing");
      renameSync(pending, path);
      return rows;
    });
  } catch (error) {
    rmSync(pending, { force: true });
    throw error;
  }
}
