import { type Layout, PAGES } from "./layout.ts";
import { px } from "./px.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** A choice that had to be made, and what could have been chosen. */
export interface SpecificationDimension {
  name: string; // "distance"
  values: readonly string[]; // "20%"
}

/** Where the definitions stand, one beside another. */
export interface Columns {
  x: (k: number) => number; // the middle of one
  width: number;
}

interface Row {
  dimension: number;
  value: number;
  words: string[];
  top: number; // from the top of the matrix
  height: number;
}

interface Group {
  names: string[];
  top: number;
  rows: Row[];
}

/** A matrix before its place on the page is known: how much room its words and rows take. */
export interface Matrix {
  left: number; // beside the columns, for words
  height: number;
  groups: Group[];
}

const LOOKS = {
  wide: { size: 13, row: 17, name: 120, value: 190, beside: true },
  // A phone has no room for both beside the columns: the name stands above its values.
  narrow: { size: 11, row: 16, name: PAGES.narrow.width - 4, value: 124, beside: false },
} as const;

const GAP = 9; // pixels, between groups and between words
const LEAST_LEFT = 46; // pixels, for the values of the axis above
const WIDEST_TICK = 7;

/** Rows of a matrix of definitions, a group for each dimension. */
export function specificationMatrix(dimensions: readonly SpecificationDimension[], layout: Layout): Matrix {
  const { size, row, name, value, beside } = LOOKS[layout];
  let y = 0;
  const groups = dimensions.map((dimension, d): Group => {
    const names = wrapPixels(dimension.name, name, size, "bold");
    const top = y;
    if (!beside) y += names.length * row;
    const rows = dimension.values.map((one, v): Row => {
      const words = wrapPixels(one, value, size, "bold");
      const height = words.length * (row - 3) + 3;
      y += height;
      return { dimension: d, value: v, words, top: y - height, height };
    });
    if (beside) y = Math.max(y, top + names.length * row);
    y += GAP;
    return { names, top, rows };
  });
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, size, "bold")));
  const values = widest(groups.flatMap(({ rows }) => rows.flatMap(({ words }) => words)));
  const names = beside ? widest(groups.flatMap((group) => group.names)) + 2 * GAP : 0;
  return { left: Math.max(LEAST_LEFT, 2 + names + values + GAP), height: y - GAP, groups };
}

interface Drawing {
  chosen: readonly (readonly number[])[]; // for each column, for each dimension, the position of its value
  main: number | null; // the column in force
  columns: Columns;
  top: number;
  right: number;
  layout: Layout;
}

/** The matrix drawn: a tick where a definition has a value; those in force and their values stand out. */
export function drawnMatrix({ left, groups }: Matrix, drawing: Drawing): string[] {
  const { top, right, layout } = drawing;
  const { size, row } = LOOKS[layout];
  return groups.flatMap(({ names, top: start, rows }, g) => [
    ...(g === 0 ? [] : [gridLine({ from: 2, to: right, y: top + start - GAP / 2 })]),
    ...names.map((name, k) => textAt(name, { x: 2, y: top + start + (k + 0.5) * row + size / 3, size, class: "ink bold" })),
    ...rows.flatMap((one) => drawnRow(one, left, drawing)),
  ]);
}

function drawnRow({ dimension, value, words, top: at, height }: Row, left: number, { chosen, main, columns, top, right, layout }: Drawing): string[] {
  const { size, row, beside } = LOOKS[layout];
  const y = top + at + height / 2;
  const width = tickWidth(columns.width);
  const others = chosen.flatMap((choice, k) => (choice[dimension] === value && k !== main ? [columns.x(k)] : []));
  const inForce = main !== null && chosen[main]![dimension] === value ? [columns.x(main)] : [];
  return [
    ...words.map((word, k) =>
      textAt(word, {
        ...(beside ? { x: left - GAP, anchor: "end" as const } : { x: 2 }),
        y: y + size / 3 + (k - (words.length - 1) / 2) * (row - 3),
        size,
        class: inForce.length > 0 ? "vermilion bold" : "",
      }),
    ),
    gridLine({ from: left, to: right, y }),
    ticksAt(others, y, { hue: "soft", width, half: row / 2 - 3.5, opacity: 0.62 }),
    ticksAt(inForce, y, { hue: "vermilion", width: Math.max(3, width), half: row / 2 - 1.5, opacity: 1 }),
  ];
}

/** Ticks keep apart where there is room; where there is none they close up, so that no pattern of their own comes up. */
function tickWidth(column: number): number {
  return column < 2 ? column + 0.1 : Math.min(WIDEST_TICK, column * 0.62);
}

function ticksAt(xs: readonly number[], y: number, { hue, width, half, opacity }: { hue: string; width: number; half: number; opacity: number }): string {
  if (xs.length === 0) return "";
  const path = xs.map((x) => `M${px(x)},${px(y - half)}V${px(y + half)}`).join("");
  return `<g class="${hue}"><path stroke="currentColor" stroke-width="${px(width)}" stroke-opacity="${opacity}" d="${path}"/></g>`;
}

function gridLine({ from, to, y }: { from: number; to: number; y: number }): string {
  return `<line class="grid" x1="${px(from)}" x2="${px(to)}" y1="${px(y)}" y2="${px(y)}"/>`;
}
