// `lockstep check`: what it takes, what it prints, and how it ends.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { golden } from "../golden.ts";
import { cli, cliWith } from "./cli.ts";
import { inFolder, writeGroup } from "./ownGroup.ts";

const LIST = "cases/small-caps-and-bitcoin/claims.yaml";
const ARTICLE = "The Fed cut its rate by 25 basis points on Wednesday. Bitcoin is 40 % below its October record.";
const SCHEMA = new URL("../../schema/check.schema.json", import.meta.url);

const fromInput = (text: string | Uint8Array, args = "check - --published 2025-12-12", changes: { width?: number } = {}) =>
  cli(args, { ...changes, input: () => Promise.resolve(typeof text === "string" ? new TextEncoder().encode(text) : text) });

test("the founding article's list on the screen", async () => {
  const { code, out, err } = await cli(`check ${LIST}`);
  assert.deepEqual([code, err], [0, ""]);
  golden("cli/check.txt", out);
});

test("the screen is no wider than asked, and without colour has no escapes", async () => {
  for (const width of [60, 140]) {
    const { out } = await fromInput(ARTICLE, "check - --published 2025-12-12", { width });
    for (const line of out.split("\n")) assert.ok(line.length <= width, `${width}: ${line}`);
    assert.ok(!out.includes("\u001b"));
  }
});

test("JSON is what the schema says, and nothing else is printed", async () => {
  const { code, out, err } = await cli(`check ${LIST} --json`);
  assert.deepEqual([code, err], [0, ""]);
  const check = JSON.parse(out) as { schema: string; statements: unknown[] };
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")));
  assert.ok(validate(check), JSON.stringify(validate.errors));
  assert.equal(check.schema, "lockstep.check/1");
  assert.equal(check.statements.length, 17);
});

