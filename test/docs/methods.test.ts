import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import * as earnings from "../../src/earnings/index.ts";
import * as lag from "../../src/lag/index.ts";
import * as liquidity from "../../src/liquidity/index.ts";
import * as lockstep from "../../src/lockstep/index.ts";
import * as num from "../../src/num/index.ts";
import * as rates from "../../src/rates/index.ts";
import * as scan from "../../src/scan/index.ts";

const FOLDER = new URL("../../docs/methods/", import.meta.url);
const pages = readdirSync(FOLDER).filter((name) => name !== "README.md");
const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");

for (const page of pages) {
  test(`docs/methods/${page} has formula, assumptions, oracle, limits and reference of functions that exist`, () => {
    const text = read(page);
    assert.deepEqual(
      [...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title),
      ["Formula", "Assumptions", "Oracle", "Limits", "Reference"],
    );
    const named = [...(/^Functions: (.*)\.$/m.exec(text)?.[1] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name!);
    assert.ok(named.length > 0);
    for (const name of named)
      assert.equal(typeof { ...num, ...lockstep, ...lag, ...rates, ...liquidity, ...earnings, ...scan }[name as keyof typeof num], "function", name);
  });
}

test("docs/methods/README.md lists every page", () => {
  const listed = [...read("README.md").matchAll(/\(([\w-]+\.md)\)/g)].map(([, name]) => name!);
  assert.deepEqual(listed.sort(), pages.sort());
});
