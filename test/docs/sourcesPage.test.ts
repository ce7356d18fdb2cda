import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { sourcesPage } from "../../scripts/sourcesPage.ts";

const PAGE = new URL("../../docs/sources.md", import.meta.url);

test("docs/sources.md is what the program says of its sources", () => {
  const text = sourcesPage();
  if (process.env.LOCKSTEP_GOLDEN) writeFileSync(PAGE, text);
  assert.equal(readFileSync(PAGE, "utf8"), text, "npm run golden, and look at the change");
  assert.ok(!/undefined|NaN|null/.test(text));
});
