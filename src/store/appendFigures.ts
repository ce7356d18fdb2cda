import type { DuckDBAppender } from "@duckdb/node-api";
import { BAR_FIELDS, type BarField } from "../market/index.ts";

/** Appends the figures of one bar, every field in its order; none is NULL. */
export function appendFigures(appender: DuckDBAppender, figureOf: (field: BarField) => number | undefined): void {
  for (const field of BAR_FIELDS) {
    const figure = figureOf(field);
    if (figure === undefined || Number.isNaN(figure)) appender.appendNull();
    else appender.appendDouble(figure);
  }
}
