// A note is held against its study before it is written: each fault fails, and is named with its place.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bound } from "../../src/note/binding/bound.ts";
import { unborneWord } from "../../src/note/binding/lexicon.ts";
import { withoutNames } from "../../src/note/binding/withoutNames.ts";
import { type Block, type Figure, figuresOf, type Note, noteOf, type Part, plain, type Text } from "../../src/note/index.ts";
import { prose } from "../../src/note/prose.ts";
import type { Study } from "../../src/study/index.ts";
import { ARTICLE_DAY, foundingStudy, LAST_DAY } from "../case.ts";
import { pageOf, proseOf } from "./parts.ts";
import { foundingAppendix, foundingNote } from "./written.ts";

const study = foundingStudy(LAST_DAY);
const distance = study.markets.find(({ id }) => id === "BTC")!.distance; // -0.41414
const words = (text: string): Text => [{ kind: "words", text }];
const number = (text: string, measure = distance): Text => [{ kind: "number", text, measure }];
const picture = figuresOf(foundingNote(LAST_DAY))[0]!;

const of = (blocks: readonly Block[], changes: Partial<Note> = {}): Note => ({ ...pageOf([{ id: "here", title: "Here", blocks }]), ...changes });
const held = (note: Note, one: Study = study, earlier: readonly object[] = []) => bound(note, { study: one, earlier });
const fails = (note: Note, message: RegExp | string, one: Study = study) =>
  assert.throws(
    () => held(note, one),
    (error) => error instanceof Error && (typeof message === "string" ? error.message === `the note does not hold: ${message}` : message.test(error.message)),
  );

/** One text in every place that a note has, with how the place is called. */
const places = (text: Text): [place: string, note: Note][] => [
  ["title", of([], { title: text })],
  ["standfirst", of([], { standfirst: text })],
  ["key lines", of([], { keyLines: [{ term: "State", text }] })],
  ["data box", of([], { box: [{ term: "Group", text }] })],
  ["here, paragraph", of([{ kind: "paragraph", text }])],
  ["here, list", of([{ kind: "list", items: [words("Nothing."), text] }])],
  ["here, table", of([{ kind: "table", caption: text, columns: [], rows: [] }])],
  ["here, table", of([{ kind: "table", caption: [], columns: [{ title: "A" }], rows: [{ cells: [text] }] }])],
  ["here, figure", of([{ ...picture, plot: { kind: "bars", caption: text, rows: [] } }])],
];

const decided = (evidence: Study["catchUp"]["verdict"]["evidence"]): Study => {
  const one = structuredClone(study);
  one.catchUp.verdict.evidence = evidence;
  return one;
};

test("an unbound digit fails the note in every place, also in parts made by hand and in other scripts' digits", () => {
  for (const text of ["It fell 41 percent.", "It fell by \u0664\u0661 percent.", "in two-thousand-and-2"]) {
    for (const [place, note] of places(words(text))) fails(note, `${place}: unbound digit in ${JSON.stringify(text)}`);
  }
  assert.throws(() => prose`It fell 41 percent.`, /unbound digit/);
  // What is no word of the note's own may hold digits: a name, a day, a quotation.
  const free: Part[] = [
    { kind: "name", text: "S&P 500" },
    { kind: "aside", text: "Nasdaq 100" },
    { kind: "quote", text: "41 percent" },
    { kind: "day", day: "2025-12-11" },
  ];
  for (const [, note] of places(free)) held(note);
});

test("a number whose measure is not of the study fails the note, though it is equal to one that is", () => {
  for (const [place, note] of places(number("41.4%", { ...distance }))) fails(note, `${place}: "41.4%" is bound to no measure of the study`);
  const ofThen = foundingStudy(ARTICLE_DAY).markets.find(({ id }) => id === "BTC")!.distance;
  const note = of([{ kind: "paragraph", text: number("25.8%", ofThen) }]);
  fails(note, /bound to no measure/);
  // One of an earlier note that is given beside the study is bound, and has its place there.
  assert.equal(held(note, study, [{ distance: ofThen }]).paths?.get(ofThen), "earlier.0.distance");
});

