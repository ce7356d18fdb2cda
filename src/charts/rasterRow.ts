import type { Day } from "../market/index.ts";
import { hatched } from "./hatched.ts";
import { ROLE_HUES } from "./marketRole.ts";
import type { PlacedRow, RowWords } from "./placedRow.ts";
import { px } from "./px.ts";
import { textAt } from "./textAt.ts";

/** The record days of one market. */
export interface RasterRow extends RowWords {
  label: string; // "IWM"
  words: string; // "small caps"
  days: readonly Day[]; // ascending; those on which it set a record
  from: Day; // "2000-05-26"; the first day of its history
  value: string; // "28 records"
  reason?: string; // why nothing is known; shown in place of its records
}

interface Place {
  y: number; // the row's top
  first: Day; // of the plot
  left: number;
  right: number;
  x: (day: Day) => number;
  size: number;
  mark?: Day; // a day marked in this row alone
}

const LEAST_HATCH = 2; // pixels, of a few days in a plot of years

/** A row as it is drawn: its words, a tick each day of a record, and its past of which nothing is known. */
export function rasterRow({ role, days, from, reason }: RasterRow, placed: PlacedRow, { y, first, left, right, x, size, mark }: Place): string[] {
  const { height, band, texts } = placed;
  const [head, foot] = [y + band.y, y + band.y + band.height];
  const words = texts.map(({ text, ...at }) => textAt(text, { ...at, y: y + at.y, size }));
  if (reason !== undefined) {
    // Neither shade nor mark may seem to say anything of what is not known.
    return [`<rect class="paper" x="${px(left)}" y="${px(head)}" width="${px(right - left)}" height="${px(y + height - head)}"/>`, ...words];
  }
  const start = from > first ? Math.min(right, Math.max(left + LEAST_HATCH, x(from))) : left;
  const ticks = days.map((day) => `M${px(x(day))},${px(foot)}v${-band.height}`).join("");
  return [
    ...(start === left ? [] : [`<g class="soft" opacity=".3">${hatched({ x: left, y: head, width: start - left, height: band.height })}</g>`]),
    `<line class="grid" x1="${px(start)}" x2="${px(right)}" y1="${px(foot)}" y2="${px(foot)}"/>`,
    ...(mark === undefined ? [] : [`<line class="mark" x1="${px(x(mark))}" x2="${px(x(mark))}" y1="${px(head)}" y2="${px(foot)}"/>`]),
    ...(ticks === "" ? [] : [`<path class="${ROLE_HUES[role]}" stroke="currentColor" shape-rendering="crispEdges" d="${ticks}"/>`]),
    ...words,
  ];
}
