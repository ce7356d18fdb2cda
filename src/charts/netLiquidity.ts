import type { Day } from "../market/index.ts";
import { CHART_STYLE, type Hue } from "./chartStyle.ts";
import { dateOf } from "./dateAxis.ts";
import { endLabels } from "./endLabels.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { gappedLine } from "./gappedLine.ts";
import { held } from "./held.ts";
import type { Layout } from "./layout.ts";
import { requireAscending } from "./requireAscending.ts";
import { requireLength } from "./requireLength.ts";
import { symbol } from "./symbol.ts";
import { type ShadedSpan, timePlot } from "./timePlot.ts";

/** One line of the chart of net liquidity. */
export interface LiquidityLine {
  label: string; // "Treasury account"
  value: string; // "$0.95tn"; its last value as it is to be shown
  role: "net" | "assets" | "treasuryAccount" | "reverseRepo";
  values: readonly (number | null)[]; // trillions of US dollars, one for each day; null = none
}

/** What the chart of net liquidity shows; texts are shown as given. */
export interface NetLiquiditySpec extends ChartTexts {
  days: readonly Day[]; // ascending; the Wednesdays of the balance sheet
  lines: readonly LiquidityLine[];
  shaded?: readonly ShadedSpan[];
  mark?: { day: Day; label: string };
}

const LAYOUTS = {
  wide: { plot: 380, left: 54, right: 150, ticks: 7 },
  narrow: { plot: 340, left: 52, right: 98, ticks: 4 },
} as const;

const LOOKS: Readonly<Record<LiquidityLine["role"], { hue: Hue; line: string }>> = {
  assets: { hue: "soft", line: "line" },
  treasuryAccount: { hue: "vermilion", line: "line dash" },
  reverseRepo: { hue: "green", line: "line dots" },
  net: { hue: "blue", line: "line strong" },
};

/**
 * The central bank's assets less the Treasury's account and reverse repo, with these three, as an SVG document; trillions of dollars from zero.
 *
 * Net liquidity stands out, its parts are thin, and each line has a stroke of its own and is labelled at its end; a gap breaks a line.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no day, days do not ascend, there is no line, or one has another length than the days
 *
 * @example
 * import { netLiquidity } from "lockstep/charts";
 * const lines = [{ label: "Net", value: "$5.8tn", role: "net", values: [5.7, 5.8] }];
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", days: ["2026-08-12", "2026-08-19"], lines };
 * netLiquidity(spec, "narrow").includes("$5.8tn"); // => true
 */
export function netLiquidity(spec: NetLiquiditySpec, layout: Layout): string {
  const { days, lines } = spec;
  requireAscending("days", days);
  if (lines.length === 0) throw new RangeError("invalid lines: none");
  for (const { label, values } of lines) requireLength(`values of ${label}`, values, days, "days");
  const { ticks, ...room } = LAYOUTS[layout];
  const shown = frame(spec, layout, room);
  const { right, top, bottom, page } = shown;
  const { x, y, behind } = timePlot(shown, { ...spec, values: lines.flatMap(({ values }) => [...values]), ticks, label: dollars });
  const at = (k: number) => x(dateOf(days[k]!));
  const drawn = [...lines].sort((a, b) => Number(a.role === "net") - Number(b.role === "net"));
  const ends = drawn.map(({ values }) => values.findLastIndex(held));
  const parts = [
    ...behind,
    ...drawn.map(({ role, values }, k) => {
      const { hue, line } = LOOKS[role];
      const end = ends[k]!;
      const dot = end < 0 ? "" : symbol("dot", at(end), y(values[end]!), role === "net" ? 3.6 : 2.4);
      return `<g class="${hue}"><path class="${line}" d="${gappedLine(values, { x: at, y })}"/>${dot}</g>`;
    }),
    ...endLabels(
      drawn.map(({ label, value, role, values }, k) => ({
        // A line without values ends nowhere; its label still says so, at the middle.
        at: ends[k]! < 0 ? (top + bottom) / 2 : y(values[ends[k]!]!),
        texts:
          role === "net"
            ? [
                { text: label, bold: true },
                { text: value, bold: true },
              ]
            : [{ text: label }, { text: value }],
        hue: LOOKS[role].hue,
      })),
      { x: right, width: page.width - right, size: page.text, top, bottom },
    ),
  ];
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);
}

function dollars(tick: number): string {
  return tick === 0 ? "$0" : `${tick < 0 ? "\u2212" : ""}$${Math.abs(tick)}tn`;
}
