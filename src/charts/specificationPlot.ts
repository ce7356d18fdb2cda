import { type ScaleLinear, scaleLinear } from "d3-scale";
import { CHART_STYLE } from "./chartStyle.ts";
import { type ChartTexts, type Frame, frame, svgOf } from "./frame.ts";
import { type Layout, PAGES } from "./layout.ts";
import { px } from "./px.ts";
import { requireLength } from "./requireLength.ts";
import { type Columns, drawnMatrix, type SpecificationDimension, specificationMatrix } from "./specificationMatrix.ts";
import { symbol } from "./symbol.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";
import { valueAxis } from "./valueAxis.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** What the chart of a specification curve shows; texts are shown as given. */
export interface SpecificationPlotSpec extends ChartTexts {
  effects: readonly number[]; // ascending decimals, one for each definition; 0.12
  main: { at: number | null; label: string }; // position of the definitions in force, "in force: +12 points"; null = they have no effect
  median: { value: number; label: string }; // 0.09, "median +9 points"
  sides: { above: string; below: string }; // what it means to lie on either side of zero
  dimensions: readonly SpecificationDimension[];
  chosen: readonly (readonly number[])[]; // for each effect, for each dimension, the position of its value
}

const LAYOUTS = {
  wide: { plot: 250, right: 8, ticks: 6, dot: 3 },
  narrow: { plot: 230, right: 6, ticks: 5, dot: 2.4 },
} as const;

const BETWEEN = 22; // pixels from the effects to the matrix
const LEAST = 0.01; // effects that are all zero still get an axis

/**
 * Specification curve: the effect under every definition, ascending, above a matrix that says which definition it is, as an SVG document.
 *
 * Decimals are drawn in percentage points from the line of zero. The definitions in force stand out, their column through both; the median
 * is a dotted line. Each row of the matrix is a value of a dimension, with a tick for each definition that has it.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 * Source: Simonsohn, Simmons and Nelson 2020 (Nature Human Behaviour 4:1208-1214).
 *
 * @throws RangeError when there is no effect, one is no number, they do not ascend, there is no dimension or one has no value, `chosen` has
 *   another length or names no value, the median is no number, or `main` is no position
 *
 * @example
 * import { specificationPlot } from "lockstep/charts";
 * const texts = { title: "T", subtitle: "S", source: "F", alt: "A", sides: { above: "more", below: "fewer" } };
 * const main = { at: 1, label: "in force: +12 points" };
 * const median = { value: 0.02, label: "median +2 points" };
 * const dimensions = [{ name: "distance", values: ["20%", "27%"] }];
 * const spec = { ...texts, effects: [-0.08, 0.12], main, median, dimensions, chosen: [[1], [0]] };
 * specificationPlot(spec, "wide").includes(">in force: +12 points</text>"); // => true
 */
export function specificationPlot(spec: SpecificationPlotSpec, layout: Layout): string {
  requireSpecifications(spec);
  const { effects, main, dimensions, chosen } = spec;
  const { plot, right: beside, ticks, dot } = LAYOUTS[layout];
  const { text: size, width } = PAGES[layout];
  const matrix = specificationMatrix(dimensions, layout);
  const name = main.label === "" ? [] : wrapPixels(main.label, width - 4, size, "bold");
  const shown = frame(spec, layout, {
    plot: plot + BETWEEN + matrix.height,
    left: matrix.left,
    right: beside,
    above: 22 + name.length * (size + 3),
    below: 14,
  });
  const { left, right, top } = shown;
  const floor = top + plot;
  const step = (right - left) / effects.length;
  const columns: Columns = { x: (k) => left + (k + 0.5) * step, width: step };
  const words = wordsOf(spec, right - left, size);
  const y = effectScale(spec, { top: top + words.overHead, bottom: floor - words.underFoot });
  const r = px(Math.min(dot, Math.max(1.5, step * 0.4)));
  const parts = [
    ...(main.at === null ? [] : [column(columns, main.at, shown)]),
    ...valueAxis(y, y.ticks(ticks), points, { left, right, size }),
    `<line class="mark" x1="${px(left)}" x2="${px(right)}" y1="${px(y(spec.median.value))}" y2="${px(y(spec.median.value))}"/>`,
    ...drawnWords(words, { left, right, top, bottom: floor, median: y(spec.median.value), size }),
    curve(effects, { x: columns.x, y, r, main: main.at }),
    ...(main.at === null ? [] : [`<g class="vermilion">${symbol("diamond", columns.x(main.at), y(effects[main.at]!), 5)}</g>`]),
    ...mainName(name, { x: main.at === null ? null : columns.x(main.at), left, top, width, size }),
    ...drawnMatrix(matrix, { chosen, main: main.at, columns, top: floor + BETWEEN, right, layout }),
  ];
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);
}

/** All effects but that of the definitions in force, each tied to zero. */
function curve(
  effects: readonly number[],
  { x, y, r, main }: { x: (k: number) => number; y: (effect: number) => number; r: number; main: number | null },
): string {
  const stems = effects.map((effect, k) => `M${px(x(k))},${px(y(0))}V${px(y(effect))}`).join("");
  const dots = effects.map((effect, k) => (k === main ? "" : symbol("dot", x(k), y(effect), r))).join("");
  return `<g class="soft"><path stroke="currentColor" stroke-opacity=".35" d="${stems}"/>${dots}</g>`;
}

