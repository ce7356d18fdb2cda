import type { Hue } from "./chartStyle.ts";
import { px } from "./px.ts";
import { spreadLabels } from "./spreadLabels.ts";
import { textAt } from "./textAt.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** What stands beside the end of a line: at its height, or tied to it where others are in the way. */
export interface EndLabel {
  at: number;
  texts: readonly { text: string; bold?: boolean }[];
  hue: Hue;
}

interface Place {
  x: number; // where the line ends
  width: number; // from there to the edge
  size: number;
  top: number;
  bottom: number;
}

const ROW = 3; // units
const TIE = 9; // from the end of a line to its label

/** Labels beside the ends of lines, wrapped to the room there is, none over another. */
export function endLabels(labels: readonly EndLabel[], { x, width, size, top, bottom }: Place): string[] {
  const blocks = labels
    .map(({ at, texts, hue }) => ({
      at,
      hue,
      rows: texts.flatMap(({ text, bold }) => wrapPixels(text, width - TIE - 4, size, bold ? "bold" : "normal").map((row) => ({ row, bold }))),
    }))
    .sort((a, b) => a.at - b.at);
  // A row is three units high and a unit parts two labels. Wishes never descend, so that no label comes between the rows of another.
  const unit = (size + 3) / ROW;
  let least = Number.NEGATIVE_INFINITY;
  const wanted = blocks.flatMap(({ at, rows }) =>
    Array.from({ length: rows.length * ROW + 1 }, (_, k) => {
      least = Math.max(least, at + (k - (rows.length * ROW - 1) / 2) * unit);
      return least;
    }),
  );
  const placed = spreadLabels(wanted, { gap: unit, from: top - size / 2, to: bottom + size / 2 });
  let next = 0;
  return blocks.flatMap(({ at, hue, rows }) => {
    const own = rows.map((_, k) => placed[next + k * ROW + 1]!);
    next += rows.length * ROW + 1;
    const middle = (own[0]! + own.at(-1)!) / 2;
    const tie =
      Math.abs(middle - at) > 4
        ? [`<line class="line ${hue}" stroke-opacity=".55" x1="${px(x + 3)}" x2="${px(x + TIE - 1)}" y1="${px(at)}" y2="${px(middle)}"/>`]
        : [];
    return [...tie, ...rows.map(({ row, bold }, k) => textAt(row, { x: x + TIE + 2, y: own[k]! + size / 3, size, class: bold ? `${hue} bold` : hue }))];
  });
}
