import { area } from "d3-shape";
import { held } from "./held.ts";

/** Bounds position by position; null = none. */
export interface Bounds {
  lower: readonly (number | null)[];
  upper: readonly (number | null)[];
}

/** The path of the band between two bounds, broken where either is missing. */
export function bandPath({ lower, upper }: Bounds, { x, y }: { x: (k: number) => number; y: (value: number) => number }): string {
  const path = area<number | null>()
    .defined((low, k) => held(low) && held(upper[k]))
    .x((_, k) => x(k))
    .y0((low) => y(low!))
    .y1((_, k) => y(upper[k]!))
    .digits(1);
  return path([...lower]) ?? "";
}
