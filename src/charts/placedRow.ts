import { type Layout, PAGES } from "./layout.ts";
import { type MarketRole, ROLE_HUES } from "./marketRole.ts";
import { textWidth } from "./textWidth.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** What a row says beside its ticks, or above them. */
export interface RowWords {
  label: string;
  words: string;
  role: MarketRole;
  value: string;
  reason?: string;
}

interface Line {
  text: string;
  x: number;
  y: number;
  class: string;
  anchor?: "end";
}

/** A row in the room it has: its height, its words, and the band of its ticks; all from its top. */
export interface PlacedRow {
  height: number;
  band: { y: number; height: number };
  texts: Line[];
}

interface Room {
  left: number;
  right: number;
  width: number; // of the page
  size: number;
}

const GAP = 12; // pixels between the plot and the words beside it
const WIDEST = { names: 190, values: 130 };
const EDGE = 2;
const INDENT = 6;
const BANDS = { wide: 24, narrow: 20 } as const;
const LEAST = 40; // height of a row beside its words

/** What names and values take beside the plot; on a phone they stand above the ticks. */
export function besideRows(rows: readonly RowWords[], layout: Layout): { left: number; right: number } {
  if (layout === "narrow") return { left: EDGE, right: EDGE };
  const size = PAGES[layout].text;
  const names = rows.flatMap(({ label, words }) => [textWidth(label, size, "bold"), textWidth(words, size)]);
  const values = rows.map(({ value }) => textWidth(value, size, "bold"));
  return { left: Math.min(WIDEST.names, Math.max(...names)) + GAP, right: Math.min(WIDEST.values, Math.max(...values)) + GAP };
}

/** A row with its words wrapped to the room there is; a reason stands where its ticks would. */
export function placedRow(row: RowWords, { left, right, layout }: { left: number; right: number; layout: Layout }): PlacedRow {
  const { width, text: size } = PAGES[layout];
  const line = size + 3;
  const reasons = row.reason === undefined ? [] : wrapPixels(row.reason, width - left - right - 2 * INDENT, size);
  const band = Math.max(BANDS[layout], reasons.length * line + 2);
  const { y, height, texts } = (layout === "wide" ? beside : above)(row, band, { left, right, width, size });
  const first = y + (band - reasons.length * line) / 2 + size - 1;
  const reason = reasons.map((text, k) => ({ text, x: left + INDENT, y: first + k * line, class: "ink" }));
  return { height, band: { y, height: band }, texts: [...texts, ...reason] };
}

function beside(row: RowWords, band: number, { left, right, width, size }: Room): { y: number; height: number; texts: Line[] } {
  const line = size + 3;
  const strong = hueOf(row);
  const named = wrapPixels(row.label, left - GAP, size, "bold").map((text) => ({ text, class: `${strong} bold` }));
  const names = [...named, ...wrapPixels(row.words, left - GAP, size).map((text) => ({ text, class: "" }))];
  const values = wrapPixels(row.value, right - GAP, size, "bold").map((text) => ({ text, class: strong }));
  const height = Math.max(LEAST, Math.max(names.length, values.length) * line + 10, band + 14);
  const block = (texts: { text: string; class: string }[], x: number) =>
    texts.map((text, k) => ({ ...text, x, y: (height - texts.length * line) / 2 + size - 1 + k * line }));
  return { y: (height - band) / 2, height, texts: [...block(names, EDGE), ...block(values, width - right + GAP)] };
}

function above(row: RowWords, band: number, { width, size }: Room): { y: number; height: number; texts: Line[] } {
  const line = size + 3;
  const strong = hueOf(row);
  const taken = textWidth(row.value, size, "bold") + GAP;
  const named = wrapPixels(row.label, width - 2 * EDGE - taken, size, "bold");
  const after = EDGE + textWidth(named.at(-1)!, size, "bold") + INDENT;
  // The words follow the name where the value leaves them room, and stand below it otherwise.
  const follow = after + textWidth(row.words, size) + taken <= width;
  const words = follow ? [row.words] : wrapPixels(row.words, width - 2 * EDGE, size);
  const first = follow ? named.length - 1 : named.length;
  const y = (first + words.length) * line + 3;
  return {
    y,
    height: y + band + 9,
    texts: [
      ...named.map((text, k) => ({ text, x: EDGE, y: size + k * line, class: `${strong} bold` })),
      ...words.map((text, k) => ({ text, x: follow ? after : EDGE, y: size + (first + k) * line, class: "" })),
      { text: row.value, x: width - EDGE, y: size, class: strong, anchor: "end" },
    ],
  };
}

function hueOf({ role }: RowWords): string {
  return role === "member" ? "ink" : `${ROLE_HUES[role]} bold`;
}
