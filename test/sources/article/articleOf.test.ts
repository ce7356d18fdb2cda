// An article's text as a reader sees it, whatever it came in; what is no article is refused with the reason.
import assert from "node:assert/strict";
import { test } from "node:test";
import { articleFrom, blocksFrom, HTML } from "./origin.ts";

const TEXT = "Small caps at a record\n\nThe Russell 2000 closed at a\nrecord on Thursday.\n";
const refusal = (message: RegExp) => ({ name: "Problem", kind: "usage", message });

test("a text is paragraphs apart by an empty line, with lines joined", async () => {
  assert.deepEqual(await articleFrom(TEXT), {
    title: "Small caps at a record",
    text: "Small caps at a record\n\nThe Russell 2000 closed at a record on Thursday.",
    published: null,
    source: "here",
  });
});

test("a text with lines longer than anyone breaks them has a paragraph a line", async () => {
  const long = "Silver has more than doubled this year. ".repeat(8).trim();
  assert.deepEqual(await blocksFrom(`Headline\n${long}\n${long}`), ["Headline", long, long]);
});

test("items of a list and the line that is the date are blocks of their own; a sign before a figure stays", async () => {
  assert.deepEqual(await blocksFrom("Headline of the day\n12 December 2025\nThe Dow rose\n- gold fell\n\u2022 silver rose\n- 5 % was the loss"), [
    "Headline of the day",
    "12 December 2025",
    "The Dow rose",
    "gold fell",
    "silver rose - 5 % was the loss",
  ]);
});

test("words broken at a line's end are made whole, compounds keep their hyphen", async () => {
  const [block] = await blocksFrom(
    "the divi-\ndend and co\u00AD\nupon of small-\ncap stocks, risk-\nfree, be-\nlow the out-\nlook of 2024-\n25, a blue-\nchip; blue-chip rallies; a re-\ncord, which is a record",
  );
  assert.equal(
    block,
    "the dividend and coupon of small-cap stocks, risk-free, below the outlook of 2024-25, a blue-chip; blue-chip rallies; a record, which is a record",
  );
});

test("of pages apart by form feeds go running heads and page numbers, and paragraphs go on over them", async () => {
  const page = (k: number, text: string) => `Lockstep Daily, issue ${k}\n\n${text}\n\n- ${k} -`;
  assert.deepEqual(await blocksFrom(["First one.\n\nSecond that", "goes on.\n\nThird.", "Fourth."].map((text, k) => page(k + 1, text)).join("\f")), [
    "First one.",
    "Second that goes on.",
    "Third.",
    "Fourth.",
  ]);
});

test("letters are plain: quotes and hyphens straight, ligatures undone, invisible signs gone, spaces of one kind, NFC", async () => {
  const [block] = await blocksFrom(
    "\u201CIt\u2019s 2\u200B7\u00A0%\u201D, the e\uFB03cient o\uFB00er of 8\u202F200, co\u00ADop\u202Eera\u202Cted, cafe\u0301, 2\u00B2, non\u2011farm, \u{E0041}5\uFEFF\u0007!",
  );
  assert.equal(block, '"It\'s 27 %", the efficient offer of 8 200, cooperated, caf\u00E9, 2\u00B2, non-farm, 5!');
});

test("a million marks on a letter do not take minutes", async () => {
  const begun = performance.now();
  assert.equal((await articleFrom(`a${"\u0301\u0316".repeat(500_000)}`)).text.length, 30);
  assert.ok(performance.now() - begun < 5000);
});

for (const [name, content, origin] of [
  ["UTF-8 with its mark", "\uFEFF27\u00A0% \u2013 caf\u00E9", {}],
  ["UTF-16 little endian", Buffer.from("\uFEFF27\u00A0% \u2013 caf\u00E9", "utf16le"), {}],
  ["UTF-16 big endian", Buffer.from("\uFEFF27\u00A0% \u2013 caf\u00E9", "utf16le").swap16(), {}],
  ["what the header says", Buffer.from("27\u00A0% \u0096 caf\u00E9", "latin1"), { contentType: 'text/plain; charset="ISO-8859-1"' }],
  ["what the page says", Buffer.from("<meta charset=windows-1252><p>27\u00A0% \u0096 caf\u00E9", "latin1"), { name: "a.html" }],
  [
    "what the page says at length",
    Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>27\u00A0% \u0096 caf\u00E9', "latin1"),
    { name: "a.html" },
  ],
] as const) {
  test(`decoded: ${name}`, async () => assert.deepEqual(await blocksFrom(content, origin), ["27 % \u2013 caf\u00E9"]));
}

