import type { Manifest } from "./manifest.ts";

const FIRST = ["note.html", "note.pdf", "note.md"];

/** The file by which a note is opened: that of the first format made, or its study. */
export function mainFile({ files }: Manifest): string {
  return FIRST.find((name) => files.some(({ file }) => file === name)) ?? "study.json";
}
