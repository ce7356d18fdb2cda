import { statSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "../../market/index.ts";
import type { Universe } from "../../scan/universe.ts";
import { openStore, type Sql } from "../../store/index.ts";
import { barColumnsIn } from "./barColumnsIn.ts";
import { type BarsFile, csvReader, parquetReader, quoted } from "./barsFile.ts";
import { barsRead } from "./barsRead.ts";
import { dayCell, priceCell } from "./cells.ts";
import { headerOf } from "./headerOf.ts";
import type { Price } from "./price.ts";
import { refused } from "./refused.ts";
import { required } from "./required.ts";

/** Whether a path is one that {@link fileUniverse} reads, by its name. */
export function isBarsFile(path: string): boolean {
  return /\.(parquet|pq|csv|tsv)$/i.test(path);
}

/**
 * The markets of one file in which a column says whose bars a row is: Parquet or CSV.
 *
 * @throws Problem (data) naming the file, and line or row where there is one
 */
export async function fileUniverse(path: string, { price, only }: { price: Price; only?: readonly string[] | undefined }): Promise<Universe> {
  if (statSync(path).size === 0) throw new Problem("data", "expected rows of bars; received an empty file", path);
  const memory = await openStore(":memory:");
  try {
    return await memory.read(async (sql) => {
      const { markets, names } = await barsRead(sql, await described(sql, path, price), path, only);
      if (names.length === 0) throw new Problem("data", "expected rows of bars; received a header alone", path);
      required(only, names, path);
      return { name: basename(path), markets };
    });
  } finally {
    await memory.close();
  }
}

async function described(sql: Sql, path: string, field: Price): Promise<BarsFile> {
  // The database would read a pattern as many files.
  if (/[*?[\]{}]/.test(path)) throw new Problem("usage", "expected the name of one file, without * ? [ ] { }; received a pattern", path);
  const parquet = /\.(parquet|pq)$/i.test(path);
  const header = parquet ? undefined : headerOf(path);
  const reader = header ? csvReader([path], header) : parquetReader(path);
  const types = header ? new Map(header.columns.map((name) => [name, "VARCHAR"])) : await columnTypes(sql, reader, path);
  const names = header?.names ?? [...types.keys()];
  const { date, price, symbol } = barColumnsIn(names, field, path);
  if (symbol === undefined) throw new Problem("data", `expected a column of symbols (symbol, ticker, id); received ${names.join(", ")}`, path);
  return {
    reader,
    who: `${quoted(symbol)}::varchar`,
    day: dayCell({ name: date, type: types.get(date)! }),
    ...priceCell({ name: price, type: types.get(price)! }, path),
    written: { day: `${quoted(date)}::varchar`, price: `${quoted(price)}::varchar` },
    placeOf: (row, who) => (parquet ? `${path}, row ${row}, ${who}` : `${path}:${row + 1}`),
  };
}

async function columnTypes(sql: Sql, reader: string, path: string): Promise<Map<string, string>> {
  try {
    return new Map((await sql.rows(`describe select * from ${reader}`)).map(([name, type]) => [String(name), String(type)]));
  } catch (error) {
    throw refused(error, path);
  }
}