/** Words within the plot, in lines, and what room they take above the highest effect and below the lowest one. */
interface Words {
  above: string[];
  below: string[];
  median: string[];
  medianOver: boolean; // over its line at the left, or under it at the right: where no dot is
  overHead: number;
  underFoot: number;
}

function wordsOf({ sides, median }: SpecificationPlotSpec, width: number, size: number): Words {
  const above = wrapPixels(`↑ ${sides.above}`, width - 8, size);
  const below = wrapPixels(`↓ ${sides.below}`, width - 8, size);
  const middle = wrapPixels(median.label, width / 2, size);
  const medianOver = median.value >= 0;
  const room = (rows: number) => rows * (size + 3) + 6;
  return {
    above,
    below,
    median: middle,
    medianOver,
    overHead: room(above.length + (medianOver ? middle.length : 0)),
    underFoot: room(below.length + (medianOver ? 0 : middle.length)),
  };
}

interface WordsPlace {
  left: number;
  right: number;
  top: number;
  bottom: number;
  median: number;
  size: number;
}

/** Effects ascend, so that above them the left is empty, and below them the right. */
function drawnWords({ above, below, median, medianOver }: Words, { left, right, top, bottom, median: level, size }: WordsPlace): string[] {
  const row = size + 3;
  return [
    ...above.map((words, k) => textAt(words, { x: left + 6, y: top + (k + 1) * row - 3, size, class: "ink" })),
    ...below.map((words, k) => textAt(words, { x: right - 2, y: bottom - 6 - (below.length - 1 - k) * row, size, class: "ink", anchor: "end" })),
    ...median.map((words, k) =>
      medianOver
        ? textAt(words, { x: left + 6, y: level - 5 - (median.length - 1 - k) * row, size, class: "ink halo" })
        : textAt(words, { x: right - 2, y: level + (k + 1) * row, size, class: "ink halo", anchor: "end" }),
    ),
  ];
}

function effectScale({ effects, median }: SpecificationPlotSpec, { top, bottom }: { top: number; bottom: number }): ScaleLinear<number, number> {
  const low = Math.min(0, effects[0]!, median.value);
  const high = Math.max(0, effects.at(-1)!, median.value);
  return scaleLinear([low, low === high ? LEAST : high], [bottom, top]);
}

/** What is said of the definitions in force, above their column; without an effect they have none. */
function mainName(
  rows: readonly string[],
  { x, left, top, width, size }: { x: number | null; left: number; top: number; width: number; size: number },
): string[] {
  const taken = Math.max(...rows.map((row) => textWidth(row, size, "bold")));
  const look =
    x === null
      ? { x: Math.max(2, Math.min(left, width - 2 - taken)), class: "ink" }
      : { x: Math.max(2 + taken / 2, Math.min(x, width - 2 - taken / 2)), class: "vermilion bold", anchor: "middle" as const };
  return rows.map((row, k) => textAt(row, { ...look, y: top - 10 - (rows.length - 1 - k) * (size + 3), size }));
}

/** The column of the definitions in force, through the effects and the matrix. */
function column({ x, width }: Columns, main: number, { top, bottom }: Frame): string {
  const wide = Math.min(13, Math.max(5, width));
  return `<rect class="shade" x="${px(x(main) - wide / 2)}" y="${px(top - 4)}" width="${px(wide)}" height="${px(bottom - top + 6)}"/>`;
}

/** Decimals as points, with their sign. */
function points(tick: number): string {
  // Without the digits that 100 times a decimal brings along.
  const exact = Number((tick * 100).toPrecision(6));
  return exact === 0 ? "0" : `${exact < 0 ? "\u2212" : "+"}${Math.abs(exact)}`;
}

function requireSpecifications({ effects, main, median, dimensions, chosen }: SpecificationPlotSpec): void {
  if (effects.length === 0) throw new RangeError("invalid effects: none");
  for (const [k, effect] of effects.entries()) {
    if (!Number.isFinite(effect)) throw new RangeError(`invalid effect: ${effect}`);
    if (k > 0 && effect < effects[k - 1]!) throw new RangeError(`invalid effects: ${effect} after ${effects[k - 1]}`);
  }
  if (!Number.isFinite(median.value)) throw new RangeError(`invalid median: ${median.value}`);
  if (main.at !== null && effects[main.at] === undefined) throw new RangeError(`invalid main: ${main.at}`);
  if (dimensions.length === 0) throw new RangeError("invalid dimensions: none");
  for (const { name, values } of dimensions) if (values.length === 0) throw new RangeError(`invalid values of ${name}: none`);
  requireLength("chosen", chosen, effects, "effects");
  for (const choice of chosen) {
    requireLength("choice", choice, dimensions, "dimensions");
    for (const [d, { name, values }] of dimensions.entries()) {
      if (values[choice[d]!] === undefined) throw new RangeError(`invalid choice of ${name}: ${choice[d]}`);
    }
  }
}
