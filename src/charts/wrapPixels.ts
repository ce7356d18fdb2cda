import { textWidth } from "./textWidth.ts";

/** Text in lines that fit a width in pixels; a longer word gets a line of its own. */
export function wrapPixels(text: string, width: number, size: number, weight: "normal" | "bold" = "normal"): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
