import { type Day, dayNumber, Problem } from "../../market/index.ts";
import type { FuturesCurve } from "../../rates/index.ts";
import { futuresPrices } from "../files/futuresPrices.ts";
import { readTable } from "../files/readTable.ts";
import type { TextFile } from "../text/readText.ts";
import { shown } from "../text/shown.ts";

const HEADER = "contract_month,price";

/**
 * The prices of federal funds futures of one day from CSV text with the columns contract_month and price; what lacks is noted.
 *
 * @throws Problem (data) naming file, line, what was expected and what came
 */
export function macroCurve(file: TextFile, { day, source }: { day: Day; source: string }): { curve: FuturesCurve; notes: string[] } {
  // Without the line break at its end a price may have lost its last digit.
  if (file.text !== "" && !file.text.endsWith("\n")) {
    throw new Problem("data", "expected a line break at the end; received a last line without one (truncated?)", file.path);
  }
  const table = readTable(file, (cells) => cells.includes("contract_month"));
  const header = table.head.cells.join(",");
  if (header !== HEADER) throw new Problem("data", `expected the columns ${HEADER}; received ${shown(header)}`, `${file.path}:${table.head.line}`);
  const { prices, notes } = futuresPrices(table, () => dayNumber(day));
  return { curve: { day, prices: Object.fromEntries(prices.map(({ month, price }) => [month, price])), source }, notes };
}
