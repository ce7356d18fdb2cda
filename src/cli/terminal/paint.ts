import { styleText } from "node:util";

/** What colour says again; the words and marks say it first. */
export type Tone = "strong" | "soft" | "leader" | "laggard" | "record";

const STYLES = { strong: "bold", soft: "dim", leader: "blue", laggard: "yellow", record: "green" } as const;

/** A painter that colours or leaves text as it is. */
export type Paint = (tone: Tone, text: string) => string;

export function painter(color: boolean): Paint {
  return (tone, text) => (color ? styleText(STYLES[tone], text, { validateStream: false }) : text);
}

/** Text without control characters: what comes from a file or an argument must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, "");
}
