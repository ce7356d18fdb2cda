import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { foundingCase } from "../../scripts/foundingCase.ts";

const PAGE = new URL("../../docs/founding-case.md", import.meta.url);

test("docs/founding-case.md is what the program says of the founding case", () => {
  const text = foundingCase();
  if (process.env.LOCKSTEP_GOLDEN) writeFileSync(PAGE, text);
  assert.equal(readFileSync(PAGE, "utf8"), text, "npm run golden, and look at the change");
  assert.ok(!/undefined|NaN|null|unknown/.test(text));
});
