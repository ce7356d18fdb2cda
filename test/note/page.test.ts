// The page of a note as it is published: its address, its card, its links; and where each number stands in study.json.
import assert from "node:assert/strict";
import { test } from "node:test";
import { appendixOf, earlierNote, figuresOf, inLocale, localeOf, type Note, noteOf, type PublicPage, toHtml, toMarkdown } from "../../src/note/index.ts";
import { toJson } from "../../src/study/index.ts";
import { ARTICLE_DAY, foundingStudy, LAST_DAY } from "../case.ts";
import { numbersOf, pageOf } from "./parts.ts";
import { foundingAppendix, foundingNote } from "./written.ts";

const note = foundingNote(LAST_DAY);
const PAGE: PublicPage = {
  url: "https://example.org/notes/2026-08-20/note.html",
  image: { url: "https://example.org/notes/2026-08-20/card.png", alt: "The headline as a card" },
  site: "Market notes",
  category: "Small caps and bitcoin",
};

/** A text of HTML as a browser reads it. */
const unescaped = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&apos;", "'").replaceAll("&amp;", "&");
const headOf = (html: string) => html.slice(html.indexOf("<head>"), html.indexOf("</head>"));
const properties = (html: string) =>
  Object.fromEntries([...headOf(html).matchAll(/<meta (?:property|name)="([^"]*)" content="([^"]*)">/g)].map(([, key, value]) => [key!, unescaped(value!)]));
const linksOf = (html: string) => [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => unescaped(href!));

test("a published page without a card names no picture", () => {
  const { image: _, ...plainPage } = PAGE;
  const html = toHtml(foundingNote(LAST_DAY), { page: plainPage });
  assert.ok(!html.includes("og:image") && html.includes('<meta name="twitter:card" content="summary">') && html.includes('rel="canonical"'));
});

test("a published page names its address, its card and what it is about", () => {
  const html = toHtml(note, { page: PAGE });
  assert.ok(headOf(html).includes(`<link rel="canonical" href="${PAGE.url}">`));
  const { description, ...others } = properties(html);
  assert.match(description!, /^IWM \(small caps\) leads this group/);
  assert.deepEqual(others, {
    viewport: "width=device-width, initial-scale=1",
    "color-scheme": "light dark",
    "og:type": "article",
    "og:site_name": "Market notes",
    "og:title": "IWM stands 2.4% below its record; BTC stands 41.4% below its own",
    "og:description": description,
    "og:url": PAGE.url,
    "og:image": PAGE.image?.url,
    "og:image:width": "1200",
    "og:image:height": "630",
    "og:image:alt": "The headline as a card",
    "article:published_time": "2026-08-20",
    "article:section": "Small caps and bitcoin",
    "twitter:card": "summary_large_image",
  });
});

test("a page that is not published names no address and shares nothing", () => {
  const html = toHtml(note);
  assert.ok(!/canonical|og:|twitter:|class="share"|<a /.test(html.replaceAll(/<style>[\s\S]*?<\/style>/g, "")));
});

