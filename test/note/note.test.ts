import assert from "node:assert/strict";
import { test } from "node:test";
import { appendixOf, type Figure, figuresOf, noteOf, plain, type Table, type Text, toHtml, toMarkdown } from "../../src/note/index.ts";
import { EXPLANATIONS, type Study } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, foundingStudy, LAST_DAY } from "../case.ts";
import { golden } from "../golden.ts";
import { sameBytes } from "../laws/sameBytes.ts";
import { measuresOf, numbersOf, pageOf, partsOf, proseOf, readIn } from "./parts.ts";
import { foundingAppendix, foundingNote, INPUTS_HASH } from "./written.ts";

const now = foundingStudy(LAST_DAY);
const note = foundingNote(LAST_DAY);
const both = [ARTICLE_DAY, LAST_DAY] as const;

test("every number in note and appendix is a measure of the study itself, or of the earlier note it speaks of", () => {
  for (const day of both) {
    const { note, earlier } = { note: foundingNote(day), earlier: day === LAST_DAY ? foundingStudy(ARTICLE_DAY) : {} };
    const measures = new Set([...measuresOf(foundingStudy(day)), ...measuresOf(earlier)]);
    const [inNote, inAppendix] = [numbersOf(note), numbersOf(foundingAppendix(day))];
    assert.ok(inNote.length > 120 && inAppendix.length > 500, `${inNote.length} and ${inAppendix.length} numbers`);
    for (const { measure, text } of [...inNote, ...inAppendix]) assert.ok(measures.has(measure), `${text} is of no measure of the study`);
  }
});

test("words between references hold no digit", () => {
  for (const part of both.flatMap((day) => [...partsOf(foundingNote(day)), ...partsOf(foundingAppendix(day))])) {
    if (part.kind === "words") assert.ok(!/\d/.test(part.text), part.text);
    // A percentage is a computed number: it may not pass as a name.
    if (part.kind === "name" || part.kind === "aside" || part.kind === "graded") assert.ok(!part.text.includes("%"), part.text);
  }
});

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value === null || typeof value !== "object" ? [] : Object.entries(value).flatMap(([key, member]) => [key, ...stringsOf(member)]);
}

test("a name that holds digits holds those of a name in the study: no number passes as one", () => {
  for (const day of both) {
    // Beside the study: the hash that is given and the name of its kind, and the literature.
    const known = [
      "SHA-256",
      "1926",
      "August 2024",
      "92, 2024",
      "IMES 2025-E-6",
      INPUTS_HASH,
      ...stringsOf(foundingStudy(day)),
      ...Object.values(EXPLANATIONS).flatMap((one) => stringsOf(one)),
    ].join("\n");
    for (const note of [foundingNote(day), foundingAppendix(day)]) {
      for (const part of partsOf(note)) {
        if (part.kind === "words" || part.kind === "day" || part.kind === "number") continue;
        for (const [run] of part.text.matchAll(/[\d.,:]*\d/g)) assert.ok(known.includes(run), `${run} in ${JSON.stringify(part.text)}`);
      }
    }
  }
});

test("a note has its sections in order, six charts and two tables, and the appendix what the note has no room for", () => {
  const ids = ["distance", "records", "lockstep", "since", "catch-up", "macro", "not-known", "method", "changes", "scorecard", "disclosure"];
  const charts = { [ARTICLE_DAY]: "policyFan", [LAST_DAY]: "netLiquidity" };
  for (const day of both) {
    const { sections, keyLines } = foundingNote(day);
    assert.deepEqual(
      sections.map(({ id }) => id),
      ids,
    );
    assert.deepEqual(
      keyLines.map(({ term }) => term),
      ["State", "Base rate", "What would change it"],
    );
    assert.deepEqual(
      figuresOf({ sections }).map(({ id }) => id),
      ["underwater", "recordRaster", "casesAligned", "cumulativeIncidence", "specificationPlot", charts[day]],
    );
    assert.equal(sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "table")).length, 2);
    const appendix = figuresOf(foundingAppendix(day)).map(({ id }) => id);
    assert.ok(
      ["rebased", "rollingLockstep"].every((id) => appendix.includes(id)),
      appendix.join(" "),
    );
  }
});

