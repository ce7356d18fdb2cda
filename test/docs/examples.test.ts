// Every @example of the sources is run as it stands against the built package; `// => value` says what a line gives.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { runExample } from "./runExample.ts";

const SOURCES = new URL("../../src/", import.meta.url);

const files = readdirSync(SOURCES, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith(".ts"))
  .sort();

let examples = 0;
for (const name of files) {
  const text = readFileSync(new URL(name, SOURCES), "utf8");
  for (const [, comment = ""] of text.matchAll(/\/\*\*([\s\S]*?)\*\//g)) {
    const example = /@example\n([\s\S]*)$/.exec(comment)?.[1];
    if (example === undefined) continue;
    const code = example.replace(/^\s*\* ?/gm, "").trim();
    examples++;
    test(`the example of ${name}: ${code.split("\n").at(-1)?.slice(0, 60)}`, async () => {
      assert.ok((await runExample(code)) > 0, "an example shows what comes out");
    });
  }
}

test("the public functions have examples", () => {
  assert.ok(examples >= 25, `${examples} examples`);
});
