import { scaleLinear } from "d3-scale";
import { CHART_STYLE } from "./chartStyle.ts";
import { type ChartTexts, frame, svgOf } from "./frame.ts";
import { hatched } from "./hatched.ts";
import { held } from "./held.ts";
import { type Layout, PAGES } from "./layout.ts";
import { px } from "./px.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** One quoted forecast of growth. */
export interface EpsQuote {
  basis: "consensus" | "strategist";
  source: string; // "Goldman Sachs"
  quoted: string; // "Dec 2025"; the month of the quote
  growth: number | null; // 0.14; decimal, as quoted; null = none was
  value: string; // "+14%", or what is said where there is none
  recomputed?: { growth: number; value: string } | null; // from earnings of the same source, basis and day
}

/** What is quoted of one index and one year; consensus and strategists stand beside each other and are never averaged. */
export interface EpsGroup {
  label: string; // "S&P 500, 2026"
  quotes: readonly EpsQuote[]; // none = nobody published one
}

/** What the chart of earnings growth shows; texts are shown as given. */
export interface EpsBarsSpec extends ChartTexts {
  groups: readonly EpsGroup[];
  none: string; // "no public figure"
  recomputedLabel: string; // "recomputed from earnings per share"
}

const LAYOUTS = {
  wide: { left: 380, right: 40, bar: 15, pitch: 27, beside: true },
  narrow: { left: 2, right: 40, bar: 13, pitch: 44, beside: false },
} as const;

const GROUP_HEAD = 25;
const GROUP_GAP = 12;
const KEY = 30;

/**
 * Quoted growth of earnings per share as bars, by index and year, as an SVG document; decimals drawn in percent.
 *
 * Each bar says its source, basis, month of the quote and value. Consensus is filled and a strategist's figure is hatched; growth recomputed
 * from quoted earnings is a tick across the bar. A group without quotes says so, and a quote without growth has no bar.
 * Self-contained: no script, no font, no link; light, dark and print by its own style. The same bytes for the same spec.
 *
 * @throws RangeError when there is no group
 *
 * @example
 * import { epsBars } from "lockstep/charts";
 * const quote = { basis: "consensus", source: "C", quoted: "Nov 2025", growth: 0.14, value: "+14%" };
 * const groups = [{ label: "S&P 500, 2026", quotes: [quote] }, { label: "S&P 400, 2026", quotes: [] }];
 * const spec = { title: "T", subtitle: "S", source: "F", alt: "A", groups, none: "no public figure", recomputedLabel: "recomputed" };
 * epsBars(spec, "wide").includes("no public figure"); // => true
 */
