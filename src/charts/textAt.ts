import { escapeXml } from "../text/index.ts";
import { px } from "./px.ts";

/** One line of text on a chart. */
export function textAt(content: string, at: { x: number; y: number; size: number; class?: string; anchor?: "middle" | "end" }): string {
  const look = `${at.class ? ` class="${at.class}"` : ""}${at.anchor ? ` text-anchor="${at.anchor}"` : ""}`;
  return `<text x="${px(at.x)}" y="${px(at.y)}" font-size="${at.size}"${look}>${escapeXml(content)}</text>`;
}