test("a number that says another value than its measure fails the note, by one in the last decimal too", () => {
  for (const [place, note] of places(number("41.5%")))
    fails(note, new RegExp(`^the note does not hold: ${place}: "41\\.5%" is not what markets\\.6\\.distance holds \\(-0\\.4141`));
  for (const text of ["41.3%", "41.42%", "41.40%", "42%", "40%", "\u221241.5%", "+41.4%", "$41.4", "none", "unknown", "much", ""])
    fails(of([{ kind: "paragraph", text: number(text) }]), /is not what/);
  for (const text of ["41.4%", "\u221241.4%", "41.41%", "41%"]) held(of([{ kind: "paragraph", text: number(text) }]));
});

test("the places of numbers come with the note", () => {
  const { paths } = held(of([{ kind: "paragraph", text: number("41.4%") }]));
  assert.equal(paths?.get(distance), "markets.6.distance");
});

// One word of each kind at least, as the issue and the founder's list name them.
const FORBIDDEN: [phrase: string, word: string, why: string][] = [
  ["Bitcoin is poised to rise.", "poised", "a promise"],
  ["Bitcoin is set to rise.", "set to", "a promise"],
  ["Bitcoin will soon rise.", "will soon", "a promise"],
  ["It fell because yields rose.", "because", "a cause that was not measured"],
  ["A fall driven by yields.", "driven by", "a cause that was not measured"],
  ["It fell amid fears.", "amid", "a cause that was not measured"],
  ["This suggests a rise.", "suggests", "more than the cases show"],
  ["It tends to rise.", "tends to", "more than the cases show"],
  ["A rise is likely.", "likely", "a likelihood that the grammar did not give"],
  ["Unlikely.", "Unlikely", "a likelihood that the grammar did not give"],
  ["LIKELY", "LIKELY", "a likelihood that the grammar did not give"],
  ["A strong case.", "strong", "an adjective that the evidence does not bear"],
  ["It soared.", "soared", "an adjective that the evidence does not bear"],
];

test("a forbidden word fails the note wherever it stands, with the reason", () => {
  for (const [phrase, word, why] of FORBIDDEN) {
    for (const [place, note] of places(words(phrase))) fails(note, `${place}: ${JSON.stringify(word)} says ${why}`);
    fails(of([{ ...picture, alt: phrase }]), `underwater: ${JSON.stringify(word)} says ${why}`);
  }
});

test("a phrase is found across the parts of a sentence, but not through a reference", () => {
  const split: Text = [
    { kind: "words", text: "a fall driven" },
    { kind: "words", text: " by yields" },
  ];
  fails(of([{ kind: "paragraph", text: split }]), /"driven by"/);
  held(of([{ kind: "paragraph", text: [split[0]!, { kind: "name", text: " A" }, split[1]!] }]));
  // A word within another is another.
  for (const text of ["Unsuggested", "causeway", "strongbox", "unpoised"]) held(of([{ kind: "paragraph", text: words(text) }]));
});

test("the same words of others pass: a name, an aside, a quotation, a group's own question, a market's name in a picture", () => {
  for (const [phrase] of FORBIDDEN) {
    for (const kind of ["name", "aside", "quote"] as const) for (const [, note] of places([{ kind, text: phrase }])) held(note);
  }
  const question = { day: ARTICLE_DAY, text: "Is bitcoin poised to catch up because small caps are strong, 2 to 1?" };
  const asked = structuredClone(study);
  asked.group.question = question;
  asked.since!.question = question.text;
  assert.match(proseOf(noteOf(asked), "since"), /What was asked: Is bitcoin poised to catch up because small caps are strong, 2 to 1\?\./);
  const named = structuredClone(study);
  Object.assign(named.markets[2]!, { id: "AMID", name: "Poised Capital" });
  held(of([{ ...picture, alt: "Lines of Poised Capital (AMID) and of IWM." }]), named);
  fails(of([{ ...picture, alt: "Lines of AMID, which fell amid fears." }]), /"amid" says a cause/, named);
});

