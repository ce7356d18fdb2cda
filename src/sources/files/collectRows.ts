import { BAR_FIELDS, Problem, toDay } from "../../market/index.ts";
import type { Row } from "../source.ts";
import type { FileSeries } from "./marketFile.ts";

/** Takes the rows of a file as they come, and gives them back by symbol, ascending. */
export interface RowCollector {
  /**
   * Takes a row in.
   *
   * @throws Problem (data) naming the line where a day comes again with other figures, or where days neither ascend nor descend
   */
  add: (symbol: string | null, row: Row, line: number) => void;
  series: () => FileSeries[];
  notes: () => string[];
}

interface Held {
  rows: Row[];
  lines: number[];
  placeOf: Map<number, number>; // session -> index in rows
  descending?: boolean;
}

/**
 * A collector of rows for one file; days may ascend or descend, and a row that comes twice is kept once.
 *
 * @param symbols those that are known beforehand, in the order in which they are given back
 */
export function collectRows(path: string, symbols: readonly string[] = []): RowCollector {
  const bySymbol = new Map<string | null, Held>(symbols.map((symbol) => [symbol, none()]));
  let repeated = 0;
  return {
    add(symbol, row, line) {
      let held = bySymbol.get(symbol);
      if (!held) bySymbol.set(symbol, (held = none()));
      const twin = held.placeOf.get(row.session);
      if (twin !== undefined) {
        if (!same(held.rows[twin]!, row)) {
          throw new Problem(
            "data",
            `expected each day once; received ${toDay(row.session)} with other figures than in line ${held.lines[twin]}`,
            `${path}:${line}`,
          );
        }
        repeated++;
        return;
      }
      const before = held.rows.at(-1);
      if (before) {
        const descending = row.session < before.session;
        held.descending ??= descending;
        if (descending !== held.descending) {
          const order = held.descending ? "descend" : "ascend";
          throw new Problem("data", `days must ${order} as they begin; received ${toDay(row.session)} after ${toDay(before.session)}`, `${path}:${line}`);
        }
      }
      held.placeOf.set(row.session, held.rows.length);
      held.rows.push(row);
      held.lines.push(line);
    },
    series: () =>
      [...bySymbol].flatMap(([symbol, { rows, descending }]) =>
        rows.length === 0 ? [] : [{ symbol, unit: null, rows: descending ? rows.toReversed() : rows }],
      ),
    notes: () => (repeated > 0 ? [`rows left out because the same stands above: ${repeated}`] : []),
  };
}

function none(): Held {
  return { rows: [], lines: [], placeOf: new Map() };
}

function same(a: Row, b: Row): boolean {
  return BAR_FIELDS.every((field) => Object.is(a[field], b[field]));
}
