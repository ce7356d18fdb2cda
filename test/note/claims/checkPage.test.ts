// The page of a check: the text whole and marked, a finding for each claim, links that lead somewhere, and nothing in them that could run.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "parse5";
import { checkSchema } from "../../../src/claims/schema.ts";
import { VERDICTS } from "../../../src/claims/verdict.ts";
import { checkPage } from "../../../src/note/claims/checkPage.ts";
import { VERDICT_WORDS } from "../../../src/note/claims/verdictWords.ts";
import { sameBytes } from "../../laws/sameBytes.ts";
import {
  ARTICLE_TEXT,
  LIST_ARTICLE,
  LIST_CHECK,
  SAMPLE_ARTICLE,
  SAMPLE_CHECK,
  sampleCheck,
  sampleClaim,
  sampleDefinition,
  sampleMeasure,
  samplePart,
  sampleUnread,
} from "./samples.ts";

const page = checkPage(SAMPLE_CHECK, SAMPLE_ARTICLE);

interface Element {
  nodeName: string;
  value?: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Element[];
}

const attribute = (one: Element, name: string) => one.attrs?.find((held) => held.name === name)?.value;
const hasClass = (one: Element, name: string) => (attribute(one, "class") ?? "").split(" ").includes(name);

/** Every element of a page, and the faults of its markup. */
function read(html: string): { elements: Element[]; faults: string[] } {
  const faults: string[] = [];
  const elements: Element[] = [];
  const visit = (one: Element): void => {
    elements.push(one);
    for (const child of one.childNodes ?? []) visit(child);
  };
  visit(parse(html, { onParseError: ({ code }: { code: string }) => faults.push(code) }));
  return { elements, faults };
}

/** What is read of an element, without the numbers of its marks. */
function textOf(one: Element): string {
  if (one.nodeName === "#text") return one.value ?? "";
  return one.nodeName === "sup" ? "" : (one.childNodes ?? []).map(textOf).join("");
}

/** The text of the article as the page shows it. */
const articleIn = (elements: readonly Element[]) => elements.filter((one) => hasClass(one, "text")).map(textOf);

/** Every link inside the page leads to a place that is there once. */
function assertLinked(elements: readonly Element[]): void {
  const ids = elements.flatMap((one) => attribute(one, "id") ?? []);
  assert.equal(new Set(ids).size, ids.length, "a place has two names");
  for (const one of elements.filter(({ nodeName }) => nodeName === "a")) {
    const href = attribute(one, "href")!;
    if (href.startsWith("#")) assert.ok(ids.includes(href.slice(1)), `${href} leads nowhere`);
    else assert.match(href, /^https?:\/\//);
  }
}

test("the samples are records of the schema", () => {
  for (const check of [SAMPLE_CHECK, LIST_CHECK]) checkSchema.parse(check);
});

test("the page shows the text whole, each claim marked and found, and every link leads to its other end", () => {
  const { elements, faults } = read(sameBytes(() => checkPage(SAMPLE_CHECK, SAMPLE_ARTICLE)));
  assert.deepEqual(faults, []);
  assertLinked(elements);
  // The title stands above, and is not repeated.
  assert.deepEqual(articleIn(elements), ARTICLE_TEXT.split("\n\n").slice(1));
  const findings = elements.filter((one) => hasClass(one, "finding"));
  assert.equal(findings.length, SAMPLE_CHECK.claims.length);
  for (const [k, { quote, verdict, readAs }] of SAMPLE_CHECK.claims.entries()) {
    const said = textOf(findings[k]!).replaceAll(/\s+/g, " ");
    assert.ok(said.includes(`\u201c${quote}\u201d`) && said.includes(readAs.replaceAll(" %", "\u00a0%").replaceAll(/\s/g, " ")), said);
    assert.match(said.toLowerCase(), new RegExp(`^ ?${k + 1}${VERDICT_WORDS[verdict].word}`));
    assert.ok(elements.some((one) => attribute(one, "href") === `#f${k + 1}`) && elements.some((one) => attribute(one, "href") === `#m${k + 1}`));
  }
});

test("a part of the text that lies in two claims links both", () => {
  const { elements } = read(page);
  const shared = elements.filter((one) => hasClass(one, "outer"));
  assert.deepEqual(shared.map(textOf), ["its October record", "small caps set records without bitcoin"]);
  const links = elements.filter(({ nodeName }) => nodeName === "a");
  const after = (words: string) => {
    const k = links.findIndex((one) => textOf(one) === words);
    return [attribute(links[k]!, "href"), attribute(links[k + 1]!, "href")];
  };
  assert.deepEqual(after("its October record"), ["#f5", "#f6"]);
  assert.deepEqual(after("small caps set records without bitcoin"), ["#f8", "#f7"]);
});

test("every verdict has its own word, shape and line, and the legend says what it means", () => {
  const { elements } = read(page);
  const legend = elements.find((one) => hasClass(one, "legend"))!;
  for (const verdict of VERDICTS) {
    assert.ok(textOf(legend).includes(VERDICT_WORDS[verdict].word + VERDICT_WORDS[verdict].meaning), verdict);
    assert.ok(page.includes(`<symbol id="g-${verdict}"`) && page.includes(`.${verdict}{--c:`), verdict);
  }
  assert.equal(new Set(VERDICTS.map((verdict) => VERDICT_WORDS[verdict].mark)).size, VERDICTS.length);
});

test("a finding says every definition with its value, bound to its place, and what would be needed", () => {
  const at = /<data value="([^"]*)" data-at="([^"]*)" title="([^"]*)">([^<]*)<\/data>/g;
  const numbers = [...page.matchAll(at)];
  const definitions = SAMPLE_CHECK.claims.flatMap(({ parts }) => parts.flatMap(({ judged }) => judged.flatMap(({ value }) => value ?? [])));
  assert.ok(numbers.length > definitions.length);
  for (const [, value, path] of numbers) {
    const held = path!.split(".").reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], SAMPLE_CHECK) as { value: number };
    assert.equal(String(held.value), value);
  }
  for (const [text, why] of [
    ["\u221225.8%", "recomputed"],
    ["$8.17 billion", "a sum"],
    ["the forecast that is quoted: who made it, and when", "needed"],
    ["Rests on 3 figures", "rows"],
    ["$126,200", "a row"],
    ["33.3%", "base rate"],
    ["<b>Since publication</b>, deciding nothing", "since"],
    ["no market is named", "not understood"],
    ["14 sentences, 15 claims", "read"],
  ] as const)
    assert.ok(page.includes(text), why);
});

