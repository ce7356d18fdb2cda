// the note as a Typst document: every word in a string, so that nothing in a name can become markup.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { toTypst } from "../../src/note/index.ts";
import { TYPST_STYLE } from "../../src/note/typstStyle.ts";
import { typstText } from "../../src/note/typstText.ts";
import { sameBytes } from "../laws/sameBytes.ts";
import { HOSTILE, noteWith, words } from "../press/notes.ts";

/** What stands after the style, with every string as two quotes. */
function withoutStrings(document: string): string {
  assert.ok(document.startsWith(TYPST_STYLE));
  return document.slice(TYPST_STYLE.length).replaceAll(/"(?:[^"\\]|\\.)*"/gs, '""');
}

test("what a note says stands in strings only: the document around them is the same whatever it says", () => {
  assert.equal(withoutStrings(toTypst(noteWith(HOSTILE))), withoutStrings(toTypst(noteWith("A"))));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      assert.equal(withoutStrings(toTypst(noteWith(`A${text}`))), withoutStrings(toTypst(noteWith("A"))));
    }),
    { numRuns: 200 },
  );
});

test("a string says what it was given, but for control characters", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const written = typstText(text).slice(1, -1);
      assert.equal(written.replaceAll(/\\(.)/gs, "$1"), text.replaceAll(/\p{Cc}+/gu, " "));
    }),
  );
  assert.equal(typstText('a\n\t"b" \\u{41}\0'), '"a \\"b\\" \\\\u{41} "');
});

test("days are in words in sentences, ISO in tables, and as a locale writes them where it does", () => {
  const day = [{ kind: "day", day: "2025-12-04" }] as const;
  const blocks = [
    { kind: "paragraph", text: day },
    { kind: "table", caption: words("C"), columns: [{ title: "Day" }], rows: [{ cells: [day] }] },
  ] as const;
  const document = toTypst(noteWith("A", { asOfText: "11. Dezember 2025", sections: [{ id: "one", title: "T", blocks }] }));
  assert.match(document, /#said\(small: false, "4 December 2025"\)/);
  assert.match(document, /\(none, "2025-12-04"\)/);
  assert.match(document, /#masthead\("Note on A", "As of 11\. Dezember 2025", "A"\)/);
  assert.match(document, /date: datetime\(year: 2025, month: 12, day: 11\)/);
});

test("numeric columns are flush right, marks and asides kept, long tables may break", () => {
  const document = sameBytes(() => toTypst(noteWith("A")));
  assert.match(document, /align: \(left, right,\), head: \("A", "n",\), long: false,/);
  for (const mark of ['"leader"', '"laggard"', '"open"', "none"]) assert.ok(document.includes(`  (${mark}, "A" + aside("A"), `), mark);
  const row = { cells: [words("1")] };
  const long = { kind: "table", caption: words("C"), columns: [{ title: "n" }], rows: Array.from({ length: 17 }, () => row) } as const;
  assert.match(toTypst(noteWith("A", { sections: [{ id: "one", title: "T", blocks: [long] }] })), /long: true/);
});

test("a chart is an image with its alternative text, under a small heading; small print likewise", () => {
  const document = toTypst(noteWith("A"));
  assert.match(document, /#kicker\("A"\)\n#chart\("charts\/underwater\.svg", "A"\)/);
  assert.match(document, /#kicker\("Inputs"\)\n#points\(small: true, "A"\)/);
});

test("the title at the head of a page is cut between words", () => {
  const title = `${"word ".repeat(30)}end`;
  assert.match(toTypst(noteWith("A", { title: words(title) })), /#show: paper\.with\("(word )+word…", /);
});

test("an appendix says that it is one, and a note without key lines has its standfirst", () => {
  const document = toTypst(noteWith("A", { kind: "appendix", keyLines: [] }));
  assert.match(document, /#masthead\("Appendix on A", /);
  assert.match(document, /#standfirst\("A"\)/);
  assert.ok(!document.slice(TYPST_STYLE.length).includes("#key-lines"));
});
