import { scaleBand, scaleLinear } from "d3-scale";
import { type Day, dayNumber } from "../market/index.ts";
import { CHART_STYLE } from "./chartStyle.ts";
import { MONTHS } from "./dateAxis.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { held } from "./held.ts";
import type { Layout } from "./layout.ts";
import { px } from "./px.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";
import { valueAxis } from "./valueAxis.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** The purchases of one calendar month. */
export interface PurchaseMonth {
  month: string; // "2025-12"
  value: string; // "38.1"; the sum as it is to be shown, or why there is none
  operations: readonly { day: Day; amount: number }[] | null; // billions of US dollars, in order; null = not known
  plan: number | null; // 40; billions for this month alone; null = none is known
}

/** What the chart of bill purchases shows; texts are shown as given. */
export interface BillPurchasesSpec extends ChartTexts {
  months: readonly PurchaseMonth[]; // ascending
  planLabel: string; // "plan per month: about $40bn"
}

const LAYOUTS = {
  wide: { plot: 340, left: 54, right: 16, below: 48 },
  narrow: { plot: 300, left: 44, right: 4, below: 48 },
} as const;

/**
 * Purchases by calendar month, each operation a segment of its bar, as an SVG document; billions of dollars from zero.
 *
 * A plan is drawn over the month it is known for and over no other. A month of which nothing is known has no bar and says so; one without
 * operations has none and says its value. Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes
 * for the same spec.
 *
 * @throws RangeError when there is no month, months do not ascend, or an amount is negative or none
 *
 * @example
 * import { billPurchases } from "lockstep/charts";
 * const months = [{ month: "2025-12", value: "8.2", operations: [{ day: "2025-12-12", amount: 8.167 }], plan: 40 }];
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", months, planLabel: "plan per month" };
 * billPurchases(spec, "wide").includes("plan per month"); // => true
 */
export function billPurchases(spec: BillPurchasesSpec, layout: Layout): string {
  const { months } = spec;
  requireMonths(months);
  const shown = frame(spec, layout, LAYOUTS[layout]);
  const { left, right, top, bottom, page } = shown;
  const size = page.text;
  const x = scaleBand(
    months.map(({ month }) => month),
    [left + 4, right],
  )
    .paddingInner(0.28)
    .paddingOuter(0.2);
  const most = Math.max(1, ...months.map((month) => Math.max(heightOf(month), month.plan ?? 0)));
  // Room for the figure above the highest bar and for the name of the plan.
  const y = scaleLinear([0, most * 1.12], [bottom, top]);
  const width = x.bandwidth();
  const planned = months.find(({ plan }) => held(plan));
  const named = namedMonths(months, { step: x.step(), size });
  const parts = [
    ...valueAxis(y, y.ticks(5), (tick) => (tick === 0 ? "$0" : `$${tick}bn`), { left, right, size }),
    ...months.flatMap((month, k) => monthLabels(month.month, k, { x: x(month.month)! + width / 2, step: x.step(), bottom, size })),
    ...months.flatMap((month) => bar(month, { x: x(month.month)!, width, y, step: x.step(), size, right, named: named.has(month) })),
    ...months.flatMap(({ month, plan }) => (held(plan) ? [planLine(x(month)!, width, y(plan))] : [])),
    ...(planned ? planName(spec.planLabel, { x: x(planned.month)!, y: y(planned.plan!), top, right, size }) : []),
  ];
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);
}

interface Bar {
  x: number;
  width: number;
  step: number;
  y: (amount: number) => number;
  size: number;
  right: number;
  named: boolean;
}

const SEAM = 1.2; // pixels of paper between two operations
const SMALL = 11;
const CLOSE = 4; // pixels by which figures are reckoned wider than they are
const OVERHANG = 4; // of the plan's line over its bar

