import { type BarField, Problem } from "../../market/index.ts";
import { barColumns } from "../../sources/index.ts";

/** Which columns of a file hold the day, the price that is asked for, and the market's name, where one says it. */
export interface ColumnsIn {
  date: string;
  price: string;
  symbol: string | undefined;
}

/**
 * Which columns of a file are which, by their names alone.
 *
 * @throws Problem (data) without a day or that price, and where two columns claim to be the same
 */
export function barColumnsIn(names: readonly string[], price: BarField, place: string): ColumnsIn {
  const meanings = barColumns(names, place);
  const named = (meaning: string) => names[meanings.indexOf(meaning as BarField)];
  const received = names.join(", ");
  const [date, found] = [named("date"), named(price)];
  if (found === undefined) {
    const other = price === "close" && named("totalReturn") !== undefined ? `; --price total-return goes by ${named("totalReturn")}` : "";
    throw new Problem(
      "data",
      `expected a column of ${price === "close" ? "closes (close)" : "adjusted closes (adj_close, total_return)"}; received ${received}${other}`,
      place,
    );
  }
  // A universe is often a table of ids, which a file of one market never is.
  return { date: date!, price: found, symbol: named("symbol") ?? names.find((name) => name.toLowerCase() === "id") };
}
