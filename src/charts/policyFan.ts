import { scaleLinear, scaleUtc } from "d3-scale";
import { curveStepAfter } from "d3-shape";
import type { Day } from "../market/index.ts";
import { CHART_STYLE, type Hue } from "./chartStyle.ts";
import { dateAxis, dateOf } from "./dateAxis.ts";
import { dayMark } from "./dayMark.ts";
import { type EndLabel, endLabels } from "./endLabels.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { gappedLine } from "./gappedLine.ts";
import { held } from "./held.ts";
import type { Layout } from "./layout.ts";
import type { PolicyMeeting, RangeProbability } from "./policyMeeting.ts";
import { px } from "./px.ts";
import { changesOf, firstShown, stepDays } from "./rateSteps.ts";
import { requireAscending } from "./requireAscending.ts";
import { requireLength } from "./requireLength.ts";
import { LEAST_SHOWN, shading, shadingKey } from "./shading.ts";
import { type Shape, symbol } from "./symbol.ts";
import { textAt } from "./textAt.ts";
import { valueAxis } from "./valueAxis.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** A band of quantiles of the rate after each meeting. */
export interface PolicyBand {
  label: string; // "10–90%"
  lower: readonly (number | null)[]; // percent, one for each meeting
  upper: readonly (number | null)[];
}

/** The path that was expected on another day. */
export interface EarlierPath {
  label: string; // "a week ago"
  expected: readonly (number | null)[]; // percent, one for each meeting
}

/** What the chart of the implied policy path shows; rates in percent, texts as given. */
export interface PolicyFanSpec extends ChartTexts {
  asOf: { day: Day; label: string };
  target: { lower: number; upper: number; label: string }; // label "target range now 3.50–3.75%"; NaN = not known, and then not drawn
  history: { label: string; days: readonly Day[]; values: readonly (number | null)[] }; // the rate as it was set, or as it was paid
  meetings: readonly PolicyMeeting[]; // ascending
  bands?: readonly PolicyBand[]; // the widest first
  earlier?: readonly EarlierPath[];
  end: { value: string; words: string }; // "3.10%", "56 bp of cuts by December 2026"
  shades: string; // what the shades say: "Probability of a target range"
}

const LAYOUTS = {
  wide: { plot: 380, left: 54, right: 150, ticks: 7, above: 68 },
  narrow: { plot: 340, left: 46, right: 104, ticks: 3, above: 70 },
} as const;

const PAST: Readonly<Record<Layout, number>> = { wide: 2, narrow: 0.7 };
const QUARTER = 0.25; // percent, the width of a target range
const MOST_TICKS = 8;
const LEAST_LABEL = 60; // pixels; a past shorter than that does not break its name into letters
const EARLIER: readonly { hue: Hue; shape: Shape; dash: string }[] = [
  { hue: "vermilion", shape: "square", dash: "dash" },
  { hue: "green", shape: "triangle", dash: "dots" },
  { hue: "purple", shape: "ring", dash: "dash" },
];

/**
 * The policy rate that the market implies, meeting by meeting, as an SVG document.
 *
 * A rate holds from one meeting to the next, so all is drawn in steps; probability lies on target ranges of 25 basis points, so it is shaded
 * range by range and not as a continuous fan. Ranges below one percent are left out. Where nothing is expected there is a gap and no dot.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no meeting, days do not ascend, or a list has another length than what it stands beside
 *
 * @example
 * import { policyFan } from "lockstep/charts";
 * const texts = { title: "T", subtitle: "S", source: "F", alt: "A", shades: "P", end: { value: "3.6%", words: "1 bp" } };
 * const history = { label: "H", days: ["2025-12-10", "2025-12-11"], values: [3.89, 3.64] };
 * const meetings = [{ day: "2026-01-28", expected: 3.6, buckets: [{ lowerBp: 350, upperBp: 375, probability: 0.8 }] }];
 * const target = { lower: 3.5, upper: 3.75, label: "R" };
 * policyFan({ ...texts, asOf: { day: "2025-12-11", label: "D" }, target, history, meetings }, "wide").startsWith("<svg"); // => true
 */