test("links that share the page carry its address and title, whatever is in them, and are asked for by nobody", () => {
  const url = "https://example.org/a b/?q=1&r=\"2\"#'x'";
  const title = "A & B < C \"d\" 'e' 100% ü 日本 #1?";
  const hostile: Note = { ...pageOf([]), title: [{ kind: "name", text: title }] };
  const html = toHtml(hostile, { page: { ...PAGE, url } });
  const [mail, linkedIn, bluesky, x] = linksOf(html);
  const asked = (href: string, key: string) => new URL(href).searchParams.get(key);
  assert.match(mail!, /^mailto:\?/);
  assert.deepEqual([asked(mail!, "subject"), asked(mail!, "body")], [title, url]);
  assert.deepEqual([new URL(linkedIn!).host, asked(linkedIn!, "url")], ["www.linkedin.com", url]);
  assert.deepEqual([new URL(bluesky!).host, asked(bluesky!, "text")], ["bsky.app", `${title} ${url}`]);
  assert.deepEqual([new URL(x!).host, asked(x!, "text"), asked(x!, "url")], ["x.com", title, url]);
  for (const [link] of html.matchAll(/<a [^>]*>/g)) assert.match(link, /rel="noopener noreferrer"/);
  assert.ok(!/<(script|img|iframe|object|embed|form)\b|<link (?!rel="canonical")|@import|url\(/i.test(html));
});

const HOSTILE = [
  "javascript:alert(1)",
  '"><script>alert(1)</script>',
  "' onload='alert(1)",
  "</title><img src=x onerror=alert(1)>",
  'https://e.org/"onmouseover="alert(1)',
];

test("no title, site, category, address or file beside it can leave its attribute, and no address is run", () => {
  for (const text of HOSTILE) {
    const page = { url: text, image: { url: text, alt: text }, site: text, category: text };
    const html = toHtml({ ...pageOf([]), group: text, title: [{ kind: "name", text }], standfirst: [{ kind: "name", text }] }, { page, beside: text });
    assert.ok(!/<(script|img)\b/i.test(html), html);
    // Every tag has only attributes that the page gives it.
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) assert.ok(!/\son[a-z]+=/i.test(tag.replaceAll(/"[^"]*"/g, '""')), tag);
    assert.equal(properties(html)["og:url"], text);
    assert.equal(properties(html)["og:title"], text);
    const shared = linksOf(html).slice(1);
    assert.equal(shared.length, 4);
    for (const href of shared) assert.match(href, /^(mailto:\?|https:\/\/(www\.linkedin\.com|bsky\.app|x\.com)\/)/);
  }
});

test("the page beside it is linked by its file name, and named by what it is", () => {
  const [toAppendix, toNote] = [toHtml(note, { beside: "appendix.html" }), toHtml(foundingAppendix(LAST_DAY), { beside: "note.html" })];
  assert.ok(toAppendix.includes('<a href="appendix.html">Appendix: every case, definition and table</a>'));
  assert.ok(toNote.includes('<a href="note.html">The note</a>'));
  assert.match(toNote, /<p class="brand">Lockstep <span>Appendix on Small caps and bitcoin/);
});

/** What stands at a place of the files beside the page: the study, and for earlier notes the list in the manifest. */
function valueAt(path: string, files: Record<string, unknown>): unknown {
  const steps = path.split(".");
  const root = steps[0] === "earlier" ? files : files.study;
  return steps.reduce((value, key) => (value as Record<string, unknown>)?.[key], root);
}

test("every number of the page says where it stands in study.json, and what stands there is its value", () => {
  for (const [day, html, parts] of [
    [ARTICLE_DAY, toHtml(foundingNote(ARTICLE_DAY)), foundingNote(ARTICLE_DAY)],
    [LAST_DAY, toHtml(note), note],
    [LAST_DAY, toHtml(foundingAppendix(LAST_DAY)), foundingAppendix(LAST_DAY)],
  ] as const) {
    const earlier = [JSON.parse(JSON.stringify(earlierNote(foundingStudy(ARTICLE_DAY))))];
    const files = { study: JSON.parse(toJson(foundingStudy(day))), earlier };
    const numbers = [...html.matchAll(/<data value="([^"]*)"( data-at="([^"]*)")? title="([^"]*)">([^<]*)<\/data>/g)];
    // The standfirst of a note stands in its key lines, and the caption of a chart in characters in the terminal.
    const { title, standfirst, keyLines, box, sections } = parts;
    const blocks = sections.flatMap((section) => section.blocks.filter(({ kind }) => kind !== "figure"));
    assert.equal(numbers.length, numbersOf([title, keyLines.length > 0 ? keyLines : standfirst, box, blocks]).length);
    for (const [, value, , path, said, text] of numbers) {
      assert.ok(path, `${text} says no place`);
      const measure = valueAt(path, files) as { value: number | null; definition: string; reason?: string };
      assert.equal(measure.value === null ? "" : String(measure.value), value, path);
      assert.ok(unescaped(said!).startsWith(measure.definition), path);
      if (measure.value === null) assert.ok(unescaped(said!).endsWith(measure.reason ?? "?"), said);
    }
    // The places of charts are there too.
    for (const { figures } of figuresOf(parts)) assert.ok(valueAt(figures, files), figures);
  }
});

test("a number of another locale keeps its value and its place", () => {
  const pick = (html: string) => [...html.matchAll(/<data value="([^"]*)" data-at="([^"]*)"/g)].map(([, value, at]) => [value, at]);
  assert.deepEqual(pick(toHtml(inLocale(note, localeOf("de-DE")))), pick(toHtml(note)));
});

test("Markdown shows charts from the folder it is given, and says what they show where there is none", () => {
  const [shown, told] = [toMarkdown(note, { charts: "charts" }), toMarkdown(note)];
  for (const { id, alt, figures } of figuresOf(note)) {
    const escaped = alt.replace(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`);
    assert.ok(shown.includes(`\n![${escaped}](charts/${id}.svg)\n`), id);
    assert.ok(!told.includes(`${id}.svg`) && told.includes(`\n*${escaped}*\n`), id);
    for (const text of [shown, told]) assert.ok(text.includes(`stand in study.json under \`${figures}\`.`));
  }
  assert.equal(shown.replaceAll(/^!\[(.*)\]\(charts\/\w+\.svg\)$/gm, "*$1*"), told);
  assert.match(toMarkdown(note, { charts: "../pictures" }), /\]\(\.\.\/pictures\/underwater\.svg\)/);
});

test("an alternative text cannot close the brackets that it stands in", () => {
  const [picture] = figuresOf(note);
  const text = toMarkdown(pageOf([{ id: "s", title: "S", blocks: [{ ...picture!, alt: "a](javascript:alert) [b" }] }]), { charts: "c" });
  assert.ok(text.includes("![a\\](javascript:alert) \\[b](c/underwater.svg)"));
});

test("an appendix is written like a note, with its standfirst in place of key lines", () => {
  const appendix = appendixOf(foundingStudy(ARTICLE_DAY));
  assert.deepEqual([appendix.kind, appendix.keyLines], ["appendix", []]);
  assert.match(toHtml(appendix), /<p class="standfirst">IWM \(small caps\) leads/);
  assert.match(toHtml(noteOf(foundingStudy(ARTICLE_DAY))), /<dl class="keys"><div><dt>State<\/dt>/);
});
