import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { schemaFiles } from "../../scripts/schemas.ts";
import { openMarket } from "../../src/sources/index.ts";
import { ledgerOf, toJson } from "../../src/study/index.ts";
import { ARTICLE_DAY, foundingStudy, LAST_DAY } from "../case.ts";

const read = (name: string) => readFileSync(new URL(`../../schema/${name}`, import.meta.url), "utf8");

test("the exported JSON Schemas are those of the code", () => {
  for (const [name, text] of Object.entries(schemaFiles())) assert.equal(read(name), text, `${name}: npm run schemas`);
});

// Witness: a validator of JSON Schema that knows nothing of the code.
test("what the program prints is valid by the exported schemas, and a broken study is not", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const study = ajv.compile(JSON.parse(read("study.schema.json")));
  for (const asOf of [ARTICLE_DAY, LAST_DAY, "2005-01-03"])
    assert.ok(study(JSON.parse(toJson(foundingStudy(asOf)))), JSON.stringify(study.errors?.slice(0, 2)));
  const broken = JSON.parse(toJson(foundingStudy(LAST_DAY)));
  delete broken.markets[0].distance.unit;
  assert.ok(!study(broken));
  const ledger = ajv.compile(JSON.parse(read("records.schema.json")));
  assert.ok(ledger(JSON.parse(toJson(ledgerOf(openMarket("IWM"))))), JSON.stringify(ledger.errors?.slice(0, 2)));
});
