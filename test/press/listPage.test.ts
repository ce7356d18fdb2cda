// The page and the feed over a folder of notes: what a reader sees, what a machine reads, and nothing that runs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { listPage, siteFeed, siteOf } from "../../src/press/index.ts";
import { outcomeText } from "../../src/press/outcomeText.ts";
import { HOSTILE_NAME, listedNote, manifestWith, measure } from "./manifests.ts";

const SITE = siteOf("https://example.org/notes", "Market notes", "site");
// A file system holds whole characters only.
const FOLDER = HOSTILE_NAME.replace("\ud800", "");
const NOTES = [
  listedNote("b", { asOf: "2025-12-11" }, "didNot"),
  listedNote("c", { asOf: "2026-08-20", replayed: true, group: "Metals", title: "Gold stands 2% below" }, "pending"),
  listedNote("a", { asOf: "2025-12-11", files: [{ file: "note.md", sha256: "0", bytes: 1 }] }, "came"),
];
const links = (html: string) => [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address]) => address);

test("the page lists notes newest first, each with a link to a file that it has, its card, and what came", () => {
  const html = listPage(NOTES, undefined);
  assert.deepEqual(links(html), ["#c", "#a", "c/note.html", "c/card.png", "a/note.md", "b/note.html", "b/card.png"]);
  const text = html.replace(/<style>[^]*?<\/style>/, "").replace(/<[^>]+>/g, " ");
  assert.match(text, /20 August 2026 +· Metals; replayed, with later figures at hand +Gold stands 2% below/);
  assert.ok(text.indexOf("20 August 2026") < text.indexOf("11 December 2025"));
  assert.match(text, /not due yet\.[^]*it came\.[^]*it did not come\./);
  assert.ok(!/<script|\son\w+=|@import|url\(|canonical|og:|https?:/i.test(html), "nothing runs, and nothing is asked of others");
  assert.equal(listPage([...NOTES].reverse(), undefined), html);
});

test("of one category there is no list, of two each is a way to its newest note", () => {
  assert.ok(!listPage(NOTES.slice(0, 1), undefined).includes("<nav"));
  const html = listPage(NOTES, undefined);
  assert.match(html, /<nav class="categories" aria-label="Categories"><a href="#c">Metals<\/a><a href="#a">Small caps and bitcoin<\/a><\/nav>/);
  for (const [, id] of html.matchAll(/href="#([^"]*)"/g)) assert.ok(html.includes(`<li id="${id}">`), id);
});

test("a folder without notes is a page all the same", () => {
  const html = listPage([], SITE);
  assert.match(html, /No note yet\./);
  assert.ok(!html.includes("<ul"), "no list of nothing");
});

test("a published page says where it stands, and where its feed is", () => {
  const html = listPage(NOTES, SITE);
  assert.match(html, /<link rel="canonical" href="https:\/\/example\.org\/notes\/">/);
  assert.match(html, /<link rel="alternate" type="application\/atom\+xml" href="feed\.xml" title="Market notes">/);
  assert.match(html, /<h1>Market notes<\/h1>/);
});

test("names and titles from outside are words, never markup nor addresses", () => {
  const hostile = [
    listedNote(FOLDER, { group: HOSTILE_NAME, title: HOSTILE_NAME, summary: HOSTILE_NAME }),
    listedNote("javascript:alert(1)", { asOf: "2024-01-02" }),
    listedNote("a b%20#?&", { asOf: "2023-01-03" }),
  ];
  const html = listPage(hostile, { ...SITE, title: HOSTILE_NAME.slice(0, 40) });
  assert.ok(!/<script|onerror/i.test(html));
  assert.equal(html.match(/<h2>/g)?.length, 3);
  for (const address of links(html)) assert.ok(/^(?:#|feed\.xml$|https:\/\/example\.org\/|[^:]*\/(?:note\.html|card\.png)$)/.test(address!), address);
  assert.ok(links(html).includes("a%20b%2520%23%3F%26/note.html"));
});

test("the feed has an entry for each note, newest first, named by the address that it has for good", () => {
  const xml = siteFeed(NOTES, SITE);
  const all = (tag: string) => [...xml.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, "g"))].map(([, text]) => text);
  assert.deepEqual(all("id"), [
    "https://example.org/notes/",
    "https://example.org/notes/c/note.html",
    "https://example.org/notes/a/note.md",
    "https://example.org/notes/b/note.html",
  ]);
  assert.deepEqual(
    all("updated"),
    ["2026-08-20", "2026-08-20", "2025-12-11", "2025-12-11"].map((day) => `${day}T00:00:00.000Z`),
  );
  assert.deepEqual(
    all("published"),
    ["2026-08-20", "2025-12-11", "2025-12-11"].map((day) => `${day}T00:00:00.000Z`),
  );
  assert.match(xml, /^<\?xml version="1\.0" encoding="utf-8"\?>\s*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/);
  assert.match(xml, /<link rel="self" href="https:\/\/example\.org\/notes\/feed\.xml"\/>/);
  assert.equal(siteFeed([...NOTES].reverse(), SITE), xml, "the same notes give the same bytes");
  assert.match(siteFeed([], SITE), /<updated>1970-01-01T00:00:00\.000Z<\/updated>/);
});

test("in the feed, too, what looks like markup is words, and what XML cannot hold is left out", () => {
  const xml = siteFeed([listedNote(FOLDER, { group: HOSTILE_NAME, title: HOSTILE_NAME, summary: HOSTILE_NAME })], SITE);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  assert.ok(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml));
  assert.ok(!/\p{Cs}/u.test(xml));
  const cdata = [...xml.matchAll(/<!\[CDATA\[([^]*?)\]\]>/g)].map(([, text]) => text!);
  const shown = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&#39;&amp;]]&gt;]]&gt;  javascript:x";
  assert.deepEqual(cdata, [shown, shown]);
  // Beside these no character that begins markup stands in an attribute or text.
  const rest = xml.replaceAll(/<!\[CDATA\[[^]*?\]\]>/g, "");
  for (const [tag] of rest.matchAll(/<[^>]*>/g)) assert.match(tag, /^<(?:\?xml [^<&]*\?|\/?[a-z]+(?: [a-z]+="(?:[^"<&]|&\w+;|&#\d+;)*")*\/?)>$/);
});

test("what a note put on record and what came is one sentence, in each outcome", () => {
  const was = "On record: a record of BTC by 9 June 2026, 38% (base 33%): ";
  const saying = (outcome?: "came" | "didNot" | "pending" | "unknown") => {
    const { manifest, scored } = listedNote("a", {}, outcome);
    return outcomeText(manifest, scored);
  };
  assert.equal(saying("came"), `${was}it came.`);
  assert.equal(saying("didNot"), `${was}it did not come.`);
  assert.equal(saying("pending"), `${was}not due yet.`);
  assert.equal(saying("unknown"), `${was}what came is not known.`);
  assert.equal(saying(), `${was}what came is not known.`);
  const { says } = manifestWith();
  assert.equal(outcomeText(manifestWith({ says: { ...says, forecast: null } }), undefined), "No probability was put on record.");
  assert.equal(outcomeText(manifestWith({ says: { ...says, laggard: null } }), undefined), "No probability was put on record.");
  const few = { ...says, forecast: { ...says.forecast!, probability: measure(null, "fewer than five cases") } };
  assert.equal(outcomeText(manifestWith({ says: few }), undefined), "No probability was put on record: fewer than five cases.");
});