test("what is read of a note, without its tables and box, has 700 to 900 words", () => {
  for (const day of both) {
    const { title, keyLines, sections } = foundingNote(day);
    const body = [plain(title), ...keyLines.map(({ text }) => plain(text)), proseOf({ sections })].join("\n");
    // A word is what stands between blanks and holds a letter or a digit.
    const words = body.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    assert.ok(words >= 700 && words <= 900, `${day}: ${words} words`);
  }
});

test("when a measure changes, sentence, table, picture and page change with it", () => {
  const changed: Study = structuredClone(now);
  const btc = changed.markets.find(({ id }) => id === "BTC")!;
  btc.distance.value = -0.9123;
  const before = toMarkdown(note);
  const [after, page] = [toMarkdown(noteOf(changed)), toHtml(noteOf(changed))];
  assert.ok(!before.includes("91.2"));
  assert.match(after, /^# IWM stands 2\.4% below its record; BTC stands 91\.2% below its own$/m);
  assert.match(after, /and stands 91\.2% below it\. Also apart/);
  assert.match(after, /\| BTC bitcoin \| −91\.23% \|/);
  assert.match(page, /<data value="-0.9123"[^>]*>−91\.23%<\/data>/);
  for (const svg of Object.values(figuresOf(noteOf(changed))[0]!.svg)) assert.match(readIn(svg), /BTC −91\.2%/);
});

test("Markdown and HTML are the same bytes from the same study", () => {
  sameBytes(() => toMarkdown(noteOf(foundingStudy(ARTICLE_DAY))));
  sameBytes(() => toHtml(noteOf(foundingStudy(ARTICLE_DAY))));
  sameBytes(() => toHtml(appendixOf(foundingStudy(ARTICLE_DAY))));
});

test("a note leaves its study as it is", () => {
  const before = structuredClone(now);
  appendixOf(now);
  noteOf(now);
  assert.deepEqual(now, before);
});

test("the page asks the network for nothing, runs nothing and closes what it opens", () => {
  for (const html of [toHtml(note), toHtml(foundingAppendix(LAST_DAY))]) {
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
  }
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
    { kind: "quote", text: hostile },
    { kind: "graded", text: hostile },
    { kind: "day", day: "2025-12-11", text: hostile },
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
  const lines = [{ term: hostile, text }];
  const held = { ...pageOf([{ id: "s", title: hostile, blocks }]), group: hostile, title: text, standfirst: text, keyLines: lines, box: lines };
  const paths = new Map([[measure, hostile]]);
  for (const html of [toHtml({ ...held, paths }, { beside: hostile }), toHtml({ ...held, kind: "appendix", asOfText: hostile, keyLines: [] })]) {
    assert.ok(!html.includes("<img"), /.{40}<img.{20}/.exec(html)?.[0]);
    assert.ok(!/="[^"]*"alert/.test(html));
  }
});

test("the page is the one published", () => {
  for (const day of both) {
    const short = toHtml(foundingNote(day))
      .replace(/ d="(M[^"]{60})[^"]*([^"]{30})"/g, (_, start: string, end: string) => ` d="${start}…${end}"`)
      .replace(/(<details[\s\S]*?<tbody>\n)([\s\S]*?)(<\/tbody>)/g, (_, head: string, rows: string, end: string) => {
        const lines = rows.trimEnd().split("\n");
        return `${head}${(lines.length > 6 ? [...lines.slice(0, 2), "…", ...lines.slice(-2)] : lines).join("\n")}\n${end}`;
      });
    golden(`note/${day}.html`, short);
    golden(`note/note-${day}.md`, toMarkdown(foundingNote(day)));
    golden(`note/appendix-${day}.md`, toMarkdown(foundingAppendix(day)));
  }
});