export function epsBars(spec: EpsBarsSpec, layout: Layout): string {
  const { groups, none } = spec;
  if (groups.length === 0) throw new RangeError("invalid groups: none");
  const { left, right, bar, pitch, beside } = LAYOUTS[layout];
  const size = PAGES[layout].text;
  const rowsOf = (quote: EpsQuote) => wordsOf(quote, (beside ? left : PAGES[layout].width) - 24, size);
  const heightOf = (quote: EpsQuote) => (beside ? Math.max(pitch, rowsOf(quote).length * (size + 4) + 6) : pitch + (rowsOf(quote).length - 1) * (size + 4));
  const groupHeight = ({ quotes }: EpsGroup) =>
    GROUP_HEAD + (quotes.length === 0 ? size + 2 : quotes.reduce((sum, quote) => sum + heightOf(quote), 0)) + GROUP_GAP;
  const keyRows = layout === "wide" ? 1 : 2;
  const shown = frame(spec, layout, { plot: groups.reduce((sum, group) => sum + groupHeight(group), 0), left, right, above: 14 + KEY * keyRows, below: 10 });
  const quotes = groups.flatMap((group) => group.quotes);
  const growths = quotes.flatMap(({ growth, recomputed }) => [growth, recomputed?.growth]).filter(held);
  const least = Math.min(0, ...growths);
  const most = Math.max(0.01, ...growths);
  // Each bar leaves room for what is said beside it.
  const roomOf = (quote: EpsQuote) => ((shown.page.width - left - 10 - besideWidth(quote, size)) * (most - least)) / (farOf(quote) - least || most - least);
  const x = scaleLinear([least, most], [left, left + Math.min(shown.right - left, ...quotes.map(roomOf))]);
  const zero = x(0);
  const parts = key(spec, { y: shown.top - KEY * keyRows + 8, size, narrow: layout === "narrow" });
  let y = shown.top;
  for (const group of groups) {
    parts.push(textAt(group.label, { x: 2, y: y + 15, size: size + 1, class: "ink bold" }));
    parts.push(`<line class="grid" x1="2" x2="${shown.page.width - 2}" y1="${px(y - 5)}" y2="${px(y - 5)}"/>`);
    let top = y + GROUP_HEAD;
    if (group.quotes.length === 0) parts.push(textAt(none, { x: beside ? zero + 7 : 2, y: top + size - 2, size }));
    for (const quote of group.quotes) {
      parts.push(...quoteRow(quote, top));
      top += heightOf(quote);
    }
    if (beside && group.quotes.length > 0)
      parts.push(`<line class="zero" x1="${px(zero)}" x2="${px(zero)}" y1="${px(y + GROUP_HEAD - 2)}" y2="${px(top - 4)}"/>`);
    y += groupHeight(group);
  }
  return svgOf(shown, { class: "ch", style: CHART_STYLE }, parts);

  function quoteRow(quote: EpsQuote, top: number): string[] {
    const { basis, growth, value, recomputed } = quote;
    const rows = rowsOf(quote);
    const height = heightOf(quote);
    const barTop = beside ? top + (height - bar) / 2 - 3 : top + rows.length * (size + 4) + 5;
    const words = rows.map((row, k) =>
      beside
        ? textAt(row, { x: left - 10, y: barTop + bar / 2 + size / 3 + (k - (rows.length - 1) / 2) * (size + 3), size, anchor: "end" })
        : textAt(row, { x: 2, y: top + size + k * (size + 4), size }),
    );
    const from = held(growth) ? Math.min(zero, x(growth)) : zero;
    const box = { x: from, y: barTop, width: held(growth) ? Math.abs(x(growth) - zero) : 0, height: bar };
    const far = x(farOf(quote));
    const tick = recomputed
      ? `<line class="zero" stroke-width="2.4" x1="${px(x(recomputed.growth))}" x2="${px(x(recomputed.growth))}" y1="${px(barTop - 4)}" y2="${px(barTop + bar + 4)}"/>`
      : "";
    const base = `<line class="zero" x1="${px(zero)}" x2="${px(zero)}" y1="${px(barTop - 3)}" y2="${px(barTop + bar + 3)}"/>`;
    return [
      ...words,
      ...(held(growth) ? [basis === "consensus" ? `<g class="blue"><rect class="fill" ${rect(box)}/></g>` : `<g class="vermilion">${hatched(box)}</g>`] : []),
      ...(beside || !held(growth) ? [] : [base]),
      tick,
      textAt(value, { x: beside || held(growth) ? far + 7 : 2, y: barTop + bar / 2 + size / 3, size, class: held(growth) ? "ink bold" : "" }),
      ...(recomputed ? [textAt(recomputed.value, { x: far + 7 + textWidth(value, size, "bold") + 6, y: barTop + bar / 2 + size / 3, size: size - 1 })] : []),
    ];
  }
}

/** Source, basis and month, on one line where it fits and otherwise with the source on its own. */
function wordsOf({ source, basis, quoted }: EpsQuote, width: number, size: number): string[] {
  const one = `${source} · ${basis}, ${quoted}`;
  return textWidth(one, size) <= width ? [one] : [...wrapPixels(source, width, size), `${basis}, ${quoted}`];
}

/** How far to the right a quote reaches. */
function farOf({ growth, recomputed }: EpsQuote): number {
  return Math.max(0, held(growth) ? growth : 0, recomputed?.growth ?? 0);
}

function besideWidth({ value, recomputed }: EpsQuote, size: number): number {
  return textWidth(value, size, "bold") + (recomputed ? 6 + textWidth(recomputed.value, size - 1) : 0);
}

function rect({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  return `x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"`;
}

/** What the fills and the tick mean: words beside each. */
function key({ recomputedLabel }: EpsBarsSpec, { y, size, narrow }: { y: number; size: number; narrow: boolean }): string[] {
  const box = (x: number) => ({ x, y: y - 10, width: 26, height: 12 });
  const second = 2 + 34 + textWidth("consensus", size) + 10;
  const third = second + 34 + textWidth("strategist", size) + 14;
  const tick = narrow ? { x: 2, y: y + 22 } : { x: third, y };
  return [
    `<g class="blue"><rect class="fill" ${rect(box(2))}/></g>`,
    textAt("consensus", { x: 36, y, size, class: "blue" }),
    `<g class="vermilion">${hatched(box(second))}</g>`,
    textAt("strategist", { x: second + 34, y, size, class: "vermilion" }),
    `<line class="zero" stroke-width="2.4" x1="${px(tick.x + 4)}" x2="${px(tick.x + 4)}" y1="${px(tick.y - 13)}" y2="${px(tick.y + 4)}"/>`,
    textAt(recomputedLabel, { x: tick.x + 12, y: tick.y, size }),
  ];
}
