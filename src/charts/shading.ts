import { px } from "./px.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";

/** Below this a probability is neither shaded nor printed. */
export const LEAST_SHOWN = 0.01;

/** How much of the heat's colour a probability gets; the least one shown can still be seen. */
export function shading(probability: number): number {
  return Math.round((0.14 + 0.86 * probability) * 100) / 100;
}

const STEPS = [0.05, 0.25, 0.5, 0.75, 1];
const FEW_STEPS = [0.05, 0.5, 1];
const BOX = { widest: 38, narrowest: 33 }; // pixels; "100%" must fit

/** What the shades mean, read from left to right; fewer of them where the words leave little room. */
export function shadingKey(label: string, { x, y, width, size }: { x: number; y: number; width: number; size: number }): string[] {
  const start = x + textWidth(label, size) + 6;
  const room = x + width - start;
  const steps = room / STEPS.length >= BOX.narrowest ? STEPS : FEW_STEPS;
  const box = Math.min(BOX.widest, Math.max(BOX.narrowest, room / steps.length));
  return [
    textAt(label, { x, y, size }),
    ...steps.flatMap((step, k) => {
      const at = start + k * box;
      return [
        `<rect class="heat" fill-opacity="${shading(step)}" x="${px(at)}" y="${px(y - size + 1)}" width="${px(box)}" height="${size + 2}"/>`,
        textAt(`${step * 100}%`, { x: at + box / 2, y, size: 11, class: "ink", anchor: "middle" }),
      ];
    }),
  ];
}
