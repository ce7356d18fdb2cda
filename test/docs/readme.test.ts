import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { cli } from "../cli/cli.ts";
import { runExample } from "./runExample.ts";

const README = new URL("../../README.md", import.meta.url);
const text = readFileSync(README, "utf8");
const blocks = (language: string) => [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(([, body = ""]) => body);

for (const block of blocks("console")) {
  const [command = "", ...lines] = block.trimEnd().split("\n");
  if (command.includes("npm test")) continue; // the reporter compares its own last line
  test(`the README shows what ${command.slice(2)} prints`, async () => {
    const args = /^\$ (?:npm install && )?(?:npm start(?: --)?|lockstep)\s*(.*)$/.exec(command)?.[1];
    assert.ok(args !== undefined, `${command}: expected a command of the program`);
    const printed = (await cli(args)).out.trimEnd().split("\n");
    assert.notEqual(printed.join(""), "", `${command} prints nothing: what only shows a command is a block of sh`);
    assert.ok(!lines.some((line) => line.startsWith("$ ")), `${command}: expected one command a block`);
    if (process.env.LOCKSTEP_GOLDEN) rewrite(command, lines, printed);
    else assertShown(lines, printed);
  });
}

test("the README's library code runs", async () => {
  const [code = ""] = blocks("ts");
  assert.equal(await runExample(code), 3);
  assert.equal(code.trim().split("\n").length, 6);
});

test("the README's group file is a group", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-readme-"));
  try {
    const path = join(folder, "metals.yaml");
    writeFileSync(path, blocks("yaml")[0] ?? "");
    assert.equal((await cli(`group ${path}`)).code, 0);
    const { code, out } = await cli(`${path} --json`);
    assert.deepEqual([code, JSON.parse(out).cases.laggard], [0, "SLV"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

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
    assert.equal(printed[found], line, "the README's output is not what is printed: npm run golden");
    at = found + 1;
    skip = false;
  }
}

/** Puts the lines printed now in place of those shown, as many as there were before the ellipsis. */
function rewrite(command: string, lines: string[], printed: string[]): void {
  const kept = lines.indexOf("…");
  const now = kept < 0 ? printed : [...printed.slice(0, kept), "…"];
  const readme = readFileSync(README, "utf8");
  writeFileSync(README, readme.replace([command, ...lines].join("\n"), [command, ...now].join("\n")));
}
