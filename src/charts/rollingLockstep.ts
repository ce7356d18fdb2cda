import type { ScaleLinear } from "d3-scale";
import type { Day } from "../market/index.ts";
import { type Bounds, bandPath } from "./bandPath.ts";
import { CHART_STYLE, type Hue } from "./chartStyle.ts";
import { dateOf } from "./dateAxis.ts";
import { type EndLabel, endLabels } from "./endLabels.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { gappedLine } from "./gappedLine.ts";
import { held } from "./held.ts";
import type { Layout } from "./layout.ts";
import { loneValues } from "./loneValues.ts";
import { px } from "./px.ts";
import { requireAscending } from "./requireAscending.ts";
import { requireLength } from "./requireLength.ts";
import { type Shape, symbol } from "./symbol.ts";
import { type ShadedSpan, timePlot } from "./timePlot.ts";

/** One pair on one clock: the correlation of its returns over trailing windows. */
export interface LockstepLine {
  label: string; // "BTC at 16:00 New York"
  value: string; // "0.41"; the last value as it is to be shown
  values: readonly (number | null)[]; // −1..1, one for each day; null = the window is not full, or has gaps
  lower: readonly (number | null)[]; // of its interval; null = not known
  upper: readonly (number | null)[];
}

/** What the chart of rolling correlation shows; texts are shown as given. */
export interface RollingLockstepSpec extends ChartTexts {
  days: readonly Day[]; // ascending; the last day of each window
  lines: readonly LockstepLine[]; // one to three; the first stands out
  band: string; // "90% interval"
  shaded: readonly ShadedSpan[];
  mark?: { day: Day; label: string };
}

const LAYOUTS = {
  wide: { plot: 360, left: 44, right: 150, ticks: 8 },
  narrow: { plot: 320, left: 38, right: 96, ticks: 4 },
} as const;

const LOOKS: readonly { hue: Hue; line: string; shape: Shape; r: number }[] = [
  { hue: "blue", line: "line strong", shape: "dot", r: 3 },
  { hue: "vermilion", line: "line dash", shape: "ring", r: 4.6 },
  { hue: "ink", line: "line dots", shape: "square", r: 5.6 },
];

/**
 * Rolling correlation of a pair's returns, a line for each clock with its interval, as an SVG document; from −1 to 1, zero within the plot.
 *
 * The first line is strong and its band filled; of the others the band is two fine edges, so that what overlaps can be read. Where a value is
 * missing its line breaks, and a value between two that are missing is a dot of its own.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no day, days do not ascend, there is no line or more than three, one has another length than the days, a
 *   value is beyond −1..1, or an interval ends before it begins
 *
 * @example
 * import { rollingLockstep } from "lockstep/charts";
 * const line = { label: "BTC at 24:00 UTC", value: "0.41", values: [0.38, 0.41], lower: [0.29, 0.32], upper: [0.46, 0.49] };
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", days: ["2026-06-30", "2026-07-31"], band: "90% interval", shaded: [] };
 * rollingLockstep({ ...spec, lines: [line] }, "wide").includes(">0.41</text>"); // => true
 */
export function rollingLockstep(spec: RollingLockstepSpec, layout: Layout): string {
  requireLines(spec);
  const { days, lines } = spec;
  const { ticks, ...room } = LAYOUTS[layout];
  const shown = frame(spec, layout, room);
  const { right, top, bottom, page } = shown;
  const values = lines.flatMap((line) => [...line.values, ...line.lower, ...line.upper]);
  const { x, y, behind } = timePlot(shown, { ...spec, values, ticks, label: coefficient });
  const plot: Plot = { x: (k) => x(dateOf(days[k]!)), y };
  const [first] = lines;
  const parts = [
    ...behind,
    `<g class="blue"><path class="band" d="${bandPath(first!, plot)}"/>${loneBounds(first!, plot, (path) => `<path class="line" d="${path}"/>`)}</g>`,
    // A dashed line on a strong one is seen; under it, it is not.
    ...lines.map((line, k) => drawn(line, k, plot)),
    // The smallest last: lines that end together show each its own.
    ...lines.map((line, k) => endOf(line, k, plot)).reverse(),
    ...endLabels(labelsOf(spec, y, (top + bottom) / 2), { x: right, width: page.width - right, size: page.text, top, bottom }),
  ];
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);
}

