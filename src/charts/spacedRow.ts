import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";

interface Word {
  at: number; // pixels
  text: string;
}

const GAP = 3; // pixels between two words

/** Words centred on their ascending places in one row; the last is always there, the others where none is in their way. */
export function spacedRow(words: readonly Word[], { y, size }: { y: number; size: number }): string[] {
  const half = ({ text }: Word) => textWidth(text, size) / 2;
  const last = words.at(-1);
  let free = Number.NEGATIVE_INFINITY;
  const shown = words.filter((word) => {
    if (word === last) return true;
    if (word.at - half(word) < free || word.at + half(word) + GAP > last!.at - half(last!)) return false;
    free = word.at + half(word) + GAP;
    return true;
  });
  return shown.map(({ at, text }) => textAt(text, { x: at, y, size, anchor: "middle" }));
}
