import { type Field, Problem } from "../../market/index.ts";
import type { TextFile } from "../text/readText.ts";
import { sessionIn } from "../text/sessionIn.ts";
import { shown } from "../text/shown.ts";
import { type Figures, numberOf, rowsOf } from "./readFigures.ts";

/** A quoted level of a market: what turns rebased figures back into levels. */
export interface Level {
  market: string; // "IWM"
  session: number; // 20433
  field: Field; // "close"
  level: number; // 257.80
  rounding: number; // 0.005; half of the last decimal quoted
  line: number;
}

const HEADER = "market,date,field,usd";

/** Quoted levels from CSV text with the columns market, date, field, usd. */
export function readLevels(file: TextFile): Level[] {
  const [header, ...rows] = rowsOf(file);
  if (header?.join(",") !== HEADER)
    throw new Problem("data", `expected the columns ${HEADER}; received ${header ? shown(header.join(",")) : "nothing"}`, `${file.path}:1`);
  return rows.map((row, i) => {
    const line = i + 2;
    const place = `${file.path}:${line}`;
    const [market = "", date = "", field = "", usd = ""] = row;
    const session = sessionIn(date);
    if (row.length !== 4) throw new Problem("data", `expected 4 cells; received ${row.length} (truncated?)`, place);
    if (session === undefined) throw new Problem("data", `date: expected a day like 2025-12-11; received ${shown(date)}`, place);
    if (field !== "close" && field !== "high" && field !== "low")
      throw new Problem("data", `field: expected close, high or low; received ${shown(field)}`, place);
    const level = numberOf(usd, "usd", file.path, line);
    if (Number.isNaN(level)) throw new Problem("data", "usd: expected a positive number; received nothing", place);
    const decimals = usd.includes(".") ? usd.length - usd.indexOf(".") - 1 : 0;
    return { market, session, field, level, rounding: 0.5 * 10 ** -decimals, line };
  });
}

/**
 * The factor from a market's figures to its quoted levels, taken from the level with the smallest rounding error.
 *
 * @param options.digits significant digits of the figures; undefined = as many as a double holds
 * @returns undefined when no level of the market is quoted
 * @throws Problem (data) when a quoted level has no figure, or disagrees with the others by more than rounding explains
 */
export function scaleOf(
  market: string,
  figures: Figures,
  { levels, path, digits }: { levels: readonly Level[]; path: string; digits: number | undefined },
): number | undefined {
  // The last of six digits is off by half a unit at most: five in a million for a figure that begins with a one.
  const figureRounding = 5 * 10 ** -(digits ?? 15);
  const points = levels
    .filter((level) => level.market === market)
    .map((level) => {
      const figure = figures.columns[level.field]?.[figures.sessions.indexOf(level.session)];
      if (figure === undefined || Number.isNaN(figure)) {
        throw new Problem("data", `expected a session that the figures of ${market} hold; received one that they lack`, `${path}:${level.line}`);
      }
      return { ...level, scale: level.level / figure, error: level.rounding / level.level + figureRounding };
    });
  if (points.length === 0) return undefined;
  // Held against the median, so that one wrong level is named and not those that it contradicts.
  const middle = points.toSorted((a, b) => a.scale - b.scale)[points.length >> 1]!;
  for (const { scale, error, level, line } of points) {
    if (Math.abs(scale / middle.scale - 1) > error + middle.error) {
      throw new Problem(
        "data",
        `usd: expected ${((level / scale) * middle.scale).toPrecision(6)} from the figures and the other levels; received ${level}`,
        `${path}:${line}`,
      );
    }
  }
  return points.reduce((a, b) => (b.error < a.error ? b : a)).scale;
}
