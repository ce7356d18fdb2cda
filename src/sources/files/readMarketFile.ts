import { Problem } from "../../market/index.ts";
import { isPage } from "../text/isPage.ts";
import type { TextFile } from "../text/readText.ts";
import { isDateName } from "./barColumns.ts";
import type { FileOptions, MarketFile } from "./marketFile.ts";
import { readBars } from "./readBars.ts";
import { isEpsTable, readEpsTable } from "./readEpsTable.ts";
import { isFuturesCurve, readFuturesCurve } from "./readFuturesCurve.ts";
import { isMeetingHistory, readMeetingHistory } from "./readMeetingHistory.ts";
import { readSettlements } from "./readSettlements.ts";
import { readTable } from "./readTable.ts";

/**
 * What a file says that somebody has: daily bars or series of values as CSV of the common providers, a Barchart download, CME's settlements of
 * federal funds futures or a table of their prices, a FedWatch download, or a table of earnings forecasts.
 *
 * The format is told by the header or the shape, never by the size of a number. Rows ascend, each session once; what a cell leaves open is
 * absent. Figures are given as they stand, also where they are zero or negative: whether they can be is judged elsewhere. What was left out or
 * assumed is in `notes`.
 *
 * @param options.dates the order of day and month in dates as 9/8/2026, where no row of the file settles it
 * @throws Problem (data) naming file, line and column, what was expected and what came
 *
 * @example
 * import { readMarketFile } from "lockstep/sources";
 * const text = "Date,Close/Last,Volume\n12/12/2025,$253.85,1000\n12/11/2025,$257.80,2000\n";
 * const file = readMarketFile({ path: "IWM.csv", name: "IWM.csv", text, sha256: "" }, { dates: "mdy" });
 * file.series[0].rows; // => [{ session: 20433, close: 257.8, volume: 2000 }, { session: 20434, close: 253.85, volume: 1000 }]
 */
export function readMarketFile(file: TextFile, options: FileOptions = {}): MarketFile {
  return { ...contentOf(file, options), sha256: file.sha256 };
}

function contentOf(file: TextFile, options: FileOptions): Omit<MarketFile, "sha256"> {
  const { path, text } = file;
  if (text.includes("\0")) throw new Problem("data", "expected CSV or JSON as text; received binary data", path);
  if (isPage(text)) throw new Problem("data", "expected CSV or JSON; received an HTML or XML page", path);
  const [begin] = /[^\s\uFEFF]/.exec(text) ?? [];
  if (begin === "{") return readSettlements(file);
  if (begin === "[") throw new Problem("data", "expected CSV, or JSON with settlements; received a list in JSON", path);
  const table = readTable(file, (cells) => cells.some(isDateName) || isEpsTable(cells) || isMeetingHistory(cells) || isFuturesCurve(cells));
  if (isMeetingHistory(table.head.cells)) return readMeetingHistory(table, options);
  if (isEpsTable(table.head.cells)) return readEpsTable(table, options);
  if (isFuturesCurve(table.head.cells)) return readFuturesCurve(table, options);
  return readBars(table, options);
}
