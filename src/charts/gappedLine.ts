import { type CurveFactory, curveLinear, line } from "d3-shape";
import { held } from "./held.ts";

interface Scales {
  x: (k: number) => number;
  y: (value: number) => number;
  curve?: CurveFactory;
}

/** The path of a line through values, broken where there is none. */
export function gappedLine(values: readonly (number | null)[], { x, y, curve = curveLinear }: Scales): string {
  const path = line<number | null>()
    .defined(held)
    .x((_, k) => x(k))
    .y((value) => y(value!))
    .curve(curve)
    .digits(1);
  return path([...values]) ?? "";
}
