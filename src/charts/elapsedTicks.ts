import type { ScaleLinear } from "d3-scale";
import { textWidth } from "./textWidth.ts";

const STEPS = [1, 2, 5, 10, 15, 30, 60, 90, 180, 360, 720, 1800, 3600]; // days
const GAP = 12; // pixels between two labels

/** Round numbers of days since an event, from zero on, as many as have room; the last day where no round one has. */
export function elapsedTicks(x: ScaleLinear<number, number>, size: number): number[] {
  const to = Math.max(1, Math.floor(x.domain()[1]!));
  const room = textWidth(String(to), size) + GAP;
  const step = Math.min(to, STEPS.find((days) => x(days) - x(0) >= room) ?? to);
  return Array.from({ length: Math.floor(to / step) + 1 }, (_, k) => k * step);
}
