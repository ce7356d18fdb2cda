import { escapeXml } from "../text/index.ts";

// What XML has no place for, even escaped: control characters and halves of characters.
const NO_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text for a feed: escaped, without what XML cannot hold. */
export function xmlText(text: string): string {
  return escapeXml(text.replaceAll(NO_CHARACTER, ""));
}
