import { type ScaleLinear, scaleLinear } from "d3-scale";
import { CHART_STYLE } from "./chartStyle.ts";
import { elapsedTicks } from "./elapsedTicks.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { gappedLine } from "./gappedLine.ts";
import { held } from "./held.ts";
import { type KeyItem, keyLine } from "./keyLine.ts";
import { type Layout, PAGES } from "./layout.ts";
import { px } from "./px.ts";
import { requireLength } from "./requireLength.ts";
import { requireRising } from "./requireRising.ts";
import { RESOLUTION_LOOK, type Resolution } from "./resolution.ts";
import { resolutionSymbol } from "./resolutionSymbol.ts";
import { spacedRow } from "./spacedRow.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** One case from its onset to its end, or to the last day known while it is open. */
export interface AlignedCase {
  label: string; // "Dec 2025"; its onset
  resolution: Resolution;
  days: readonly number[]; // 0, 1, 4; calendar days since the onset, ascending from 0
  values: readonly (number | null)[]; // −0.2614; the laggard's distance from its own record, decimals at most 0, one for each day; null = none
}

/** What the chart of all cases side by side shows; texts are shown as given. */
export interface CasesAlignedSpec extends ChartTexts {
  horizon: { days: number; label: string } | null; // 180, "180 days"
  cases: readonly AlignedCase[]; // in the order in which they are to stand
}

// In one plot the short cases hide each other at its left: each gets a panel, and the open one is repeated in all of them.
const LAYOUTS = {
  wide: { least: 104, most: 5, gap: 24 },
  narrow: { least: 82, most: 3, gap: 16 },
} as const;

const BEHIND = `line ${RESOLUTION_LOOK.open.hue}`;
const STROKE = 26; // of a line in the key
const RADIUS = 4.2;
const LEAST_DEPTH = -0.05; // a laggard that never left its record still gets an axis
const UNDER_KEY = 16;
const BETWEEN_ROWS = 20;
const FLATTEST = 0.45; // height of a panel over its width
const AXIS_GAP = 8; // pixels between the values of the axis and the first panel

/**
 * Every case aligned at its onset, one panel each on the same scales: the laggard's distance from its record by days since then, as an SVG document.
 *
 * A line that reaches zero has caught up and ends in a dot; one on which the leader fell away ends in a ring; one that is still open ends in an
 * arrow and, once it is long enough to be seen, drawn again, faintly, behind each of the others. The day of the horizon is marked. Where a distance is missing the line breaks,
 * and a case whose last distance is missing ends in no mark.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no case, the days of one do not ascend from 0, its distances are not as many, or one of them is above 0
 *
 * @example
 * import { casesAligned } from "lockstep/charts";
 * const cases = [{ label: "Jul 2017", resolution: "catchUp", days: [0, 9, 17], values: [-0.23, -0.1, 0] }];
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", horizon: { days: 180, label: "180 days" }, cases };
 * casesAligned(spec, "wide").includes("Jul 2017"); // => true
 */
