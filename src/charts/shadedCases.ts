import type { ScaleTime } from "d3-scale";
import type { Day } from "../market/index.ts";
import { dateOf } from "./dateAxis.ts";
import { px } from "./px.ts";
import { RESOLUTION_LOOK, type Resolution } from "./resolution.ts";
import { resolutionSymbol } from "./resolutionSymbol.ts";
import { spreadLabels } from "./spreadLabels.ts";
import type { ShadedSpan } from "./timePlot.ts";

/** A case from its onset to its end, or to the last day known while it is open. */
export interface ShadedCase extends ShadedSpan {
  resolution: Resolution;
}

interface Plot {
  x: ScaleTime<number, number>;
  from: Day;
  to: Day;
  top: number;
  bottom: number;
}

/** Pixels that the symbols take above the plot. */
export const SYMBOL_ROOM = 18;

const RADIUS = 3.6;
const APART = [12, 9, 6, 3]; // pixels from one symbol to the next: the most with which none goes too far
const FAR = 30; // pixels from a symbol to its case
const LEAST_WIDTH = 2; // of a case that lasted a few days in a plot of years

/** Cases shaded behind a plot, and above it the symbol of the end of each; symbols that would touch move apart and are tied to their cases. */
export function shadedCases(cases: readonly ShadedCase[], { x, from, to, top, bottom }: Plot): { shades: string[]; symbols: string[] } {
  const [left = 0, right = 0] = x.range();
  const spans = cases.map((one) => {
    const [start, end] = [one.from < from ? left : x(dateOf(one.from)), one.to > to ? right : x(dateOf(one.to))];
    const width = Math.max(LEAST_WIDTH, end - start);
    return { start: Math.min(start, right - width), width, resolution: one.resolution };
  });
  const middles = spans.map(({ start, width }) => start + width / 2);
  const places = APART.map((gap) => spreadLabels(middles, { gap, from: left + RADIUS + 1, to: right - RADIUS - 1 })).find(
    (spread, k) => k === APART.length - 1 || spread.every((place, i) => Math.abs(place - middles[i]!) <= FAR),
  )!;
  return {
    shades: spans.map(({ start, width }) => `<rect class="shade" x="${px(start)}" y="${px(top)}" width="${px(width)}" height="${px(bottom - top)}"/>`),
    symbols: spans.flatMap(({ resolution }, k) => [
      `<path class="${RESOLUTION_LOOK[resolution].hue}" stroke="currentColor" d="M${px(places[k]!)},${px(top - 7)}L${px(middles[k]!)},${px(top)}"/>`,
      resolutionSymbol(resolution, places[k]!, top - 10, RADIUS),
    ]),
  };
}
