import { type ScaleLinear, scaleLinear } from "d3-scale";
import { CHART_STYLE, type Hue } from "./chartStyle.ts";
import { dayMark } from "./dayMark.ts";
import { elapsedTicks } from "./elapsedTicks.ts";
import { type EndLabel, endLabels } from "./endLabels.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { gappedLine } from "./gappedLine.ts";
import { held } from "./held.ts";
import { type Layout, PAGES } from "./layout.ts";
import { px } from "./px.ts";
import { requireRising } from "./requireRising.ts";
import { spacedRow } from "./spacedRow.ts";
import { type Shape, symbol } from "./symbol.ts";
import { textAt } from "./textAt.ts";
import { valueAxis } from "./valueAxis.ts";

/** The share of all cases that had ended in one way, by days since the onset. */
export interface IncidenceCurve {
  kind: "catchUp" | "rollOver";
  label: string; // "catch-up"
  value: string; // "45% of 11 cases"; its share on the last day shown
  steps: readonly { days: number; share: number }[]; // ascending; the share from that day on, 0 before the first
  intervals: readonly { days: number; share: number; lower: number; upper: number }[]; // ascending; only where there is one
}

/** How often the laggard regains its record anyway, by the same days. */
export interface IncidenceBase {
  label: string; // "in like states, away from the leader's records"
  points: readonly { days: number; share: number | null; lower?: number; upper?: number }[]; // ascending; null = not known
}

/** What the chart of endings over time shows; texts are shown as given. */
export interface CumulativeIncidenceSpec extends ChartTexts {
  to: number; // 365; last day shown
  curves: readonly IncidenceCurve[];
  bases: readonly IncidenceBase[];
  atRisk: readonly { days: number; cases: string }[]; // ascending; how many cases are still open by then
  horizon: { days: number; label: string } | null; // 180, "180 days"
}

const LAYOUTS = {
  wide: { plot: 360, left: 54, right: 204, apart: 8 },
  narrow: { plot: 340, left: 46, right: 112, apart: 6 },
} as const;

const CURVES: Readonly<Record<IncidenceCurve["kind"], { hue: Hue; line: string; shape: Shape }>> = {
  catchUp: { hue: "green", line: "line strong", shape: "dot" },
  rollOver: { hue: "purple", line: "line strong dash", shape: "ring" },
};

const BASES: readonly { hue: Hue; line: string; shape: Shape }[] = [
  { hue: "ink", line: "line dash", shape: "square" },
  { hue: "soft", line: "line dash", shape: "triangle" },
  { hue: "blue", line: "line dash", shape: "diamond" },
];

const RADIUS = 3.8;
const AT_RISK = "cases still followed";

interface Look {
  hue: Hue;
  line: string;
  shape: Shape;
}

/** What stands at a day beside the line it belongs to. */
interface Point {
  days: number;
  share: number | null;
  lower?: number;
  upper?: number;
}

/**
 * The share of cases ended in each of two ways by so many days after the onset (cumulative incidence), against base rates, as an SVG document.
 *
 * A share holds from its day on, so that it is drawn in steps; an interval is a whisker at its day, beside those of other lines. Base rates are
 * known at a few days, which are marked and joined; one that is not known has no mark and breaks the line. Beneath the axis stand the cases still
 * followed by then. What lies after the last day shown is left out.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no curve, `to` is not above 0, days do not ascend, a share is not within 0..1, or an interval does not hold its share
 *
 * @example
 * import { cumulativeIncidence } from "lockstep/charts";
 * const curve = { kind: "catchUp", label: "catch-up", value: "45%", steps: [{ days: 13, share: 0.45 }], intervals: [] };
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", to: 365, curves: [curve], bases: [], atRisk: [], horizon: null };
 * cumulativeIncidence(spec, "wide").includes("45%"); // => true
 */
