import { scaleUtc } from "d3-scale";
import { type Day, dayNumber } from "../market/index.ts";
import { caseKey } from "./caseKey.ts";
import { casesWithin } from "./casesWithin.ts";
import { CHART_STYLE } from "./chartStyle.ts";
import { dateAxis, dateOf } from "./dateAxis.ts";
import { dayMark } from "./dayMark.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { hatched } from "./hatched.ts";
import { type KeyItem, keyLine } from "./keyLine.ts";
import { type Layout, PAGES } from "./layout.ts";
import { besideRows, placedRow } from "./placedRow.ts";
import { type RasterRow, rasterRow } from "./rasterRow.ts";
import { requireAscending } from "./requireAscending.ts";
import { type ShadedCase, SYMBOL_ROOM, shadedCases } from "./shadedCases.ts";

/** What the chart of record days shows; texts are shown as given. */
export interface RecordRasterSpec extends ChartTexts {
  from: Day;
  to: Day;
  rows: readonly RasterRow[];
  shaded: readonly ShadedCase[];
  mark?: { day: Day; label: string };
}

const TICKS = { wide: 9, narrow: 4 } as const;
const MARK_ROOM = 20;
const RANKS = { leader: 0, laggard: 1, member: 2 } as const;

const BEFORE: KeyItem = {
  width: 16,
  draw: (x, middle) => `<g class="soft" opacity=".3">${hatched({ x, y: middle - 6, width: 16, height: 12 })}</g>`,
  words: "before the first figure",
};

/**
 * The days on which each market set a record, a row a market and a tick a day, as an SVG document; clusters of records read as blocks.
 *
 * Leader, laggard, then the others in the order given. Cases are shaded behind all rows, each with the symbol of its end above it. The days
 * before a market's history are hatched: nothing is known of them. A row of which nothing is known says why.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no row, the span or a case ends before it begins, record days do not ascend, or one lies outside the span
 * or before the market's history
 *
 * @example
 * import { recordRaster } from "lockstep/charts";
 * const row = { label: "IWM", words: "small caps", role: "leader", days: ["2025-12-04"], from: "2000-05-26", value: "1 record" };
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", from: "2025-01-02", to: "2025-12-11", rows: [row], shaded: [] };
 * recordRaster(spec, "wide").includes("1 record"); // => true
 */
export function recordRaster(spec: RecordRasterSpec, layout: Layout): string {
  requireRows(spec);
  const { from, to, mark } = spec;
  const { text: size, width } = PAGES[layout];
  const shaded = casesWithin(spec.shaded, spec);
  const rows = [...spec.rows].sort((a, b) => RANKS[a.role] - RANKS[b.role]);
  const beside = besideRows(rows, layout);
  const placed = rows.map((row) => placedRow(row, { ...beside, layout }));
  const unknown = rows.some((row) => row.reason === undefined && row.from > from);
  const key = keyLine([...caseKey(shaded), ...(unknown ? [BEFORE] : [])], { left: 2, width, size });
  const marked = mark && mark.day >= from && mark.day <= to ? mark : undefined;
  const symbolRoom = shaded.length > 0 ? SYMBOL_ROOM : 0;
  const above = 12 + key.height + (marked ? MARK_ROOM : 0) + symbolRoom;
  const shown = frame(spec, layout, { plot: placed.reduce((sum, { height }) => sum + height, 0), ...beside, above });
  const { left, right, top, bottom } = shown;
  const x = scaleUtc([dateOf(from), dateOf(to)], [left, right]);
  const cases = shadedCases(shaded, { x, from, to, top, bottom });
  let y = top;
  const parts = [
    ...key.at(top - above + 8),
    ...cases.shades,
    ...(marked ? dayMark(marked.label, { x: x(dateOf(marked.day)), top: top - symbolRoom, bottom: layout === "wide" ? bottom : top, size }) : []),
    ...cases.symbols,
    ...rows.flatMap((row, k) => {
      // Where words stand above their ticks, the line of the mark would strike them out.
      const own = { y, first: from, left, right, x: (day: Day) => x(dateOf(day)), size, ...(marked && layout === "narrow" ? { mark: marked.day } : {}) };
      y += placed[k]!.height;
      return rasterRow(row, placed[k]!, own);
    }),
    ...dateAxis(x, { first: from, ticks: TICKS[layout], y: bottom + size + 8, size }),
  ];
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);
}

function requireRows({ from, to, rows }: RecordRasterSpec): void {
  if (dayNumber(to) < dayNumber(from)) throw new RangeError(`invalid span: from ${from} to ${to}`);
  if (rows.length === 0) throw new RangeError("invalid rows: none");
  for (const row of rows) {
    dayNumber(row.from);
    if (row.days.length === 0) continue;
    requireAscending(`days of ${row.label}`, row.days);
    const [first, last] = [row.days[0]!, row.days.at(-1)!];
    if (first < from || last > to) throw new RangeError(`invalid days of ${row.label}: ${first} to ${last} outside ${from} to ${to}`);
    if (first < row.from) throw new RangeError(`invalid days of ${row.label}: ${first} before its history from ${row.from}`);
  }
}
