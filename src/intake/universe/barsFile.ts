import { sqlText } from "../../store/sqlText.ts";
import type { Header } from "./headerOf.ts";

/** Files that the database reads as one table: their rows, and what tells the markets apart. */
export interface BarsFile {
  /** As SQL: what is read. */
  reader: string;
  /** As SQL: the column of the market's name. */
  who: string;
  /** As SQL: a whole number, days since 1970; NULL where the cell is no day. */
  day: string;
  /** As SQL: a price above zero; NaN where there is none. */
  price: string;
  /** As SQL: whether a cell of the price holds something that is no number. */
  wrong: string;
  /** As SQL: the cells of day and price as they are written. */
  written: { day: string; price: string };
  /** As SQL: what is read to find a row of one market; default `reader`. */
  readerOf?: (who: string) => string;
  /** What a row is called: its file, and its line where it has one. */
  placeOf: (row: number, who: string) => string;
}

/** Files of one header, read as text: what a cell says is judged here, not guessed from the first rows. */
export function csvReader(paths: readonly string[], { columns, delimiter }: Header): string {
  const files = paths.map(sqlText).join(", ");
  const typed = columns.map((name) => `${sqlText(name)}: 'VARCHAR'`).join(", ");
  return `read_csv([${files}], header = true, auto_detect = false, columns = {${typed}}, delim = ${sqlText(delimiter)}, quote = '"', escape = '"', strict_mode = true, hive_partitioning = false, filename = '${FILE_COLUMN}')`;
}

/** The column that says which file a row is of; no file has one of that name. */
export const FILE_COLUMN = "lockstep file";

/** One Parquet file: its own columns, and none from the names of folders. */
export function parquetReader(path: string): string {
  return `read_parquet(${sqlText(path)}, hive_partitioning = false)`;
}

/** A column's name as SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
