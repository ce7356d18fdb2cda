import type { ScaleLinear } from "d3-scale";
import type { Day } from "../market/index.ts";
import { bandPath } from "./bandPath.ts";
import { CHART_STYLE } from "./chartStyle.ts";
import { dateOf } from "./dateAxis.ts";
import { endLabels } from "./endLabels.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { gappedLine } from "./gappedLine.ts";
import { held } from "./held.ts";
import type { Layout } from "./layout.ts";
import { requireAscending } from "./requireAscending.ts";
import { requireLength } from "./requireLength.ts";
import { symbol } from "./symbol.ts";
import { textAt } from "./textAt.ts";
import { type ShadedSpan, timePlot } from "./timePlot.ts";

/** What the chart of a measure over trailing windows shows; texts are shown as given. */
export interface RollingLineSpec extends ChartTexts {
  days: readonly Day[]; // ascending; the last day of each window
  values: readonly (number | null)[]; // decimals, one for each day; null = the window is not full, or has gaps
  label: string; // "small minus large"
  value: string; // "−0.12%"; the last value as it is to be shown
  band?: { label: string; lower: readonly (number | null)[]; upper: readonly (number | null)[] }; // "95% interval"
  sides?: { above: string; below: string }; // what it means to lie on either side of zero
  shaded?: readonly ShadedSpan[];
  mark?: { day: Day; label: string };
}

const LAYOUTS = {
  wide: { plot: 340, left: 62, right: 140, ticks: 7 },
  narrow: { plot: 300, left: 56, right: 92, ticks: 4 },
} as const;

/**
 * A measure over trailing windows, day by day, with its interval and the line of zero, as an SVG document; decimals drawn in percent.
 *
 * Where the measure is missing the line breaks, and where a bound is missing the band does; zero is always in the plot.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no day, days do not ascend, or a list has another length than the days
 *
 * @example
 * import { rollingLine } from "lockstep/charts";
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", label: "small minus large", value: "−0.12%" };
 * rollingLine({ ...spec, days: ["2026-08-19", "2026-08-20"], values: [-0.0011, -0.0012] }, "wide").includes("−0.12%"); // => true
 */
export function rollingLine(spec: RollingLineSpec, layout: Layout): string {
  const { days, values, label, value, band, sides } = spec;
  requireAscending("days", days);
  requireLength(`values of ${label}`, values, days, "days");
  for (const edge of band ? [band.lower, band.upper] : []) requireLength(`values of ${band!.label}`, edge, days, "days");
  const { ticks, ...room } = LAYOUTS[layout];
  const shown = frame(spec, layout, room);
  const { right, top, bottom, page } = shown;
  const { left, x, y, behind } = timePlot(shown, { ...spec, values: [...values, ...(band?.lower ?? []), ...(band?.upper ?? [])], ticks, label: percent });
  const at = (k: number) => x(dateOf(days[k]!));
  const end = values.findLastIndex(held);
  const bandEnd = band?.upper.findLastIndex((upper, k) => held(upper) && held(band.lower[k])) ?? -1;
  const parts = [
    ...behind,
    ...(band ? [`<path class="band blue" d="${bandPath(band, { x: at, y })}"/>`] : []),
    `<g class="blue"><path class="line strong" d="${gappedLine(values, { x: at, y })}"/>${end < 0 ? "" : symbol("dot", at(end), y(values[end]!), 3.6)}</g>`,
    ...(sides
      ? [
          textAt(`↑ ${sides.above}`, { x: left + 6, y: top + page.text, size: page.text, class: "ink halo" }),
          textAt(`↓ ${sides.below}`, { x: left + 6, y: bottom - 7, size: page.text, class: "ink halo" }),
        ]
      : []),
    ...endLabels(
      [
        {
          at: end < 0 ? (top + bottom) / 2 : y(values[end]!),
          texts: [
            { text: label, bold: true },
            { text: value, bold: true },
          ],
          hue: "blue",
        },
        ...(bandEnd < 0 ? [] : [{ at: y(band!.lower[bandEnd]!), texts: [{ text: band!.label }], hue: "blue" as const }]),
      ],
      { x: right, width: page.width - right, size: page.text, top, bottom },
    ),
  ];
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);
}

function percent(tick: number, y: ScaleLinear<number, number>): string {
  return tick === 0 ? "0%" : y.tickFormat(5, "%")(tick);
}
