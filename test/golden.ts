import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = new URL("./golden/", import.meta.url);

/** Compares text with a golden file; `npm run golden` writes the files anew, to be looked at before they are committed. */
export function golden(name: string, text: string): void {
  const path = fileURLToPath(new URL(name, FOLDER));
  if (process.env.LOCKSTEP_GOLDEN) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  assert.equal(text, readFileSync(path, "utf8"), `${name} moved: look at the change, then npm run golden`);
}
