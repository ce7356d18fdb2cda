import type { Measure } from "../market/index.ts";
import { escapeXml } from "../text/index.ts";

/**
 * A number as markup: its value in `data`, its place in the record, its definition and span as a title.
 *
 * @param clean what is done to words of others before they are escaped
 */
export function measureMarkup(measure: Measure, path: string | undefined, text: string, clean: (words: string) => string = (words) => words): string {
  const { value, definition, n, from, to, reason } = measure;
  const span = from === null || to === null ? "" : ` (${n} observations, ${from} to ${to})`;
  const title = escapeXml(clean(`${definition}${span}${reason ? `: ${reason}` : ""}`));
  const at = path === undefined ? "" : ` data-at="${escapeXml(path)}"`;
  return `<data value="${value ?? ""}"${at} title="${title}">${escapeXml(clean(text))}</data>`;
}
