import { px } from "./px.ts";
import { textAt } from "./textAt.ts";

interface Place {
  left: number;
  right: number;
  size: number;
  base?: number; // the value that stands out; default: zero
}

/** Grid lines across the plot with their values at the left; zero, or what else the values are measured from, stands out. */
export function valueAxis(
  y: (tick: number) => number,
  ticks: readonly number[],
  label: (tick: number) => string,
  { left, right, size, base = 0 }: Place,
): string[] {
  return ticks.flatMap((tick) => [
    `<line class="${tick === base ? "zero" : "grid"}" x1="${px(left)}" x2="${px(right)}" y1="${px(y(tick))}" y2="${px(y(tick))}"/>`,
    textAt(label(tick), { x: left - 6, y: y(tick) + size / 3, size, anchor: "end" }),
  ]);
}
