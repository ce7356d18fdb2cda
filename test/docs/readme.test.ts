import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { cli } from "../cli/cli.ts";
import { blocksIn, consoleBlocks, holdShown } from "./consoleBlocks.ts";
import { runExample } from "./runExample.ts";

const README = new URL("../../README.md", import.meta.url);
const text = readFileSync(README, "utf8");
const blocks = (language: string) => blocksIn(text, language);

for (const block of consoleBlocks(README)) {
  const { command } = block;
  if (command.includes("npm test")) continue; // the reporter compares its own last line
  test(`the README shows what ${command.slice(2)} prints`, async () => {
    const args = /^\$ (?:npm install && )?(?:npm start(?: --)?|lockstep)\s*(.*)$/.exec(command)?.[1];
    assert.ok(args !== undefined, `${command}: expected a command of the program`);
    holdShown(README, block, await printedBy(args));
  });
}

/** What a command prints; a scan keeps its result, for which it needs a folder. */
async function printedBy(args: string): Promise<string> {
  if (!args.startsWith("scan")) return (await cli(args)).out;
  const data = mkdtempSync(join(tmpdir(), "lockstep-readme-"));
  try {
    return (await cli(args, { data })).out;
  } finally {
    rmSync(data, { recursive: true });
  }
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
