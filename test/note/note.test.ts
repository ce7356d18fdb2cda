import assert from "node:assert/strict";
import { test } from "node:test";
import { type Figure, noteOf, type Part, type Table, type Text, toHtml, toMarkdown } from "../../src/note/index.ts";
import type { Study } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, foundingStudy, LAST_DAY } from "../case.ts";
import { golden } from "../golden.ts";
import { sameBytes } from "../laws/sameBytes.ts";

const now = foundingStudy(LAST_DAY);
const note = noteOf(now);

function partsOf(value: unknown): Part[] {
  if (value === null || typeof value !== "object") return [];
  if ("kind" in value && ["words", "number", "day", "name", "aside"].includes(String(value.kind))) return [value as Part];
  return Object.values(value).flatMap(partsOf);
}

function measuresOf(value: unknown, found = new Set<unknown>()): Set<unknown> {
  if (value === null || typeof value !== "object") return found;
  if ("method" in value && "value" in value) found.add(value);
  for (const member of Object.values(value)) measuresOf(member, found);
  return found;
}

test("every number in the note is a measure of the study itself", () => {
  const measures = measuresOf(now);
  const numbers = partsOf(note).filter((part) => part.kind === "number");
  assert.ok(numbers.length > 150, `${numbers.length} numbers`);
  for (const { measure, text } of numbers) assert.ok(measures.has(measure), `${text} is of no measure of the study`);
});

test("words between references hold no digit", () => {
  for (const part of partsOf(note)) {
    if (part.kind === "words") assert.ok(!/\d/.test(part.text), part.text);
    // A percentage is a computed number: it may not pass as a name.
    if (part.kind === "name" || part.kind === "aside") assert.ok(!part.text.includes("%"), part.text);
  }
});

test("when a measure changes, sentence, table and page change with it", () => {
  const changed: Study = structuredClone(now);
  const btc = changed.markets.find(({ id }) => id === "BTC")!;
  btc.distance.value = -0.9123;
  const before = toMarkdown(note);
  const after = toMarkdown(noteOf(changed));
  assert.ok(!before.includes("91.2"));
  assert.match(after, /^# IWM stands 2\.4% below its record; BTC stands 91\.2% below its own$/m);
  assert.match(after, /\| BTC bitcoin \| −91\.23% \|/);
  assert.match(toHtml(noteOf(changed)), /<data value="-0.9123"[^>]*>−91\.23%<\/data>/);
});

test("when a series is removed the note says what is unknown", () => {
  const { BTC: _, ...markets } = founding.markets;
  const text = toMarkdown(noteOf(foundingStudy(LAST_DAY, { markets })));
  assert.match(text, /Where BTC stands: no figures held of BTC\./);
  assert.match(text, /\| BTC BTC \| unknown \| \? unknown \| unknown \| unknown \| unknown \| unknown \| unknown \| unknown \|/);
  assert.match(text, /Unknown: no figures held of BTC\./);
  assert.match(text, /^# IWM stands 2\.4% below its record; the state of BTC is unknown$/m);
  assert.ok(!/BTC stands [\d−]/.test(text));
});

test("Markdown and HTML are the same bytes from the same study", () => {
  sameBytes(() => toMarkdown(noteOf(foundingStudy(ARTICLE_DAY))));
  sameBytes(() => toHtml(noteOf(foundingStudy(ARTICLE_DAY))));
});

test("the page asks the network for nothing, runs nothing and closes what it opens", () => {
  const html = toHtml(note);
  assert.ok(!/<(script|link|img|iframe|object|embed|base|form)\b|@import|url\(|\bon\w+=|javascript:/i.test(html));
  assert.deepEqual(
    [...html.matchAll(/https?:\/\/[^"\s<]+/g)].map(([url]) => url).filter((url) => url !== "http://www.w3.org/2000/svg"),
    [],
  );
  const open: string[] = [];
  for (const [, closing, tag = "", selfClosing] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi)) {
    if (["meta", "rect", "line", "circle", "path"].includes(tag) && !closing && (selfClosing || tag === "meta")) continue;
    if (closing) assert.equal(open.pop(), tag);
    else open.push(tag);
  }
  assert.deepEqual(open, []);
});

test("names from a group file are text, not markup", () => {
  const group = { ...founding.group, name: '<img src=x onerror="alert(1)">', question: { day: ARTICLE_DAY, text: "a | b [c](javascript:d) <b>" } };
  const hostile = noteOf(foundingStudy(LAST_DAY, { group }));
  assert.ok(!toHtml(hostile).includes("<img"));
  assert.ok(toHtml(hostile).includes("&lt;img"));
  assert.ok(toMarkdown(hostile).includes("a \\| b \\[c\\](javascript:d) \\<b\\>"));
});

test("nothing that a note holds can become markup, wherever it stands", () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const measure = { ...now.markets[0]!.distance, definition: hostile, reason: hostile };
  const text: Text = [
    { kind: "name", text: hostile },
    { kind: "aside", text: hostile },
    { kind: "number", text: hostile, measure },
  ];
  const table: Table = { kind: "table", caption: text, columns: [{ title: hostile }, { title: hostile, numeric: true }], rows: [{ cells: [text, text] }] };
  const figure: Figure = {
    kind: "figure",
    id: "f",
    svg: { wide: "<svg></svg>", narrow: "<svg></svg>" },
    alt: hostile,
    figures: hostile,
    data: { head: hostile, noun: hostile, columns: [hostile], rows: [{ head: hostile, cells: [hostile] }] },
  };
  const blocks = [{ kind: "paragraph" as const, text }, { kind: "list" as const, items: [text] }, table, figure];
  const html = toHtml({ title: text, standfirst: text, box: [{ term: hostile, text }], sections: [{ id: "s", title: hostile, blocks }] });
  assert.ok(!html.includes("<img"), /.{40}<img.{20}/.exec(html)?.[0]);
  assert.ok(!/="[^"]*"alert/.test(html));
});

test("the page is the one published", () => {
  for (const day of [ARTICLE_DAY, LAST_DAY]) {
    const html = toHtml(noteOf(foundingStudy(day)));
    const short = html
      .replace(/ d="(M[^"]{60})[^"]*([^"]{30})"/g, (_, start: string, end: string) => ` d="${start}…${end}"`)
      .replace(/(<details[\s\S]*?<tbody>\n(?:.*\n){2})[\s\S]*?((?:.*\n){2}<\/tbody>)/, "$1…\n$2");
    golden(`note/${day}.html`, short);
  }
});
