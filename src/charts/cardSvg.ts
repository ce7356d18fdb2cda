import { COLOURS } from "./chartStyle.ts";
import { plotOnly } from "./plotOnly.ts";
import { px } from "./px.ts";
import { textAt } from "./textAt.ts";
import { textWidth } from "./textWidth.ts";
import { wrapPixels } from "./wrapPixels.ts";

/** What stands on the card of a note: words as given, and a chart of the narrow layout. */
export interface CardSpec {
  title: string;
  day: string; // "As of 11 December 2025"
  group: string; // "Small caps and bitcoin"
  chart?: { svg: string; caption: string }; // "Distance from the record"
}

const SIZE = { width: 1200, height: 630 };
const EDGE = 64;
const WORDS = { width: 500, top: 150, height: 330 };
const PLOT = { left: 624, top: 98, width: 530, height: 476 };
const HEADLINES = [56, 50, 44, 38, 32, 27];
const LINE = 1.14; // of the size
const SERIF = 1.1; // it takes less room than what is reckoned with for any font

/**
 * The card that stands for a note where links are shown, 1200 by 630 pixels: its title, group and day, and beside them the plot of a chart.
 *
 * Words are in "Source Serif 4" and "Inter", light. A title is set smaller the longer it is, and cut when it is longer still.
 *
 * @throws RangeError when the chart is none of this room's
 *
 * @example
 * import { cardSvg } from "lockstep/charts";
 * cardSvg({ title: "A <b> is at its record", day: "As of 2 January 2025", group: "G" }).includes("A &lt;b&gt; is at its record"); // => true
 */
export function cardSvg({ title, day, group, chart }: CardSpec): string {
  const { paper, ink, soft, blue } = COLOURS.light;
  const width = chart === undefined ? SIZE.width - 2 * EDGE : WORDS.width;
  const { size, lines } = fitted(title, width);
  const at = (k: number) => WORDS.top + size * (0.8 + LINE * k);
  const words = (family: string, weight: number, fill: string, parts: readonly string[]) =>
    `<g font-family="${family}" font-weight="${weight}" fill="${fill}">${parts.join("")}</g>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}">`,
    `<rect width="${SIZE.width}" height="${SIZE.height}" fill="${paper}"/><rect width="${SIZE.width}" height="10" fill="${blue}"/>`,
    words("Inter", 600, ink, [textAt("Lockstep", { x: EDGE, y: 92, size: 28 })]),
    words(
      "Source Serif 4",
      600,
      ink,
      lines.map((line, k) => textAt(line, { x: EDGE, y: at(k), size })),
    ),
    words("Inter", 400, soft, [
      textAt(cut(group, width, 24), { x: EDGE, y: 536, size: 24 }),
      textAt(day, { x: EDGE, y: 570, size: 24 }),
      ...(chart === undefined ? [] : [textAt(cut(chart.caption, PLOT.width, 22), { x: PLOT.left + 6, y: 90, size: 22 })]),
    ]),
    chart === undefined ? "" : plot(chart.svg),
    "</svg>",
  ].join("");
}

function plot(chart: string): string {
  const { content, viewBox, width, height } = plotOnly(chart);
  const scale = Math.min(PLOT.width / width, PLOT.height / height);
  const size = { width: width * scale, height: height * scale };
  const place = `x="${PLOT.left}" y="${PLOT.top}" width="${px(size.width)}" height="${px(size.height)}"`;
  return `<svg class="${/ class="([^"]*)"/.exec(chart)?.[1] ?? ""}" ${place} viewBox="${viewBox}">${content}</svg>`;
}

/** The largest size at which a title fits, in lines; a title that fits at none is cut. */
function fitted(title: string, width: number): { size: number; lines: string[] } {
  const sizes = HEADLINES.map((size) => ({ size, most: Math.floor(WORDS.height / (size * LINE)), lines: wrapPixels(title, width * SERIF, size) }));
  const fits = sizes.find(({ size, most, lines }) => lines.length <= most && lines.every((line) => textWidth(line, size) <= width * SERIF));
  if (fits) return { size: fits.size, lines: balanced(title, width * SERIF, fits) };
  const { size, most, lines } = sizes.at(-1)!;
  const shown = lines.length <= most ? lines : [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")];
  return { size, lines: shown.map((line) => cut(line, width * SERIF, size)) };
}

/** The same number of lines, none much longer than the others. */
function balanced(title: string, width: number, { size, lines }: { size: number; lines: string[] }): string[] {
  const narrower = wrapPixels(title, width - size / 4, size);
  const fits = narrower.length === lines.length && narrower.every((line) => textWidth(line, size) <= width - size / 4);
  return fits ? balanced(title, width - size / 4, { size, lines: narrower }) : lines;
}

/** One line of text, cut where there is no more room. */
function cut(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = Array.from(text);
  while (characters.length > 0 && textWidth(`${characters.join("")}…`, size) > width) characters.pop();
  return `${characters.join("").trimEnd()}…`;
}
