import { wrapWords } from "../text/index.ts";

/** The fewest lines that a width allows, none of them much shorter than the others. */
export function balancedLines(text: string, width: number): string[] {
  const fewest = wrapWords(text, width).length;
  let narrowest = width;
  while (narrowest > 1 && wrapWords(text, narrowest - 1).length === fewest) narrowest--;
  return wrapWords(text, narrowest);
}