for (const [name, content, origin, message] of [
  ["other bytes than said", Buffer.from("caf\u00E9 ", "latin1"), {}, /^here: expected UTF-8 text; received bytes that are not$/],
  ["half a letter of UTF-16", Buffer.from([0xff, 0xfe, 0x00, 0xd8]), {}, /^here: expected UTF-16LE text/],
  ["an unknown encoding", "x", { contentType: "text/plain; charset=klingon" }, /received klingon$/],
  ["binary data", "text\u0000more", {}, /binary data \(a NUL character at position 5\)$/],
  ["a zip archive", "PK\u0003\u0004", { name: "a.docx" }, /zip archive/],
  ["an image", "x", { contentType: "image/png" }, /received image\/png$/],
  ["a PDF that is none", "x", { name: "a.pdf" }, /expected a PDF, which begins with %PDF-/],
  ["a damaged PDF", "%PDF-1.7\nnothing", {}, /received a damaged one$/],
  ["nothing", "", {}, /expected an article; received no text$/],
  ["no words", " \n\u200B\n--- \f", {}, /received no text$/],
  ["a page without text", "<html><script>alert(1)</script><nav>Menu</nav>", HTML, /received no text$/],
  ["too many bytes", new Uint8Array(5 * 1024 * 1024 + 1), {}, /at most 5242880 bytes; received 5242881$/],
  ["too much text", "a ".repeat(100_001), {}, /at most 200000 characters; received 200001$/],
  ["too much Markdown", "a ".repeat(500_001), { name: "a.md" }, /at most 1000000 characters of Markdown/],
] as const) {
  test(`refused: ${name}`, async () => assert.rejects(articleFrom(content, origin), refusal(message)));
}

test("the format is what the content says, then the type, then the ending", async () => {
  const page = "<!doctype html><p>A <b>bold</b> claim";
  for (const origin of [{}, { name: "a.txt" }, { contentType: "text/plain" }, HTML]) assert.deepEqual(await blocksFrom(page, origin), ["A bold claim"]);
  assert.deepEqual(await blocksFrom(Buffer.from(`\uFEFF${page}`, "utf16le")), ["A bold claim"]);
  assert.deepEqual(await blocksFrom("a < b & *c*", {}), ["a < b & *c*"]);
  assert.deepEqual(await blocksFrom("a < b & *c*", { contentType: "text/plain", name: "a.md" }), ["a < b & c"]);
  assert.deepEqual(await blocksFrom("<p>A claim", { name: "a.HTM" }), ["A claim"]);
});

test("Markdown: its head is read, its tags are text, its marks are gone", async () => {
  const { title, text, published } = await articleFrom(
    "---\ntitle: Small caps\npublished: 2025-12-12\n---\n\n# Small caps *at a record*\n\nSilver **doubled**\nthis year.\n\n- [one](javascript:alert(1))\n- two <script>alert(1)</script>\n",
    { name: "a.md" },
  );
  assert.deepEqual([title, published], ["Small caps", "2025-12-12"]);
  assert.deepEqual(text.split("\n\n"), ["Small caps at a record", "Silver doubled this year.", "[one](javascript:alert(1))", "two <script>alert(1)</script>"]);
  assert.deepEqual(await blocksFrom("---\nA paragraph between rules.\n---\n\nMore.", { name: "a.md" }), ["A paragraph between rules.", "More."]);
  await assert.rejects(articleFrom("---\ntitle: [\n---\nText", { name: "a.md" }), refusal(/^here:[23]: expected YAML/));
  await assert.rejects(
    articleFrom(`---\na: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [${"*b,".repeat(50)}*b]\n---\nText`, { name: "a.md" }),
    refusal(/Excessive alias count/),
  );
});
