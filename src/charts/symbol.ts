import { px } from "./px.ts";

export type Shape = "dot" | "ring" | "diamond" | "square" | "triangle";

/** A mark whose shape says again what its colour says. */
export function symbol(shape: Shape, x: number, y: number, r: number): string {
  switch (shape) {
    case "dot":
      return `<circle class="fill" cx="${px(x)}" cy="${px(y)}" r="${r}"/>`;
    case "ring":
      return `<circle class="ring" cx="${px(x)}" cy="${px(y)}" r="${r}"/>`;
    case "diamond":
      return `<path class="fill" d="M${px(x)},${px(y - r * 1.35)}L${px(x + r * 1.35)},${px(y)}L${px(x)},${px(y + r * 1.35)}L${px(x - r * 1.35)},${px(y)}Z"/>`;
    case "square":
      return `<rect class="ring" x="${px(x - r)}" y="${px(y - r)}" width="${px(2 * r)}" height="${px(2 * r)}"/>`;
    case "triangle":
      return `<path class="ring" d="M${px(x)},${px(y - r * 1.2)}L${px(x + r * 1.15)},${px(y + r * 0.9)}L${px(x - r * 1.15)},${px(y + r * 0.9)}Z"/>`;
    default:
      throw new RangeError(`invalid shape: ${String(shape)}`);
  }
}
