import type { Measure } from "../../market/index.ts";
import { escapeXml } from "../../text/index.ts";
import { inert } from "./inert.ts";
import { measureText } from "./measureText.ts";

/** A measure as markup: its value, its place in the record, its definition and span as a title. */
export function measureData(measure: Measure, paths: ReadonlyMap<Measure, string>, text = measureText(measure)): string {
  const { value, definition, n, from, to, reason } = measure;
  const span = from === null || to === null ? "" : ` (${n} observations, ${from} to ${to})`;
  const title = escapeXml(inert(`${definition}${span}${reason ? `: ${reason}` : ""}`));
  const path = paths.get(measure);
  const at = path === undefined ? "" : ` data-at="${escapeXml(path)}"`;
  return `<data value="${value ?? ""}"${at} title="${title}">${escapeXml(inert(text))}</data>`;
}
