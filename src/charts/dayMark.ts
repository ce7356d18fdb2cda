import { px } from "./px.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";

interface Place {
  x: number;
  top: number;
  bottom: number;
  size: number;
  side?: "left" | "right"; // where its name stands; default: at the left, where there is room
}

/** A day that matters: a dotted line through the plot, named above it. */
export function dayMark(label: string, { x, top, bottom, size, side = x > textWidth(label, size) ? "left" : "right" }: Place): string[] {
  const anchor = side === "left" ? { anchor: "end" as const } : {};
  return [
    `<line class="mark" x1="${px(x)}" x2="${px(x)}" y1="${px(top - 5)}" y2="${px(bottom)}"/>`,
    textAt(label, { x, y: top - 10, size, class: "ink", ...anchor }),
  ];
}
