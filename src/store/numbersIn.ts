import type { DuckDBVector } from "@duckdb/node-api";

/** The values of a column of numbers, none of them NULL, as the database holds them: good until the next chunk is asked for. */
export function numbersIn(vector: DuckDBVector): Int32Array | Float64Array {
  // The package gives cells one by one; the array behind them is what fifty million rows are read from. Its version is pinned, and the first
  // column read would show that it has gone.
  const { items } = vector as unknown as { items?: unknown };
  if (items instanceof Int32Array || items instanceof Float64Array) return items;
  throw new TypeError("expected a column of numbers; received another one");
}