export function policyFan(spec: PolicyFanSpec, layout: Layout): string {
  requireFan(spec);
  const { asOf, target, history, meetings, bands = [], earlier = [] } = spec;
  const { ticks, ...room } = LAYOUTS[layout];
  const shown = frame(spec, layout, room);
  const { left, right, top, bottom, page } = shown;
  const size = page.text;
  const steps = stepDays(
    meetings.map(({ day }) => day),
    asOf.day,
  );
  const first = firstShown(history.days[0]!, { asOf: asOf.day, last: steps.at(-1)!, most: PAST[layout] });
  const x = scaleUtc([dateOf(first), dateOf(steps.at(-1)!)], [left, right]);
  const at = (day: Day) => x(dateOf(day));
  const past = changesOf(history, { from: first, through: asOf.day });
  const { y, yTicks, decimals } = rateScale(
    ratesIn(
      spec,
      past.map(({ value }) => value),
    ),
    { top, bottom },
  );
  const plot: Plot = { y, step: (k) => at(steps[k]!) };
  const expected = meetings.map((meeting) => meeting.expected);
  const parts = [
    ...shadingKey(spec.shades, { x: 2, y: top - 46, width: page.width - 4, size }),
    ...meetings.flatMap(({ buckets }, k) => shades(buckets, k, plot)),
    ...valueAxis(y, yTicks, (tick) => `${tick.toFixed(decimals)}%`, { left, right, size }),
    ...dateAxis(x, { first, ticks, y: bottom + size + 8, size }),
    ...[target.lower, target.upper]
      .filter(held)
      .map((edge) => `<line class="line dots ink" x1="${px(at(asOf.day))}" x2="${px(right)}" y1="${px(y(edge))}" y2="${px(y(edge))}"/>`),
    ...dayMark(asOf.label, { x: at(asOf.day), top, bottom, size, side: "right" }),
    ...soFar(past, history.label, { x: at, y, size, right: at(asOf.day) }),
    ...bands.flatMap(({ lower, upper }) => [lower, upper].map((edge) => `<path class="line soft" d="${stepPath(edge, plot)}"/>`)),
    ...earlier.map(({ expected }, k) => {
      const { hue, shape, dash } = earlierLook(k);
      return `<g class="${hue}"><path class="line ${dash}" d="${stepPath(expected, plot)}"/>${symbols(expected, shape, 2.6, plot)}</g>`;
    }),
    `<g class="blue"><path class="line strong" d="${stepPath(expected, plot)}"/>${symbols(expected, "dot", layout === "wide" ? 4 : 3.2, plot)}</g>`,
    ...endLabels(labelsOf(spec, y), { x: right, width: page.width - right, size, top, bottom }),
  ];
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);
}

interface Plot {
  y: (rate: number) => number;
  step: (k: number) => number; // where the rate after a meeting begins
}

function requireFan({ asOf, history, meetings, bands = [], earlier = [] }: PolicyFanSpec): void {
  const days = meetings.map(({ day }) => day);
  requireAscending("meetings", days);
  requireAscending("days of the history", history.days);
  requireLength(`values of ${history.label}`, history.values, history.days, "days");
  for (const { label, lower, upper } of bands) for (const edge of [lower, upper]) requireLength(`values of ${label}`, edge, meetings, "meetings");
  for (const { label, expected } of earlier) requireLength(`values of ${label}`, expected, meetings, "meetings");
  if (days[0]! < asOf.day) throw new RangeError(`invalid meetings: ${days[0]} before ${asOf.day}`);
}

/** Every rate that must fit into the plot. */
function ratesIn({ target, meetings, bands = [], earlier = [] }: PolicyFanSpec, past: readonly (number | null)[]): number[] {
  return [
    target.lower,
    target.upper,
    ...past,
    ...meetings.map(({ expected }) => expected),
    ...meetings.flatMap(({ buckets }) => buckets.filter(isShown).flatMap(({ lowerBp, upperBp }) => [lowerBp / 100, upperBp / 100])),
    ...bands.flatMap(({ lower, upper }) => [...lower, ...upper]),
    ...earlier.flatMap(({ expected }) => [...expected]),
  ].filter(held);
}

