import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { articlesIn } from "./corpus.ts";
import { scoreOf } from "./score.ts";
import { scoreText } from "./scoreText.ts";

const folder = (name: string) => fileURLToPath(new URL(`./articles/${name}/`, import.meta.url));
const DOCS = fileURLToPath(new URL("../../docs/claims.md", import.meta.url));
const [BEGIN, END] = ["<!-- scores: npm run golden writes them -->\n", "<!-- end of scores -->"];

const development = scoreOf(articlesIn(folder("development")));
const keptOut = scoreOf(articlesIn(folder("keptOut")));

test("the articles by which the rules were written are read and judged as expected", () => {
  assert.ok(development.articles >= 20);
  assert.ok(development.matched / development.found >= 0.95, `precision ${development.matched} of ${development.found}`);
  assert.ok(development.matched / development.expected >= 0.95, `recall ${development.matched} of ${development.expected}`);
  assert.ok(development.rightVerdicts / development.matched >= 0.97, `verdicts ${development.rightVerdicts} of ${development.matched}`);
});

test("a market without figures is not checkable in any article, never contradicted", () => {
  const without = [...development.compared, ...keptOut.compared].filter(({ expected, found }) => expected?.verdict === "not-checkable" && found);
  assert.ok(without.length > 20);
  for (const { says, found } of without) assert.equal(found!.verdict, "not-checkable", says);
});

test("docs/claims.md says how well articles kept out of development are read", () => {
  const text = readFileSync(DOCS, "utf8");
  const [before, rest] = text.split(BEGIN);
  assert.ok(before !== undefined && rest !== undefined && rest.includes(END), "expected the place of the scores");
  const scores = scoreText(
    [
      ["by which the rules were written", development],
      ["kept out", keptOut],
    ],
    keptOut,
  );
  const now = `${before}${BEGIN}\n${scores}\n${rest.slice(rest.indexOf(END))}`;
  if (process.env.LOCKSTEP_GOLDEN) writeFileSync(DOCS, now);
  else assert.equal(text, now, "the scores moved: look at the change, then npm run golden");
});
