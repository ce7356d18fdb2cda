import { wrapWords } from "../../text/index.ts";
import { printable } from "./paint.ts";

// A reader's line: wider terminals do not make longer ones.
const LONGEST = 96;

/** Words wrapped to the width of the terminal, every line indented. */
export function wrapped(text: string, width: number, indent = ""): string {
  return wrapWords(printable(text), Math.max(20, Math.min(width, LONGEST) - indent.length))
    .map((line) => indent + line)
    .join("\n");
}