interface Plot {
  x: (k: number) => number;
  y: (value: number) => number;
}

function drawn(line: LockstepLine, k: number, plot: Plot): string {
  const { values, lower, upper } = line;
  const { hue, line: stroke } = LOOKS[k]!;
  const edges = k === 0 ? "" : [lower, upper].map((edge) => fine(gappedLine(edge, plot))).join("") + loneBounds(line, plot, fine);
  const end = values.findLastIndex(held);
  const dots = loneValues(values).flatMap((at) => (at === end ? [] : [symbol("dot", plot.x(at), plot.y(values[at]!), 1.8)]));
  return `<g class="${hue}">${edges}<path class="${stroke}" d="${gappedLine(values, plot)}"/>${dots.join("")}</g>`;
}

function endOf({ values }: LockstepLine, k: number, { x, y }: Plot): string {
  const { hue, shape, r } = LOOKS[k]!;
  const end = values.findLastIndex(held);
  return end < 0 ? "" : `<g class="${hue}">${symbol(shape, x(end), y(values[end]!), r)}</g>`;
}

function fine(path: string): string {
  return `<path fill="none" stroke="currentColor" stroke-width=".9" stroke-opacity=".75" stroke-dasharray="1 2" d="${path}"/>`;
}

/** Intervals between two that are missing: a band has no width there. */
function loneBounds({ lower, upper }: Bounds, { x, y }: Plot, stroke: (path: string) => string): string {
  const both = lower.map((low, k) => (held(low) && held(upper[k]) ? low : null));
  return loneValues(both)
    .map((k) => stroke(`M${px(x(k))},${px(y(lower[k]!))}V${px(y(upper[k]!))}`))
    .join("");
}

/** What stands beside the ends; the interval is named once. */
function labelsOf({ lines, band }: RollingLockstepSpec, y: (value: number) => number, middle: number): EndLabel[] {
  // A line without values ends nowhere; its label still says so, at the middle.
  const ends = lines.map(({ values }) => values.findLast(held)).map((last) => (last === undefined ? middle : y(last)));
  const named = lines.findIndex((line) => lastBounds(line) !== undefined);
  const bounds = lines[named] && lastBounds(lines[named]);
  // At the edge away from the other lines.
  const isHighest = ends.length > 1 && ends.every((end, k) => k === named || end > ends[named]!);
  return [
    ...lines.map(({ label, value }, k) => ({
      at: ends[k]!,
      texts: [
        { text: label, bold: k === 0 },
        { text: value, bold: k === 0 },
      ],
      hue: LOOKS[k]!.hue,
    })),
    ...(bounds ? [{ at: y(isHighest ? bounds.upper : bounds.lower), texts: [{ text: band }], hue: LOOKS[named]!.hue }] : []),
  ];
}

function lastBounds({ lower, upper }: Bounds): { lower: number; upper: number } | undefined {
  const both = lower.flatMap((low, k) => {
    const high = upper[k];
    return held(low) && held(high) ? [{ lower: low, upper: high }] : [];
  });
  return both.at(-1);
}

function coefficient(tick: number, y: ScaleLinear<number, number>): string {
  return tick === 0 ? "0" : y.tickFormat(5)(tick);
}

function requireLines({ days, lines }: RollingLockstepSpec): void {
  requireAscending("days", days);
  if (lines.length === 0) throw new RangeError("invalid lines: none");
  if (lines.length > LOOKS.length) throw new RangeError(`invalid lines: ${lines.length}, more than ${LOOKS.length}`);
  for (const { label, values, lower, upper } of lines) {
    for (const list of [values, lower, upper]) {
      requireLength(`values of ${label}`, list, days, "days");
      for (const value of list) if (held(value) && Math.abs(value) > 1) throw new RangeError(`invalid correlation of ${label}: ${value}`);
    }
    for (const [k, low] of lower.entries()) {
      const high = upper[k];
      if (held(low) && held(high) && low > high) throw new RangeError(`invalid interval of ${label}: ${low} to ${high}`);
    }
  }
}
