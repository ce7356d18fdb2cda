import type { Locale } from "./locale.ts";

/** A chart with the numbers and days of its texts in the manner of a locale. */
export function localSvg(svg: string, locale: Locale): string {
  const end = svg.indexOf("</style>");
  // The style is not read by anyone, and full of numbers.
  const [style, drawing] = end < 0 ? ["", svg] : [svg.slice(0, end), svg.slice(end)];
  const label = style.replace(/aria-label="([^"]*)"/, (_, text: string) => `aria-label="${locale.words(text)}"`);
  return label + drawing.replace(/>([^<]+)</g, (_, text: string) => `>${locale.words(text)}<`);
}