test("names are left out of a text only where they are words of their own", () => {
  assert.equal(withoutNames("A B and AB, (A) A-B", ["A", "B", ""]), "\u2026 \u2026 and AB, (\u2026) \u2026-\u2026");
  assert.equal(withoutNames("Poised Capital ETF and Poised", ["Poised", "Poised Capital ETF"]), "\u2026 and \u2026");
  assert.equal(withoutNames("a.b axb (c [d]\\", ["a.b", "(c [d]\\"]), "\u2026 axb \u2026");
});

test("a word of strength passes with strong evidence only, and a promise or a cause never", () => {
  const text = of([{ kind: "paragraph", text: words("A strong case: it suggests more.") }]);
  for (const evidence of ["tooFew", "none", "weak", "moderate"] as const) fails(text, /"suggests" says more than the cases show/, decided(evidence));
  held(text, decided("strong"));
  for (const word of ["poised", "because", "likely"]) fails(of([{ kind: "paragraph", text: words(word) }]), new RegExp(word), decided("strong"));
  // What the grammar of the verdict gives, it may give.
  for (const [, note] of places([{ kind: "graded", text: "strong" }])) held(note, decided("none"));
  assert.equal(unborneWord("A close above its record.", "none"), undefined);
});

const CHART: [what: string, changes: Partial<Figure>, fault: string][] = [
  ["source", { svg: { ...picture.svg, wide: picture.svg.wide.replaceAll("Source:", "") } }, "underwater, wide: no source"],
  ["source in the narrow layout", { svg: { ...picture.svg, narrow: picture.svg.narrow.replaceAll("Source:", "") } }, "underwater, narrow: no source"],
  ["day", { svg: { ...picture.svg, wide: picture.svg.wide.replaceAll("As of", "") } }, "underwater, wide: no day as of which it is drawn"],
  [
    "day of the study, but another",
    { svg: { ...picture.svg, wide: picture.svg.wide.replaceAll("As of 20 August", "As of 19 August") } },
    "underwater, wide: no day as of which it is drawn",
  ],
  ["alternative text", { alt: " " }, "underwater: no alternative text"],
  ["table", { data: { ...picture.data, rows: [] } }, "underwater: no table behind the chart"],
];

for (const [what, changes, fault] of CHART) {
  test(`a chart without its ${what} fails the note`, () => {
    held(of([picture]));
    fails(of([{ ...picture, ...changes }]), fault);
  });
}

test("a source that stands in the style alone is read by nobody", () => {
  const svg = picture.svg.wide.replaceAll("Source:", "").replace("<style>", "<style>/* Source: */");
  assert.notEqual(svg, picture.svg.wide);
  fails(of([{ ...picture, svg: { ...picture.svg, wide: svg } }]), /underwater, wide: no source/);
});

test("all faults are named at once", () => {
  const note = of([
    { kind: "paragraph", text: words("It fell 9 percent, likely.") },
    { ...picture, alt: "" },
  ]);
  fails(
    note,
    'here, paragraph: unbound digit in "It fell 9 percent, likely."; here, paragraph: "likely" says a likelihood that the grammar did not give; underwater: no alternative text',
  );
});

test("the notes and appendices of both days hold, and say the words of the verdict only through it", () => {
  for (const day of [ARTICLE_DAY, LAST_DAY]) {
    for (const note of [foundingNote(day), foundingAppendix(day)]) {
      const own = note.sections.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === "paragraph" ? [plain(block.text.filter(({ kind }) => kind === "words"))] : [])),
      );
      for (const text of own) assert.equal(unborneWord(text, "none"), undefined, text);
    }
  }
});