export function cumulativeIncidence(spec: CumulativeIncidenceSpec, layout: Layout): string {
  requireIncidence(spec);
  const { to, horizon } = spec;
  const within = <T extends { days: number }>(list: readonly T[]) => list.filter(({ days }) => days <= to);
  const curves = spec.curves.map((curve) => ({ ...curve, look: CURVES[curve.kind], steps: within(curve.steps), points: within(curve.intervals) }));
  const bases = spec.bases.map((base, k) => ({ ...base, look: BASES[k % BASES.length]!, points: within(base.points) }));
  const atRisk = within(spec.atRisk);
  const { apart, ...room } = LAYOUTS[layout];
  const size = PAGES[layout].text;
  const beneath = atRisk.length > 0 ? 2 * size + 14 : 0;
  const shown = frame(spec, layout, { ...room, above: horizon ? 38 : 22, below: 32 + beneath });
  const { left, right, top, bottom, page } = shown;
  const drawn: readonly { points: readonly Point[] }[] = [...curves, ...bases];
  // Whiskers of one day stand beside each other; the last ones must not reach the labels.
  const most = Math.max(1, ...drawn.flatMap(({ points }) => points.map(({ days }) => whiskersAt(drawn, days).length)));
  const x = scaleLinear([0, to], [left, right - ((most - 1) / 2) * apart - RADIUS]);
  const y = scaleLinear([0, 1], [bottom, top]);
  const beside = (one: { points: readonly Point[] }, days: number): number => {
    const there = whiskersAt(drawn, days);
    const k = there.indexOf(one);
    return x(days) + (k < 0 ? 0 : ((there.length - 1) / 2 - k) * apart);
  };
  const marks = (one: { points: readonly Point[]; look: Look }, faint: string) =>
    one.points.flatMap(({ days, share, lower, upper }) => [
      ...(held(share) && held(lower) && held(upper) ? [whisker(beside(one, days), y(lower), y(upper), `class="line ${one.look.hue}"${faint}`)] : []),
      ...(held(share) ? [`<g class="${one.look.hue}">${symbol(one.look.shape, x(days), y(share), RADIUS)}</g>`] : []),
    ]);
  const labels: EndLabel[] = [
    ...curves.map(({ look, label, value, steps }) => ({
      at: y(steps.at(-1)?.share ?? 0),
      texts: [label, value].map((text) => ({ text, bold: true })),
      hue: look.hue,
    })),
    ...bases.flatMap(({ look, label, points }) => {
      const last = points.findLast(({ share }) => held(share))?.share;
      return held(last) ? [{ at: y(last), texts: [{ text: label }], hue: look.hue }] : [];
    }),
  ];
  const parts = [
    ...valueAxis(y, [0, 0.25, 0.5, 0.75, 1], (tick) => `${tick * 100}%`, { left, right, size }),
    ...dayAxis(atRisk.length > 0 ? [0, ...atRisk.map(({ days }) => days).filter((days) => days > 0)] : elapsedTicks(x, size)),
    ...(atRisk.length > 0 ? [textAt(AT_RISK, { x: left, y: bottom + 2 * size + 17, size })] : []),
    ...spacedRow(
      atRisk.map(({ days, cases }) => ({ at: x(days), text: cases })),
      { y: bottom + 3 * size + 21, size },
    ),
    ...(horizon && horizon.days <= to ? dayMark(horizon.label, { x: x(horizon.days), top, bottom, size }) : []),
    ...bases.map((base) => {
      const places = { x: (k: number) => x(base.points[k]!.days), y };
      const shares = base.points.map(({ share }) => share);
      return `<path class="${base.look.line} ${base.look.hue}" d="${gappedLine(shares, places)}"/>`;
    }),
    ...curves.map(({ look, steps }) => `<path class="${look.line} ${look.hue}" d="${stepPath(steps, { to, x, y })}"/>`),
    ...bases.flatMap((base) => marks(base, ' stroke-opacity=".6"')),
    ...curves.flatMap((curve) => marks(curve, "")),
    ...endLabels(labels, { x: right, width: page.width - right, size, top, bottom }),
  ];
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);

  function dayAxis(ticks: readonly number[]): string[] {
    const words = ticks.map((days, k) => ({ at: x(days), text: k < ticks.length - 1 ? String(days) : `${days} days` }));
    return spacedRow(words, { y: bottom + size + 8, size });
  }
}

/** The lines that have an interval on a day. */
function whiskersAt(drawn: readonly { points: readonly Point[] }[], at: number): { points: readonly Point[] }[] {
  return drawn.filter(({ points }) => points.some(({ days, lower, upper }) => days === at && held(lower) && held(upper)));
}

function stepPath(steps: IncidenceCurve["steps"], { to, x, y }: { to: number; x: ScaleLinear<number, number>; y: ScaleLinear<number, number> }): string {
  return `M${px(x(0))},${px(y(0))}${steps.map(({ days, share }) => `H${px(x(days))}V${px(y(share))}`).join("")}H${px(x(to))}`;
}

function whisker(x: number, lower: number, upper: number, look: string): string {
  return `<path ${look} d="M${px(x - 2.5)},${px(lower)}h5M${px(x)},${px(lower)}V${px(upper)}M${px(x - 2.5)},${px(upper)}h5"/>`;
}

function requireIncidence({ to, curves, bases, atRisk, horizon }: CumulativeIncidenceSpec): void {
  if (!(to > 0 && Number.isFinite(to))) throw new RangeError(`invalid to: ${to}`);
  if (horizon && !(horizon.days > 0)) throw new RangeError(`invalid horizon: ${horizon.days}`);
  if (curves.length === 0) throw new RangeError("invalid curves: none");
  for (const { label, steps, intervals } of curves) {
    requireShares(`steps of ${label}`, steps);
    requireShares(`intervals of ${label}`, intervals);
  }
  for (const { label, points } of bases) {
    requireDays(`points of ${label}`, points);
    requireShares(
      `points of ${label}`,
      points.filter(({ share }) => held(share)),
    );
  }
  requireDays("atRisk", atRisk);
}

function requireShares(what: string, points: readonly Point[]): void {
  requireDays(what, points);
  for (const { days, share, lower, upper } of points) {
    const one = share ?? Number.NaN;
    if (!ascending([0, one, 1])) throw new RangeError(`invalid ${what}: ${share} after ${days} days`);
    if (!ascending([0, lower ?? one, one, upper ?? one, 1])) throw new RangeError(`invalid ${what}: ${share} within ${lower} to ${upper}`);
  }
}

// A share that is a product of shares may pass its bound by as much.
const ROUNDING = 1e-9;

function ascending(numbers: readonly number[]): boolean {
  return numbers.every((number, k) => k === 0 || number >= numbers[k - 1]! - ROUNDING);
}

function requireDays(what: string, points: readonly { days: number }[]): void {
  const days = points.map((point) => point.days);
  if (days.length === 0) return;
  requireRising(`days of ${what}`, days);
  if (days[0]! < 0) throw new RangeError(`invalid days of ${what}: ${days[0]}`);
}