test("the page shows the text once and the findings beside it", async () => {
  const { code, out } = await fromInput(ARTICLE, "check - --published 2025-12-12 --html");
  assert.equal(code, 0);
  assert.ok(out.startsWith("<!doctype html>"));
  assert.ok(!/<script|src=|href="http/.test(out));
  for (const word of ["Supported", "Contradicted", "40 % below its October record"]) assert.ok(out.includes(word), word);
});

test("standard input is read, and a contradiction is no failure of the program", async () => {
  const { code, out } = await fromInput(ARTICLE);
  assert.equal(code, 0);
  assert.match(out, /supported.*“The Fed cut its rate by 25 basis points on Wednesday”/);
  assert.match(out, /contradicted.*“Bitcoin is 40 % below its October record”/);
});

test("a list whose expectations are not met ends with code 4 and names them", async () => {
  await inFolder(async ({ folder, run }) => {
    const path = join(folder, "list.yaml");
    writeFileSync(path, "published: 2025-12-12\nclaims:\n  - id: cut\n    says: the Fed cut by 50 basis points on Wednesday\n    expect: supported\n");
    const { code, err, out } = await run(`check ${path}`);
    assert.equal(code, 4);
    assert.match(err, /contradicted in place of supported \(cut\)/);
    assert.match(out, /contradicted/);
  });
});

test("the day of publication: asked, or said by the article, never guessed", async () => {
  const without = await fromInput(ARTICLE, "check -");
  assert.equal(without.code, 2);
  assert.match(without.err, /expected the day of publication; the text names none/);
  const said = await fromInput(`Published: 12 December 2025\n\n${ARTICLE}`, "check - --json");
  assert.deepEqual([JSON.parse(said.out).article.published, JSON.parse(said.out).article.publishedBy], ["2025-12-12", "article"]);
  for (const [day, message] of [
    ["2027-01-01", /expected a day up to today/],
    ["yesterday", /--published/],
  ] as const) {
    const { code, err } = await fromInput(ARTICLE, `check - --published ${day}`);
    assert.equal(code, 2);
    assert.match(err, message);
  }
});

test("what cannot be read is said in one line, with the code of a wrong request", async () => {
  await inFolder(async ({ folder, run }) => {
    writeFileSync(join(folder, "empty.txt"), "");
    writeFileSync(join(folder, "binary.txt"), Uint8Array.of(0, 1, 2, 3, 255));
    for (const args of ["check HERE/absent.txt", "check HERE", "check HERE/empty.txt", "check HERE/binary.txt"]) {
      const { code, err, out } = await run(`${args} --published 2025-12-12`);
      assert.equal(code, 2, `${args}: ${err}`);
      assert.equal(out, "");
      assert.match(err, /^lockstep: [^\n]+\n$/);
    }
  });
  assert.equal((await fromInput(ARTICLE, "check - --published 2025-12-12 --json --html")).code, 2);
  assert.equal((await fromInput(ARTICLE, "check - --published 2025-12-12 --group nowhere")).code, 2);
});

test("an address is reached only because it was given, and by no other way than the one for articles", async () => {
  const asked: string[] = [];
  const article = (url: string) => {
    asked.push(url);
    return Promise.resolve({ title: "Cut", text: ARTICLE, published: "2025-12-12", source: url });
  };
  const { code, out } = await cliWith(["check", "https://example.org/a", "--json"], { article });
  assert.equal(code, 0);
  assert.deepEqual(asked, ["https://example.org/a"]);
  assert.equal(JSON.parse(out).claims.length, 2);
});

test("a market that is known and not held is not checkable, and the need is said", async () => {
  const { out } = await fromInput("Ether fell 5 % on Thursday. The Nikkei set a record on Thursday.", "check - --published 2025-12-12 --json");
  const { claims } = JSON.parse(out);
  assert.deepEqual(
    claims.map(({ verdict }: { verdict: string }) => verdict),
    ["not-checkable", "not-checkable"],
  );
  assert.match(claims[0].because, /ETH/);
});

test("a note takes the claims of an article into its appendix, and verify holds it to the same text", async () => {
  await inFolder(async ({ folder, run }) => {
    const group = writeGroup(folder);
    const path = join(folder, "article.txt");
    const text = "Published: 16 March 2020\n\nThe Fed cut its rate by 100 basis points on Sunday. Ether fell 40 % last week.";
    writeFileSync(path, text);
    const made = await run(`note ${group} --as-of 2020-04-30 --claims HERE/article.txt --format md --out HERE/note`);
    assert.equal(made.code, 0, made.err);
    const appendix = readFileSync(join(folder, "note/appendix.md"), "utf8");
    assert.match(appendix, /## The claims checked/);
    assert.match(appendix, /“The Fed cut its rate by 100 basis points on Sunday” \| supported/);
    assert.ok(!appendix.includes(folder));
    // A replayed note knows nothing of what came after its day, not even as "since".
    const { inputs: _, ...check } = JSON.parse(readFileSync(join(folder, "note/check.json"), "utf8")) as Record<string, unknown>;
    const days = JSON.stringify(check).match(/\b\d{4}-\d{2}-\d{2}\b/g)!;
    assert.ok(days.includes("2020-03-15") && days.every((day) => day <= "2020-04-30"), [...days].sort().at(-1));
    assert.equal((await run("verify HERE/note")).code, 0);
    writeFileSync(path, `${text} More.`);
    const { code, err } = await run("verify HERE/note");
    assert.equal(code, 4);
    assert.match(err, /expected the article with the hash/);
    const early = await run(`note ${group} --as-of 2020-03-13 --claims HERE/article.txt --format md --out HERE/early`);
    assert.equal(early.code, 2);
    assert.match(early.err, /expected an article published by the day of the note/);
  });
});

test("help says how it is asked", async () => {
  const { out } = await cli("check --help");
  for (const part of ["--published <day>", "--group <group>", "--json", "--html", "lockstep check claims.yaml"]) assert.ok(out.includes(part), part);
});
