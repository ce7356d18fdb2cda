import { escapeXml } from "../../text/index.ts";
import { inert } from "./inert.ts";

/** A text that the check says of a claim, as markup: a day and a percentage are not torn apart at the end of a line. */
export function spoken(text: string): string {
  return escapeXml(inert(text).replaceAll(/(?<=\d) %/g, "\u00a0%")).replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, '<time datetime="$&">$&</time>');
}
