import { px } from "./px.ts";
import { RESOLUTION_LOOK, type Resolution } from "./resolution.ts";
import { symbol } from "./symbol.ts";

/** The mark of an end: filled where the laggard caught up, empty where the leader came down, an arrow where it goes on. */
export function resolutionSymbol(resolution: Resolution, x: number, y: number, r: number): string {
  return `<g class="${RESOLUTION_LOOK[resolution].hue}">${shape(resolution, x, y, r)}</g>`;
}

function shape(resolution: Resolution, x: number, y: number, r: number): string {
  switch (resolution) {
    case "catchUp":
      return symbol("dot", x, y, r);
    case "rollOver":
      return symbol("ring", x, y, r);
    case "open":
      return `<path class="fill" d="M${px(x - r * 0.8)},${px(y - r * 1.2)}L${px(x + r * 1.4)},${px(y)}L${px(x - r * 0.8)},${px(y + r * 1.2)}Z"/>`;
    default:
      throw new RangeError(`invalid resolution: ${String(resolution)}`);
  }
}
