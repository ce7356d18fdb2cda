import type { Fact, Row } from "../source.ts";
import type { DateOrder } from "./daysIn.ts";

/** The formats of files that are read, each recognised by its header or shape. */
export type FileFormat = "bars" | "barchart" | "cmeSettlements" | "futuresCurve" | "fedMeetingHistory" | "epsTable";

/** The rows of one market in a file. */
export interface FileSeries {
  symbol: string | null; // "ZQU26"; null where the file does not say whose figures it holds
  unit: string | null; // "points"; null where the file does not say
  rows: Row[]; // sessions ascending, each once
}

/** What a file that somebody has says. */
export interface MarketFile {
  format: FileFormat;
  series: FileSeries[];
  facts: Fact[];
  notes: string[]; // "columns left out: Change %"; what was left out or assumed
  sha256: string;
}

/** What the file itself cannot tell. */
export interface FileOptions {
  dates?: DateOrder; // the order of day and month in dates as 9/8/2026
}
