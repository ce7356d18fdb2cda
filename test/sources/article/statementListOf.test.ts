// A list of claims in place of an article: each claim a block, faults named with line and key.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readArticleFile } from "../../../src/sources/article/readArticleFile.ts";
import { statementListOf } from "../../../src/sources/article/statementListOf.ts";
import { articleFrom } from "./origin.ts";

const FOUNDING = "cases/small-caps-and-bitcoin/claims.yaml";

test("the founding article's list: one block a claim, each span its words", () => {
  const list = statementListOf(readFileSync(FOUNDING, "utf8"), FOUNDING);
  assert.ok(list);
  assert.deepEqual([list.published, list.source, list.statements.length], ["2025-12-12", FOUNDING, 17]);
  assert.deepEqual(
    list.statements.map(({ span }) => list.text.slice(span.from, span.to)),
    list.text.split("\n\n"),
  );
  const [first] = list.statements;
  assert.deepEqual(first, { id: "leader-record", span: { from: 0, to: 39 }, expect: "supported" });
});

test("a list is known by its file's ending or by its line of claims, and a page of the web is none", async () => {
  const list = "claims:\n  # one\n  - id: a\n    says: gold\u00A0is\n      up\n";
  assert.equal(statementListOf(list, "standard input")?.text, "gold is up");
  assert.equal(statementListOf("claims:\nThe Dow rose.", "article.txt"), undefined);
  assert.equal("statements" in (await articleFrom(list)), true);
  assert.equal("statements" in (await articleFrom(list, { contentType: "text/plain" })), false);
});

const CLAIM = "claims:\n  - id: a\n    says: gold is up\n";
for (const [name, yaml, message] of [
  ["no YAML", "claims: [", /^c\.yaml:1: expected YAML/],
  ["no claims", "published: 2025-12-12", /claims: expected array; received nothing$/],
  ["none", "claims: []", /claims: expected one claim or more/],
  ["an unknown verdict", `${CLAIM}    expect: true-ish\n`, /^c\.yaml:4: claims\.0\.expect: expected supported, imprecise, .* or opinion; received "true-ish"$/],
  ["an unknown key", `${CLAIM}    sais: x\n`, /^c\.yaml:4: claims\.0: expected only known keys; received sais$/],
  ["an id twice", `${CLAIM}  - id: a\n    says: x\n`, /^c\.yaml:4: claims\.1\.id: expected each id once/],
  ["no words", "claims:\n  - id: a\n    says: '...'\n", /claims\.0\.says: .*expected a statement in words/],
  ["no day", `published: 2025-02-30\n${CLAIM}`, /^c\.yaml:1: published: .*expected a day like 2025-12-12/],
  ["too many", `claims:\n${Array.from({ length: 501 }, (_, k) => `  - {id: a${k}, says: x}\n`).join("")}`, /expected at most 500 claims/],
  ["aliases of aliases", `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nclaims: [${"*b,".repeat(60)}*b]`, /Excessive alias count/],
] as const) {
  test(`refused: a list with ${name}`, () => assert.throws(() => statementListOf(yaml, "c.yaml"), { name: "Problem", kind: "usage", message }));
}

test("a file is read by its ending; what is no file is a problem of the request", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lockstep-article-"));
  try {
    const path = join(folder, "a.md");
    writeFileSync(path, "# Record\n\nGold is *up*.");
    assert.deepEqual(await readArticleFile(path), { title: "Record", text: "Record\n\nGold is up.", published: null, source: path });
    writeFileSync(join(folder, "c.yaml"), CLAIM);
    assert.ok("statements" in (await readArticleFile(join(folder, "c.yaml"))));
    writeFileSync(join(folder, "large.txt"), new Uint8Array(5 * 1024 * 1024 + 1));
    for (const [file, message] of [
      [folder, /expected a file; received a folder$/],
      [join(folder, "none.txt"), /none\.txt: cannot be read \(ENOENT\)$/],
      [join(folder, "large.txt"), /at most 5242880 bytes/],
      ["/dev/null", /expected a file; received something else$/],
    ] as const) {
      await assert.rejects(readArticleFile(file), { name: "Problem", kind: "usage", message });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