test("there is no score: no count of verdicts and no share of right ones", () => {
  const { elements } = read(page);
  const header = textOf(elements.find(({ nodeName }) => nodeName === "header")!) + textOf(elements.find((one) => hasClass(one, "legend"))!);
  assert.ok(!/\d ?%|score|\d+ (of|supported|contradicted)/i.test(header), header);
});

test("what the reason says already is not said twice", () => {
  const text = "Ether rose.";
  const claim = sampleClaim(text, "Ether rose", "not-checkable", {
    because: "it needs closes of ETH",
    parts: [samplePart("ETH", [], { needed: "closes of ETH" })],
  });
  const html = checkPage(sampleCheck(text, [claim]), { title: null, text });
  assert.equal(html.split("closes of ETH").length, 2);
  const judged = ["rose much", "fell", "fell"].map((says) => sampleDefinition("close", "supported", null, says));
  const rose = sampleClaim(text, "Ether rose", "supported", { because: "rose much (close)", parts: [samplePart("ETH", judged)] });
  const said = checkPage(sampleCheck(text, [rose]), { title: null, text });
  assert.deepEqual([said.toLowerCase().split("rose much").length, said.split(">fell<").length], [2, 2]);
});

test("a list shows what is expected of each statement and what was found", () => {
  const { elements, faults } = read(checkPage(LIST_CHECK, LIST_ARTICLE));
  assert.deepEqual(faults, []);
  assertLinked(elements);
  const rows = elements.filter(({ nodeName }) => nodeName === "tr").map((row) => (row.childNodes ?? []).map(textOf).join("|"));
  assert.deepEqual(rows.slice(0, 5), [
    "Statement|Expected|Found|Agreement",
    "leader-record|supported|supported|",
    "trough|\u2013|contradicted|",
    "distance|depends on definition|imprecise|differs",
    "volume|not checkable|not understood|differs",
  ]);
  const lines = elements.filter((one) => hasClass(one, "statement")).map(textOf);
  assert.deepEqual(lines[0], "leader-record expected supported, found supported");
  assert.deepEqual(lines[3], "volume expected not checkable, found not understood differs");
});

