const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/**
 * Text made safe for XML and HTML, in content and in quoted attributes.
 *
 * @example
 * import { escapeXml } from "lockstep/text";
 * escapeXml("S&P <500>"); // => "S&amp;P &lt;500&gt;"
 */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
