import { wrapWords } from "../../text/index.ts";
import { type Paint, printable, type Tone } from "./paint.ts";

// A reader's line: wider terminals do not make longer ones.
const LONGEST = 96;

/** Words wrapped to the width of the terminal, every line indented. */
export function wrapped(text: string, width: number, indent = ""): string {
  return wrapWords(printable(text), Math.max(20, Math.min(width, LONGEST) - indent.length))
    .map((line) => indent + line)
    .join("\n");
}

/** The same line by line, each painted: a colour that spans a line break would run into the margin. */
export function wrappedLines(text: string, width: number, paint: Paint, tone: Tone): string[] {
  return wrapped(text, width)
    .split("\n")
    .map((line) => paint(tone, line));
}