const HOSTILE = [
  "</style><script>alert(1)</script>",
  "javascript:alert(1)",
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  "</title></p></section><iframe src=//e.org>",
  "\u202eabc\u2066def\u0000\u0007\ud800",
  "<!-- --> ]]> &amp; &#0; ${x}",
];

test("no text can leave its place, whatever is in it, and none turns what follows", () => {
  for (const one of HOSTILE) {
    const text = `${one} 27 %.\n\n${one} and 3 of 4 ${one}.`;
    const definition = sampleDefinition(one, "supported", sampleMeasure(1, one, { definition: one }), one);
    const claim = sampleClaim(text, one, "supported", {
      readAs: one,
      because: one,
      id: one,
      parts: [samplePart(one, [definition], { needed: `${one}!` }), samplePart(one, [])],
      rows: [{ market: one, on: "2025-12-11", field: one, value: 1, unit: one, source: one }],
      since: [{ market: one, change: sampleMeasure(1, one), records: sampleMeasure(2, one) }],
      forecast: { baseRate: sampleMeasure(1, one), outcome: sampleMeasure(1, one), says: one },
    });
    const article = { title: one, source: one, published: "2025-12-12", publishedBy: "asked", characters: 1, sentences: 1 } as const;
    const statements = [{ id: one, span: { from: 0, to: 3 }, claims: [], verdict: null, expect: "opinion" as const }];
    const html = checkPage(sampleCheck(text, [claim], { article, group: one, statements, notUnderstood: [sampleUnread(text, "3 of 4", one)] }), {
      title: one,
      text,
    });
    const { elements, faults } = read(html);
    assert.deepEqual(faults, [], html.slice(0, 200));
    const own = new Set(
      read(checkPage(LIST_CHECK, LIST_ARTICLE))
        .elements.concat(read(page).elements)
        .map(({ nodeName }) => nodeName),
    );
    assert.deepEqual(
      elements.map(({ nodeName }) => nodeName).filter((name) => !own.has(name)),
      [],
    );
    for (const element of elements) for (const { name } of element.attrs ?? []) assert.ok(!name.startsWith("on"), name);
    assertLinked(elements);
    assert.ok(!/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/.test(html));
  }
});

test("an address that is one of the web is a link; whatever else is only read", () => {
  const html = (source: string) => checkPage(sampleCheck("A.", [], { article: { ...SAMPLE_CHECK.article, source } }), { title: null, text: "A." });
  assert.ok(html("https://example.org/a?b=1&c=2").includes('<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer nofollow">'));
  for (const source of ["javascript:alert(1)//https://e.org", "article.html", "data:text/html,x", "file:///etc/passwd"])
    assert.ok(!html(source).includes("<a "), source);
});

test("wherever the spans lie, the markup is valid and the text whole", () => {
  const text = "One & two <three>.\n\nFour five\nsix.\n\nSeven.";
  const at = fc.integer({ min: 0, max: text.length + 5 });
  fc.assert(
    fc.property(fc.array(fc.tuple(at, at), { maxLength: 6 }), fc.array(fc.tuple(at, at), { maxLength: 2 }), (spans, unread) => {
      const claims = spans.map(([from, to], k) => sampleClaim(text, "One", VERDICTS[k % VERDICTS.length]!, { span: { from, to } }));
      const notUnderstood = unread.map(([from, to]) => ({ span: { from, to }, quote: "q", why: "w" }));
      const { elements, faults } = read(checkPage(sampleCheck(text, claims, { notUnderstood }), { title: null, text }));
      assert.deepEqual(faults, []);
      assertLinked(elements);
      assert.deepEqual(articleIn(elements), ["One & two <three>.", "Four five six.", "Seven."]);
      assert.equal(elements.filter((one) => hasClass(one, "finding")).length, claims.length);
    }),
    { numRuns: 60 },
  );
});

test("a text without a claim says so, and an empty one is a page", () => {
  for (const text of ["Nothing here.", ""]) {
    const { faults, elements } = read(checkPage(sampleCheck(text, []), { title: null, text }));
    assert.deepEqual(faults, []);
    assert.ok(textOf(elements[0]!).includes("No claim that figures could bear or refute"));
  }
  // What lies in no text is found all the same.
  const stray = sampleClaim("", "x", "supported", { span: { from: 3, to: 4 } });
  assert.ok(checkPage(sampleCheck("", [stray]), { title: null, text: "" }).includes('id="f1"'));
});
