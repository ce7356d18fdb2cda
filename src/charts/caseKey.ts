import type { KeyItem } from "./keyLine.ts";
import { px } from "./px.ts";
import { RESOLUTION_LOOK, type Resolution } from "./resolution.ts";
import { resolutionSymbol } from "./resolutionSymbol.ts";
import type { ShadedCase } from "./shadedCases.ts";

const SWATCH = { width: 16, height: 12 };
const RADIUS = 3.6;

const ORDER: readonly Resolution[] = ["catchUp", "rollOver", "open"];

/** What the shade and the symbols above it mean: only those that are there. */
export function caseKey(cases: readonly ShadedCase[]): KeyItem[] {
  if (cases.length === 0) return [];
  return [
    {
      width: SWATCH.width,
      draw: (x, middle) => `<rect class="shade" x="${px(x)}" y="${px(middle - SWATCH.height / 2)}" width="${SWATCH.width}" height="${SWATCH.height}"/>`,
      words: "case:",
    },
    ...ORDER.filter((resolution) => cases.some((one) => one.resolution === resolution)).map((resolution) => ({
      width: 2 * RADIUS,
      draw: (x: number, middle: number) => resolutionSymbol(resolution, x + RADIUS, middle, RADIUS),
      words: RESOLUTION_LOOK[resolution].words,
      joined: true,
    })),
  ];
}
