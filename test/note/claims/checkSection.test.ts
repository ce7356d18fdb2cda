// A check inside a note: its own numbers are bound to the check, the article's stand in quotation marks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bound } from "../../../src/note/binding/bound.ts";
import { checkSection } from "../../../src/note/claims/checkSection.ts";
import { type Block, inLocale, localeOf, type Part, plain, toHtml, toMarkdown, toTypst } from "../../../src/note/index.ts";
import { quoted } from "../../../src/note/prose.ts";
import { foundingStudy, LAST_DAY } from "../../case.ts";
import { measuresOf, numbersOf, pageOf, partsOf } from "../parts.ts";
import { ARTICLE_TEXT, LIST_CHECK, SAMPLE_CHECK, sampleCheck, sampleClaim } from "./samples.ts";

const study = foundingStudy(LAST_DAY);
const section = checkSection(SAMPLE_CHECK);
const note = pageOf([section]);
const table = (blocks: readonly Block[]) => blocks.find((one) => one.kind === "table")!;

test("every number of the section is a measure of the check, and the article’s own stand in quotations", () => {
  const held = measuresOf(SAMPLE_CHECK);
  const numbers = numbersOf(section);
  assert.ok(numbers.length >= SAMPLE_CHECK.claims.length);
  for (const { measure } of numbers) assert.ok(held.has(measure));
  const quotes = partsOf(section).filter((part): part is Extract<Part, { kind: "quote" }> => part.kind === "quote");
  assert.deepEqual(
    quotes.map(({ text }) => text).filter((text) => !ARTICLE_TEXT.includes(text)),
    [],
  );
  // No word of the section's own holds a digit.
  for (const part of partsOf(section)) if (part.kind === "words") assert.ok(!/\d/.test(part.text), part.text);
});

test("a note holds it once it is bound to the check, and not without", () => {
  const page = bound(note, { study, earlier: [], check: SAMPLE_CHECK });
  const path = page.paths?.get(SAMPLE_CHECK.claims[4]!.parts[0]!.judged[0]!.value!);
  assert.equal(path, "check.claims.4.parts.0.judged.0.value");
  assert.throws(() => bound(note, { study, earlier: [] }), /claims-checked, table: "\$257\.80" is bound to no measure of the study/);
  // One that is equal is not the same.
  assert.throws(() => bound(note, { study, earlier: [], check: structuredClone(SAMPLE_CHECK) }), /bound to no measure/);
});

test("a number that is not what its measure holds fails, in the section as elsewhere", () => {
  const spoilt = structuredClone(section);
  const first = numbersOf(spoilt)[0]!;
  first.text = "$257.90";
  assert.throws(
    () => bound(pageOf([spoilt]), { study, earlier: [], check: { measure: first.measure } }),
    /"\$257\.90" is not what check\.measure holds \(257\.8\)/,
  );
});

test("each claim has its verdict, value and definition, and the definitions that say otherwise", () => {
  const rows = table(section.blocks).rows.map(({ cells }) => cells.map((cell) => plain(cell)));
  assert.equal(rows.length, SAMPLE_CHECK.claims.length);
  assert.deepEqual(rows[0], ["\u201cthe Russell 2000 fund closed at a record\u201d", "supported", "$257.80", "record close"]);
  assert.deepEqual(rows[4], [
    "\u201cBitcoin, though, is 27 % below its October record\u201d",
    "depends on definition",
    "\u221225.8%",
    "close against the record close (close against the intraday record \u221226.7%, supported and 16:00 New York against the intraday record \u221227.3%, supported)",
  ]);
  assert.deepEqual(rows.at(-1)!.slice(1), ["opinion", "33.3%", "base rate"]);
  assert.deepEqual(rows.at(-2)!.slice(1), ["not checkable", "\u2013", "\u2013"]);
});

test("what was not checkable says what it needs, and what was not understood why", () => {
  const [needs, unread] = section.blocks.filter((one) => one.kind === "list").map(({ items }) => items.map((item) => plain(item)));
  assert.deepEqual(needs, ["\u201cSmall-cap earnings are expected to grow about 49 % in 2026\u201d: the forecast that is quoted: who made it, and when."]);
  assert.deepEqual(unread?.[0], "\u201cTrading volume was 14 % above its average.\u201d: no market is named.");
  assert.equal(checkSection(sampleCheck("A.", [])).blocks.length, 1);
});

test("a quotation keeps its own numbers in every form and locale", () => {
  const page = inLocale(note, localeOf("de-DE"));
  const cell = plain(table(page.sections[0]!.blocks).rows[4]!.cells[0]!);
  assert.equal(cell, "\u201cBitcoin, though, is 27 % below its October record\u201d");
  assert.equal(plain(table(page.sections[0]!.blocks).rows[4]!.cells[2]!), "\u221225,8\u00a0%");
  for (const text of [toHtml(page), toMarkdown(page), toTypst(page)]) assert.ok(text.includes(cell));
  assert.equal(plain(quoted("27 %")), "\u201c27 %\u201d");
});

test("words of the article and of the check bring nothing of their own with them", () => {
  const hostile = '</td><script>alert(1)</script>\u202e | *x* "#panic()\u0000';
  const text = `${hostile} 27.`;
  const claim = sampleClaim(text, hostile, "not-checkable", { because: hostile, parts: [{ about: hostile, judged: [], conventional: true, needed: hostile }] });
  const check = sampleCheck(text, [claim], { notUnderstood: [{ span: { from: 0, to: 3 }, quote: hostile, why: hostile }] });
  const page = bound(pageOf([checkSection(check)]), { study, earlier: [], check });
  assert.ok(!/<script|\u202e|\u0000/.test(toHtml(page)));
  assert.ok(!/[\u202e\u0000]/.test(toMarkdown(page) + toTypst(page)));
  bound(pageOf([checkSection(LIST_CHECK)]), { study, earlier: [], check: LIST_CHECK });
});
