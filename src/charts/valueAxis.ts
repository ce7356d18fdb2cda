import type { ScaleLinear } from "d3-scale";
import { px } from "./px.ts";
import { textAt } from "./textAt.ts";

interface Place {
  left: number;
  right: number;
  size: number;
}

/** Grid lines across the plot with their values at the left; zero stands out. */
export function valueAxis(y: ScaleLinear<number, number>, ticks: readonly number[], label: (tick: number) => string, { left, right, size }: Place): string[] {
  return ticks.flatMap((tick) => [
    `<line class="${tick === 0 ? "zero" : "grid"}" x1="${px(left)}" x2="${px(right)}" y1="${px(y(tick))}" y2="${px(y(tick))}"/>`,
    textAt(label(tick), { x: left - 6, y: y(tick) + size / 3, size, anchor: "end" }),
  ]);
}
