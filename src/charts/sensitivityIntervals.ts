import { scaleLinear } from "d3-scale";
import { CHART_STYLE } from "./chartStyle.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { held } from "./held.ts";
import { type Layout, PAGES } from "./layout.ts";
import { px } from "./px.ts";
import { symbol } from "./symbol.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** One slope with its intervals. */
export interface SensitivityRow {
  label: string; // "IWM", "small minus large"
  slope: number | null; // −0.0021; decimal per +10 basis points; null = not known
  value: string; // "−0.21%", or why there is none
  hac: { lower: number; upper: number } | null;
  bootstrap: { lower: number; upper: number } | null;
  role: "market" | "difference";
}

/** One era of the policy rate. */
export interface SensitivityEra {
  label: string; // "Cuts, September 2024 to September 2026"
  rows: readonly SensitivityRow[];
}

/** What the chart of sensitivities shows; texts are shown as given. */
export interface SensitivityIntervalsSpec extends ChartTexts {
  eras: readonly SensitivityEra[];
  hacLabel: string; // "95% interval, HAC"
  bootstrapLabel: string; // "95% interval, bootstrap"
}

const LAYOUTS = {
  wide: { left: 190, right: 96, pitch: 27 },
  narrow: { left: 112, right: 66, pitch: 29 },
} as const;

const ERA_HEAD = 25;
const ERA_GAP = 10;
const MARGIN = 8; // pixels beside the first and the last tick

/**
 * Slopes on a change of rates with their intervals, era by era, as an SVG document; decimals drawn in percent.
 *
 * A dot a market, a diamond the difference of two; thin the interval of one method, thick that of the other. The line of zero stands out: an
 * interval that crosses it tells nothing apart. A slope that is not known has no dot.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no era, one has no row, or an interval ends before it begins
 *
 * @example
 * import { sensitivityIntervals } from "lockstep/charts";
 * const interval = { lower: -0.003, upper: -0.001 };
 * const rows = [{ label: "IWM", slope: -0.002, value: "−0.20%", hac: interval, bootstrap: interval, role: "market" }];
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", eras: [{ label: "Cuts", rows }], hacLabel: "HAC", bootstrapLabel: "B" };
 * sensitivityIntervals(spec, "wide").includes("−0.20%"); // => true
 */
export function sensitivityIntervals(spec: SensitivityIntervalsSpec, layout: Layout): string {
  const { eras } = spec;
  requireEras(eras);
  const { left, right, pitch } = LAYOUTS[layout];
  const { text: size, width } = PAGES[layout];
  const headOf = ({ label }: SensitivityEra) => wrapPixels(label, width - 12, size + 1, "bold");
  const rowsOf = ({ label, role }: SensitivityRow) => wrapPixels(label, left - 10, size, role === "difference" ? "bold" : "normal");
  const rowHeight = (row: SensitivityRow) => Math.max(pitch, rowsOf(row).length * (size + 2) + 8);
  const eraHeight = (era: SensitivityEra) => ERA_HEAD + (headOf(era).length - 1) * 16 + era.rows.reduce((sum, row) => sum + rowHeight(row), 0) + ERA_GAP;
  const narrow = layout === "narrow";
  const shown = frame(spec, layout, { plot: eras.reduce((sum, era) => sum + eraHeight(era), 0), left, right, above: narrow ? 68 : 50, below: 32 });
  const { top, bottom } = shown;
  const ends = eras.flatMap(({ rows }) => rows.flatMap(({ slope, hac, bootstrap }) => [slope, hac?.lower, hac?.upper, bootstrap?.lower, bootstrap?.upper]));
  const known = ends.filter(held);
  const count = narrow ? 3 : 7;
  const x = scaleLinear([Math.min(0, ...known), Math.max(known.length === 0 ? 0.01 : 0, ...known)], [left + MARGIN, shown.right - MARGIN]).nice(count);
  const ticks = x.ticks(count);
  const parts = [
    ...key(spec, { y: top - (narrow ? 46 : 26), size, narrow }),
    ...ticks.flatMap((tick) => [
      `<line class="${tick === 0 ? "frame" : "grid"}" x1="${px(x(tick))}" x2="${px(x(tick))}" y1="${px(top)}" y2="${px(bottom)}"/>`,
      textAt(tick === 0 ? "0" : x.tickFormat(count, "+%")(tick), {
        x: x(tick),
        y: bottom + size + 6,
        size,
        anchor: "middle",
        class: tick === 0 ? "ink bold" : "",
      }),
    ]),
  ];
  let y = top;
  for (const era of eras) {
    const head = headOf(era);
    parts.push(...head.map((row, k) => textAt(row, { x: 2, y: y + 15 + k * 16, size: size + 1, class: "ink bold halo" })));
    let at = y + ERA_HEAD + (head.length - 1) * 16;
    for (const row of era.rows) {
      parts.push(...drawn(row, at + rowHeight(row) / 2));
      at += rowHeight(row);
    }
    y += eraHeight(era);
  }
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);

  function drawn(row: SensitivityRow, middle: number): string[] {
    const { slope, value, hac, bootstrap, role } = row;
    const hue = role === "difference" ? "vermilion" : "blue";
    const words = rowsOf(row);
    const bold = role === "difference" ? " bold" : "";
    return [
      ...words.map((word, k) => textAt(word, { x: 12, y: middle + size / 3 + (k - (words.length - 1) / 2) * (size + 2), size, class: `${hue}${bold}` })),
      `<g class="${hue}">${[
        bootstrap ? `<path class="line thick" d="M${px(x(bootstrap.lower))},${px(middle)}H${px(x(bootstrap.upper))}"/>` : "",
        hac ? whisker(x(hac.lower), x(hac.upper), middle) : "",
        held(slope) ? symbol(role === "difference" ? "diamond" : "dot", x(slope), middle, 4.4) : "",
      ].join("")}</g>`,
      textAt(value, { x: shown.page.width - 4, y: middle + size / 3, size, class: held(slope) ? `${hue} bold` : "", anchor: "end" }),
    ];
  }
}

function whisker(from: number, to: number, y: number): string {
  return `<path class="line" d="M${px(from)},${px(y - 4)}V${px(y + 4)}M${px(from)},${px(y)}H${px(to)}M${px(to)},${px(y - 4)}V${px(y + 4)}"/>`;
}

/** What thin and thick mean. */
function key({ hacLabel, bootstrapLabel }: SensitivityIntervalsSpec, { y, size, narrow }: { y: number; size: number; narrow: boolean }): string[] {
  const second = narrow ? { x: 2, y: y + 20 } : { x: 60 + textWidth(hacLabel, size) + 16, y };
  return [
    `<g class="blue">${whisker(3, 41, y - 4)}</g>`,
    textAt(hacLabel, { x: 50, y, size }),
    `<g class="blue"><path class="line thick" d="M${px(second.x)},${px(second.y - 4)}H${px(second.x + 40)}"/></g>`,
    textAt(bootstrapLabel, { x: second.x + 48, y: second.y, size }),
  ];
}

function requireEras(eras: readonly SensitivityEra[]): void {
  if (eras.length === 0) throw new RangeError("invalid eras: none");
  for (const { label, rows } of eras) {
    if (rows.length === 0) throw new RangeError(`invalid rows of ${label}: none`);
    for (const row of rows) {
      for (const interval of [row.hac, row.bootstrap]) {
        if (interval && !(interval.lower <= interval.upper)) throw new RangeError(`invalid interval of ${row.label}: ${interval.lower} to ${interval.upper}`);
      }
    }
  }
}
