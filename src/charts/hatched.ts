import { px } from "./px.ts";

const PITCH = 6;

/** A box in outline with slanting lines: drawn, not a pattern, whose id would have to be unlike any other on the page. */
export function hatched({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string {
  const lines: string[] = [];
  for (let offset = PITCH; offset < width + height; offset += PITCH) {
    const from = { x: Math.min(offset, width), y: Math.max(0, offset - width) };
    const to = { x: Math.max(0, offset - height), y: Math.min(offset, height) };
    lines.push(`M${px(x + from.x)},${px(y + from.y)}L${px(x + to.x)},${px(y + to.y)}`);
  }
  const outline = `<rect class="ring" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}"/>`;
  return `${outline}<path class="line" d="${lines.join("")}"/>`;
}
