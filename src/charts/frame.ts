import { escapeXml, wrapWords } from "../text/index.ts";
import { balancedLines } from "./balancedLines.ts";
import { type Layout, PAGES, type Page } from "./layout.ts";
import { px } from "./px.ts";
import { textAt } from "./textAt.ts";

/** The words around every chart; shown as given. */
export interface ChartTexts {
  title: string; // one message
  subtitle: string; // what is shown, in which unit
  source: string; // where the figures come from, and as of when
  alt: string; // for those who do not see it
}

/** Where a chart's plot stands, and the words above and below it. */
export interface Frame {
  layout: Layout;
  page: Page;
  left: number;
  right: number;
  top: number;
  bottom: number;
  height: number;
  head: string[];
  foot: string[];
  alt: string;
}

interface Room {
  plot: number; // height
  left: number; // beside the plot, for the axis
  right: number; // beside the plot, for labels
  above?: number; // between subtitle and plot
  below?: number; // between plot and source
}

/** The frame of a chart: title, subtitle and source, and what they leave for the plot. */
export function frame(texts: ChartTexts, layout: Layout, { plot, left, right, above = 38, below = 32 }: Room): Frame {
  const page = PAGES[layout];
  const { title, text } = page;
  const titles = balancedLines(texts.title, page.titleWidth);
  const subtitles = wrapWords(texts.subtitle, page.textWidth);
  const sources = wrapWords(texts.source, page.textWidth);
  const underTitle = 8 + titles.length * (title + 5);
  const top = underTitle + subtitles.length * (text + 5) + above;
  const bottom = top + plot;
  return {
    layout,
    page,
    left,
    right: page.width - right,
    top,
    bottom,
    height: bottom + below + sources.length * (text + 4),
    head: [
      ...titles.map((content, k) => textAt(content, { x: 2, y: 8 + title + k * (title + 5), size: title, class: "title" })),
      ...subtitles.map((content, k) => textAt(content, { x: 2, y: underTitle + text + 4 + k * (text + 5), size: text })),
    ],
    foot: sources.map((content, k) => textAt(content, { x: 2, y: bottom + below + text + k * (text + 4), size: text - 1 })),
    alt: texts.alt,
  };
}

/** The document: style, paper, words and what is drawn between them. */
export function svgOf({ layout, page, height, head, foot, alt }: Frame, look: { class: string; style: string }, parts: readonly string[]): string {
  const size = `viewBox="0 0 ${page.width} ${px(height + 6)}" width="${page.width}" height="${px(height + 6)}"`;
  const paper = `<rect class="paper" width="${page.width}" height="${px(height)}"/>`;
  const drawn = [paper, ...head, ...parts, ...foot].join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" class="${look.class} ${layout}" ${size} role="img" aria-label="${escapeXml(alt)}"><style>${look.style}</style>${drawn}</svg>`;
}
