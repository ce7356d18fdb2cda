import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

/** A command of a page and the lines that it is shown to print. */
export interface ConsoleBlock {
  command: string; // "$ lockstep scan"
  lines: string[];
}

/** The blocks of a language in a page. */
export function blocksIn(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, body = ""]) => body);
}

/** The commands of a page with what they are shown to print. */
export function consoleBlocks(page: URL): ConsoleBlock[] {
  return blocksIn(readFileSync(page, "utf8"), "console").map((block) => {
    const [command = "", ...lines] = block.trimEnd().split("\n");
    return { command, lines };
  });
}

/** Holds what a page shows against what is printed; when goldens are written, the page is made to show it. */
export function holdShown(page: URL, { command, lines }: ConsoleBlock, out: string): void {
  const printed = out.trimEnd().split("\n");
  assert.notEqual(printed.join(""), "", `${command} prints nothing: what only shows a command is a block of sh`);
  assert.ok(!lines.some((line) => line.startsWith("$ ")), `${command}: expected one command a block`);
  if (process.env.LOCKSTEP_GOLDEN) rewrite(page, { command, lines }, printed);
  else assertShown(lines, printed);
}

/** Lines as printed; a line with an ellipsis alone stands for any number of them. */
function assertShown(shown: string[], printed: string[]): void {
  let at = 0;
  let skip = false;
  for (const line of shown) {
    if (line === "…") {
      skip = true;
      continue;
    }
    const found: number = skip ? printed.indexOf(line, at) : at;
    assert.equal(printed[found], line, "what the page shows is not what is printed: npm run golden");
    at = found + 1;
    skip = false;
  }
}

/** Puts the lines printed now in place of those shown, as many as there were before the ellipsis. */
function rewrite(page: URL, { command, lines }: ConsoleBlock, printed: string[]): void {
  const kept = lines.indexOf("…");
  const now = kept < 0 ? printed : [...printed.slice(0, kept), "…"];
  const text = readFileSync(page, "utf8");
  writeFileSync(page, text.replace([command, ...lines].join("\n"), [command, ...now].join("\n")));
}
