import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";

/** A mark of the chart and what it means. */
export interface KeyItem {
  width: number; // of the mark, in pixels
  draw: (x: number, middle: number) => string;
  words: string;
  joined?: boolean; // it belongs to the item before it, and is parted from it only where no row holds both
}

const AFTER_MARK = 6;
const BETWEEN = 12;
const ROW = 19;

/** Marks with their words, side by side in as many rows as they need; their height is known before they are placed. */
export function keyLine(
  items: readonly KeyItem[],
  { left, width, size }: { left: number; width: number; size: number },
): { height: number; at: (top: number) => string[] } {
  const taken = ({ width: mark, words }: KeyItem) => mark + AFTER_MARK + textWidth(words, size);
  let [x, row] = [left, 0];
  const placed = items.map((item, k) => {
    const others = items.slice(k + 1);
    const end = others.findIndex(({ joined }) => !joined);
    const all = others.slice(0, end < 0 ? undefined : end).reduce((sum, one) => sum + BETWEEN + taken(one), taken(item));
    const room = !item.joined && left + all <= width ? all : taken(item);
    if (x > left && x + room > width) [x, row] = [left, row + 1];
    const at = { item, x, row };
    x += taken(item) + BETWEEN;
    return at;
  });
  return {
    height: placed.length === 0 ? 0 : (row + 1) * ROW,
    at: (top) =>
      placed.flatMap(({ item, ...at }) => {
        const y = top + at.row * ROW + size;
        return [item.draw(at.x, y - size / 3), textAt(item.words, { x: at.x + item.width + AFTER_MARK, y, size })];
      }),
  };
}