/** From one edge of a target range to another, so that no cell is cut. */
function rateScale(rates: readonly number[], { top, bottom }: { top: number; bottom: number }) {
  const lowest = Math.floor(Math.min(...rates) / QUARTER) * QUARTER;
  const highest = Math.ceil(Math.max(...rates) / QUARTER) * QUARTER;
  const apart = [0.25, 0.5, 1, 2].find((one) => (highest - lowest) / one <= MOST_TICKS) ?? 4;
  const quarters = Array.from({ length: Math.round((highest - lowest) / QUARTER) + 1 }, (_, k) => lowest + k * QUARTER);
  return {
    y: scaleLinear([lowest, highest], [bottom, top]),
    yTicks: quarters.filter((rate) => rate % apart === 0),
    decimals: apart < 0.5 ? 2 : 1,
  };
}

function isShown({ probability }: RangeProbability): boolean {
  return probability >= LEAST_SHOWN;
}

/** The ranges after a meeting, each as dark as it is likely, until the next meeting. */
function shades(buckets: readonly RangeProbability[], k: number, { y, step }: Plot): string[] {
  return buckets.filter(isShown).map(({ lowerBp, upperBp, probability }) => {
    const high = y(upperBp / 100);
    const size = `width="${px(step(k + 1) - step(k))}" height="${px(y(lowerBp / 100) - high)}"`;
    return `<rect class="heat" fill-opacity="${shading(probability)}" x="${px(step(k))}" y="${px(high)}" ${size}/>`;
  });
}

function stepPath(values: readonly (number | null)[], { y, step }: Plot): string {
  return gappedLine([...values, values.at(-1) ?? null], { x: step, y, curve: curveStepAfter });
}

function symbols(values: readonly (number | null)[], shape: Shape, r: number, { y, step }: Plot): string {
  return values.map((value, k) => (held(value) ? symbol(shape, step(k), y(value), r) : "")).join("");
}

function earlierLook(k: number): (typeof EARLIER)[number] {
  return EARLIER[k % EARLIER.length]!;
}

/** The rate up to the day of the chart, named where it begins. */
function soFar(
  past: readonly { day: Day; value: number | null }[],
  label: string,
  { x, y, size, right }: { x: (day: Day) => number; y: (rate: number) => number; size: number; right: number },
): string[] {
  const values = past.map(({ value }) => value);
  const start = past.find(({ value }) => held(value));
  const end = past.at(-1);
  const rows = start ? wrapPixels(label, Math.max(LEAST_LABEL, right - x(start.day) - 8), size) : [];
  return [
    `<g class="ink"><path class="line strong" d="${gappedLine(values, { x: (k) => x(past[k]!.day), y, curve: curveStepAfter })}"/>${end && held(end.value) ? symbol("dot", x(end.day), y(end.value), 3.2) : ""}</g>`,
    ...rows.map((row, k) => textAt(row, { x: x(start!.day) + 4, y: y(start!.value!) - 8 - (rows.length - 1 - k) * (size + 2), size, class: "ink halo" })),
  ];
}

/** What stands beside the last step; what is not known there is not named. */
function labelsOf({ target, meetings, end, bands = [], earlier = [] }: PolicyFanSpec, y: (rate: number) => number): EndLabel[] {
  const beside = (rate: number | null | undefined, texts: EndLabel["texts"], hue: Hue) => (held(rate) ? [{ at: y(rate), texts, hue }] : []);
  return [
    ...beside((target.lower + target.upper) / 2, [{ text: target.label }], "ink"),
    ...beside(meetings.at(-1)?.expected, [{ text: end.value, bold: true }, { text: end.words }], "blue"),
    ...bands.flatMap(({ label, lower }) => beside(lower.at(-1), [{ text: label }], "soft")),
    ...earlier.flatMap(({ label, expected }, k) => beside(expected.at(-1), [{ text: label }], earlierLook(k).hue)),
  ];
}