function bar({ operations, value, plan }: PurchaseMonth, { x, width, step, y, size, right, named }: Bar): string[] {
  let sum = 0;
  const segments = (operations ?? []).map(({ amount }) => {
    const base = y(sum);
    sum += amount;
    const height = base - y(sum);
    return `<rect class="fill" x="${px(x)}" y="${px(y(sum))}" width="${px(width)}" height="${px(height > 2 * SEAM ? height - SEAM : height)}"/>`;
  });
  const drawn = `<g class="blue">${segments.join("")}</g>`;
  const middle = x + width / 2;
  const figure = textWidth(value, size);
  // The line of the plan would strike out a figure that stands on the bar.
  const struck = held(plan) && Math.abs(y(plan) - (y(sum) - 6 - size / 3)) < size;
  if (struck && y(0) - y(sum) > 2 * size && figure <= width + 6) {
    return [drawn, textAt(value, { x: middle, y: y(sum) + size + 5, size, class: "within", anchor: "middle" })];
  }
  if (operations === null) {
    const rows = wrapPixels(value, step - 2, SMALL);
    const words = rows.every((row) => textWidth(row, SMALL) <= step) ? rows : ["–"];
    return words.map((row, k) => textAt(row, { x: middle, y: y(0) - 6 - (words.length - 1 - k) * 13, size: SMALL, class: "ink halo", anchor: "middle" }));
  }
  if (!named) return [drawn];
  const above = struck ? y(plan) - 8 : y(sum) - 6;
  return [drawn, textAt(value, { x: Math.min(middle, right - figure / 2), y: above, size, class: "ink halo", anchor: "middle" })];
}

/** The months whose figure is printed: all, or, where they stand too close, the highest and the last one. */
function namedMonths(months: readonly PurchaseMonth[], { step, size }: { step: number; size: number }): Set<PurchaseMonth> {
  const widest = Math.max(...months.filter(({ operations }) => operations !== null).map(({ value }) => textWidth(value, size)));
  if (widest <= step + CLOSE) return new Set(months);
  const last = months.at(-1)!;
  const highest = months.reduce((best, month) => (heightOf(month) > heightOf(best) ? month : best));
  return new Set((months.length - 1 - months.indexOf(highest)) * step > widest ? [highest, last] : [highest]);
}

function planLine(x: number, width: number, y: number): string {
  const [from, to] = [px(x - OVERHANG), px(x + width + OVERHANG)];
  return `<g class="vermilion"><path class="line strong" d="M${from},${px(y - 4)}V${px(y + 4)}M${from},${px(y)}H${to}M${to},${px(y - 4)}V${px(y + 4)}"/></g>`;
}

/** The plan's name above the plot, tied to its line: beside it other months stand higher. */
function planName(label: string, { x, y, top, right, size }: { x: number; y: number; top: number; right: number; size: number }): string[] {
  const from = x - OVERHANG;
  const at = Math.min(from, right - textWidth(label, size, "bold"));
  return [
    `<g class="vermilion"><path class="line" d="M${px(from)},${px(top - 8)}V${px(y - 4)}"/></g>`,
    textAt(label, { x: at, y: top - 14, size, class: "vermilion bold" }),
  ];
}

function monthLabels(month: string, k: number, { x, step, bottom, size }: { x: number; step: number; bottom: number; size: number }): string[] {
  const [year, number] = month.split("-");
  // Where months stand close, every second or third is named; the years stand below.
  const every = Math.max(1, Math.ceil(textWidth("May", size) / step));
  const named = k % every === 0;
  return [
    ...(named ? [textAt(MONTHS[Number(number) - 1]!, { x, y: bottom + size + 8, size, anchor: "middle" })] : []),
    ...(k === 0 || number === "01" ? [textAt(year!, { x, y: bottom + 2 * size + 12, size, class: "ink", anchor: "middle" })] : []),
  ];
}

function heightOf({ operations }: PurchaseMonth): number {
  return (operations ?? []).reduce((sum, { amount }) => sum + amount, 0);
}

function requireMonths(months: readonly PurchaseMonth[]): void {
  if (months.length === 0) throw new RangeError("invalid months: none");
  for (const [k, { month, operations }] of months.entries()) {
    dayNumber(`${month}-01`);
    if (k > 0 && month <= months[k - 1]!.month) throw new RangeError(`invalid months: ${month} after ${months[k - 1]!.month}`);
    for (const { amount } of operations ?? []) if (!(amount >= 0)) throw new RangeError(`invalid amount in ${month}: ${amount}`);
  }
}