export function casesAligned(spec: CasesAlignedSpec, layout: Layout): string {
  const { cases, horizon } = spec;
  requireCases(spec);
  const { least, most, gap } = LAYOUTS[layout];
  const { text: size, width: page } = PAGES[layout];
  const lowest = Math.min(LEAST_DEPTH, ...cases.map(({ values }) => Math.min(0, ...values.filter(held))));
  const depth = scaleLinear([0, lowest], [0, 1]).nice(3);
  const ticks = depth.ticks(3);
  const tickLabel = (tick: number) => (tick === 0 ? "0%" : depth.tickFormat(3, "%")(tick));
  const left = AXIS_GAP + Math.max(...ticks.map((tick) => textWidth(tickLabel(tick), size)));
  const columns = Math.ceil(cases.length / Math.ceil(cases.length / most));
  const width = (page - left + gap - 2 * RADIUS) / columns - gap;
  const plot = Math.round(Math.max(least, width * FLATTEST));
  const heads = cases.map(({ label }) => wrapPixels(label, width, size, "bold"));
  const headHeight = Math.max(...heads.map((head) => head.length)) * (size + 3) + 8;
  const pitch = headHeight + plot + BETWEEN_ROWS;
  const to = Math.max(1, horizon?.days ?? 0, ...cases.map(({ days }) => days.at(-1)!));
  // Shorter than its stroke in the key it would be a speck.
  const open = cases.findLast(({ resolution, days }) => resolution === "open" && (days.at(-1)! / to) * width >= STROKE);
  const key = keyLine(keyOf(cases, open), { left: 2, width: page - 2, size });
  const horizonWords = horizon ? wrapPixels(horizon.label, width, size) : [];
  const shown = frame(spec, layout, {
    plot: Math.ceil(cases.length / columns) * pitch - BETWEEN_ROWS,
    left,
    right: 0,
    above: 12 + key.height + UNDER_KEY,
    below: 36 + Math.max(0, horizonWords.length - 1) * (size + 3),
  });
  const parts = cases.flatMap((one, k) => {
    const from = left + (k % columns) * (width + gap);
    const top = shown.top + Math.floor(k / columns) * pitch + headHeight;
    const bottom = top + plot;
    // A case of one day is a mark at the onset, which must not touch the values of the axis.
    const x = scaleLinear([0, to], [from + RADIUS, from + width]);
    const y = (value: number) => top + plot * depth(value);
    const path = ({ days, values }: AlignedCase) => gappedLine(values, { x: (i) => x(days[i]!), y });
    const { hue, line } = RESOLUTION_LOOK[one.resolution];
    const end = one.values.at(-1);
    return [
      ...heads[k]!.map((row, i) => textAt(row, { x: from, y: top - headHeight + (i + 1) * (size + 3), size, class: `${hue} bold` })),
      ...ticks.map((tick) => `<path class="${tick === 0 ? "zero" : "grid"}" d="M${px(from)},${px(y(tick))}h${px(width)}"/>`),
      ...(k % columns === 0 ? ticks.map((tick) => textAt(tickLabel(tick), { x: left - 6, y: y(tick) + size / 3, size, anchor: "end" })) : []),
      ...(horizon ? [`<line class="mark" x1="${px(x(horizon.days))}" x2="${px(x(horizon.days))}" y1="${px(top)}" y2="${px(bottom)}"/>`] : []),
      ...(k + columns < cases.length ? [] : below(x, bottom + size + 8)),
      ...(open && open !== one ? [`<path class="${BEHIND}" stroke-opacity=".5" d="${path(open)}"/>`] : []),
      `<path class="${line} ${hue}" d="${path(one)}"/>`,
      ...(held(end) ? [resolutionSymbol(one.resolution, x(one.days.at(-1)!), y(end), RADIUS)] : []),
    ];
  });
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, [...key.at(shown.top - UNDER_KEY - key.height), ...parts]);

  /** The horizon is the day that matters: where there is one, only it and the onset are named. */
  function below(x: ScaleLinear<number, number>, at: number): string[] {
    if (!horizon) {
      const days = elapsedTicks(x, size).map((day) => ({ at: x(day), text: String(day) }));
      return spacedRow(days, { y: at, size });
    }
    const half = Math.max(...horizonWords.map((row) => textWidth(row, size))) / 2;
    const middle = Math.min(x(horizon.days), x(to) + RADIUS - half);
    return [
      ...(middle - half > x(0) + textWidth("0", size) ? [textAt("0", { x: x(0), y: at, size, anchor: "middle" })] : []),
      ...horizonWords.map((row, k) => textAt(row, { x: middle, y: at + k * (size + 3), size, anchor: "middle" })),
    ];
  }
}

/** What the strokes and their ends mean: only those that are there. */
function keyOf(cases: readonly AlignedCase[], open: AlignedCase | undefined): KeyItem[] {
  const there = (Object.keys(RESOLUTION_LOOK) as Resolution[]).filter((resolution) => cases.some((one) => one.resolution === resolution));
  const ends = there.map((resolution) => {
    const { hue, line, words } = RESOLUTION_LOOK[resolution];
    const draw = (x: number, y: number) =>
      `<path class="${line} ${hue}" d="M${px(x)},${px(y)}H${px(x + STROKE)}"/>${resolutionSymbol(resolution, x + STROKE, y, RADIUS)}`;
    return { width: STROKE + RADIUS, words, draw };
  });
  if (!open || cases.length === 1) return ends;
  const draw = (x: number, y: number) => `<path class="${BEHIND}" stroke-opacity=".5" d="M${px(x)},${px(y)}H${px(x + STROKE)}"/>`;
  return [...ends, { width: STROKE, words: `${open.label}, behind each of the others`, draw }];
}

function requireCases({ cases, horizon }: CasesAlignedSpec): void {
  if (cases.length === 0) throw new RangeError("invalid cases: none");
  if (horizon && !(horizon.days > 0)) throw new RangeError(`invalid horizon: ${horizon.days}`);
  for (const { label, days, values } of cases) {
    requireRising(`days of ${label}`, days);
    if (days[0] !== 0) throw new RangeError(`invalid days of ${label}: from ${days[0]}`);
    requireLength(`values of ${label}`, values, days, "days");
    const above = values.find((value) => held(value) && value > 0);
    if (above !== undefined) throw new RangeError(`invalid values of ${label}: ${above}`);
  }
}
