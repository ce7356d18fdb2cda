import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

// Inside the package and out of version control, so that "lockstep" is found as a reader of the docs would import it.
const FOLDER = fileURLToPath(new URL("../../dist/.examples/", import.meta.url));
let count = 0;

/** Runs example code; each `expression; // => value` (or the same on the next line) is asserted. Returns how many were. */
export async function runExample(code: string): Promise<number> {
  let checks = 0;
  const lines = code.replaceAll(/;\n\/\/ => /g, "; // => ").split("\n");
  const body = lines.map((line) => {
    const match = /^(.*?);? \/\/ => (.*)$/.exec(line);
    if (!match) return line;
    checks++;
    return `assert.deepEqual(${match[1]}, ${match[2]});`;
  });
  mkdirSync(FOLDER, { recursive: true });
  const path = `${FOLDER}example-${process.pid}-${count++}.mjs`;
  writeFileSync(path, `import assert from "node:assert/strict";\n${body.join("\n")}\n`);
  try {
    await import(pathToFileURL(path).href);
  } catch (error) {
    assert.fail(`${error instanceof Error ? error.message : String(error)}\nin the example\n${code}`);
  } finally {
    rmSync(path);
  }
  return checks;
}
