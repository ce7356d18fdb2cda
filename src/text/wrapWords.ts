/**
 * Text broken into lines of at most so many characters, at spaces; a longer word gets a line of its own.
 *
 * @example
 * import { wrapWords } from "lockstep/text";
 * wrapWords("out of step with the leader", 12); // => ["out of step", "with the", "leader"]
 */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
