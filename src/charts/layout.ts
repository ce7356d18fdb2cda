/** Where the chart is read: on a page, or on a phone. */
export type Layout = "wide" | "narrow";

/** Width and type sizes in pixels; widths of lines of words in characters. */
export interface Page {
  width: number;
  title: number;
  text: number;
  titleWidth: number;
  textWidth: number;
}

export const PAGES: Readonly<Record<Layout, Page>> = {
  wide: { width: 960, title: 21, text: 13, titleWidth: 68, textWidth: 124 },
  narrow: { width: 390, title: 16, text: 12, titleWidth: 34, textWidth: 54 },
};
