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

const documented = new Set<string>();
for (const name of files) {
  const text = readFileSync(new URL(name, SOURCES), "utf8");
  for (const [, comment = "", exported = ""] of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:async )?(?:class|function\*?) (\w+)/g)) {
    const example = /@example\n([\s\S]*)$/.exec(comment)?.[1];
    if (example === undefined) continue;
    documented.add(exported);
    const code = example.replace(/^\s*\* ?/gm, "").trim();
    test(`the example of ${exported} gives what it says`, async () => {
      assert.ok((await runExample(code)) > 0, "an example shows what comes out");
    });
  }
}

test("every public function has an example", async () => {
  const { exports } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { exports: Record<string, { default?: string }> };
  const entries = Object.values(exports).flatMap(({ default: built }) => built?.replace("./dist/", "").replace(/\.js$/, ".ts") ?? []);
  assert.ok(entries.length > 10);
  for (const entry of entries) {
    const exported = Object.entries((await import(new URL(entry, SOURCES).href)) as Record<string, unknown>);
    for (const [name, value] of exported) if (typeof value === "function") assert.ok(documented.has(name), `${name} of ${entry} has no example`);
  }
});
