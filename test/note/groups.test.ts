// Groups of other shapes than the founding one: the note and its appendix are made, hold, and say no more than they know.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Markets } from "../../src/market/index.ts";
import { appendixOf, figuresOf, type Note, noteOf, plain, toHtml, toMarkdown, toTypst } from "../../src/note/index.ts";
import { type Group, type Study, study } from "../../src/study/index.ts";
import { founding, LAST_DAY } from "../case.ts";
import { numbersOf, proseOf, readIn } from "./parts.ts";
import { foundingNote } from "./written.ts";

const { laggard: _laggard, question: _question, sizes: _sizes, ...bare } = founding.group;
const of = (members: readonly string[], changes: Partial<Group> = {}): Group => ({
  ...bare,
  name: "Two",
  leader: members[0]!,
  members: [...members],
  ...changes,
});
const studied = (group: Group, { asOf = LAST_DAY, markets = founding.markets }: { asOf?: string; markets?: Markets } = {}): Study =>
  study({ group, markets, asOf });

interface Made {
  note: Note;
  appendix: Note;
  html: string;
  text: string;
}

/** Note and appendix in every form, with nothing in them that no reader should see. */
function made(one: Study): Made {
  const [note, appendix] = [noteOf(one), appendixOf(one)];
  const html = [toHtml(note), toHtml(appendix)].join("\n");
  const text = [toMarkdown(note), toMarkdown(appendix)].join("\n");
  for (const written of [html, text, toTypst(note)])
    assert.ok(!/\b(undefined|NaN|Infinity)\b/.test(written), /.{60}\b(undefined|NaN|Infinity)\b.{60}/.exec(written)?.[0]);
  return { note, appendix, html, text };
}

const ids = (note: Note) => figuresOf(note).map(({ id }) => id);
const keys = ({ keyLines }: Note) => keyLines.map(({ text }) => plain(text));

test("a group that asks about no market is told that the one out of step was chosen afterwards", () => {
  const { note } = made(studied(of(["IWM", "SPY", "BTC"])));
  assert.match(
    proseOf(note, "lockstep"),
    /^BTC was chosen afterwards, as the member furthest below its record on 2026-08-20: no p-value here can be taken at its word\./,
  );
  assert.match(proseOf(note, "not-known"), /Whether the cases of BTC say anything of it: it was chosen afterwards/);
});

test("a group of which nobody is out of step has no cases, and says what would open one", () => {
  const { note } = made(studied(of(["SPY", "DIA"])));
  assert.equal(plain(note.title), "SPY stands 2.0% below its record; no member is apart from its record");
  assert.deepEqual(keys(note).slice(1), [
    "No market is out of step, and the group asks about none.",
    "A market out of step: then there is a pair, with cases to count.",
  ]);
  assert.deepEqual(ids(note), ["underwater", "recordRaster"]);
  assert.ok(!note.sections.some(({ id }) => id === "catch-up"));
  assert.equal(proseOf(note, "scorecard"), "No case is open, so that no probability is put on record.");
  assert.ok(!/case opens when/.test(proseOf(note, "method")));
});

test("a pair that never had a case has none, and no chart of cases", () => {
  const one = studied(of(["SPY", "DIA"], { laggard: "DIA" }));
  assert.equal(one.cases.cases.value, 0);
  const { note } = made(one);
  assert.match(keys(note)[1]!, /^No past case can be counted/);
  assert.match(keys(note)[2]!, /^No case is open\. One opens when SPY sets a record, above 777\.88, while DIA stands 20% or more below its own\.$/);
  assert.equal(proseOf(note, "since").split("\n")[0], "No case is open: SPY has set no record close while DIA stood 20% or more below its own.");
  assert.deepEqual(ids(note), ["underwater", "recordRaster"]);
});

const FEW = ["2011-06-01", "2013-01-15", "2013-10-01", "2014-09-30"];

test("of fewer than five cases that can be counted no percentage is said, no chart of shares is drawn and no probability put on record", () => {
  for (const asOf of FEW) {
    const one = studied(of(["IWM", "BTC"], { laggard: "BTC" }), { asOf });
    assert.ok((one.catchUp.posterior.n.value ?? 0) < 5 && one.catchUp.verdict.evidence === "tooFew", asOf);
    const { note, appendix } = made(one);
    assert.ok(!ids(note).includes("specificationPlot"));
    if (one.cases.list.length < 5) assert.ok(![...ids(note), ...ids(appendix)].includes("cumulativeIncidence"), asOf);
    // No share of cases in any sentence: what is said in percent is a distance, a rate or a definition.
    for (const { measure, text } of numbersOf([note.keyLines, note.sections.filter(({ id }) => ["catch-up", "scorecard", "changes"].includes(id))])) {
      const about = ["catchUpPosterior", "poissonBinomialTest", "aalenJohansen", "specificationCurve", "forecastFrom", "leaderShift"].includes(measure.method);
      assert.ok(!about || !text.includes("%"), `${asOf}: ${text} by ${measure.method}`);
    }
    assert.ok(!/interval|evidence beyond|expected anyway/i.test(keys(note)[1]!), keys(note)[1]);
    assert.match(proseOf(note, "scorecard"), /^No (probability is put on record: fewer than five|case is open)/);
    const own = [...keys(note), proseOf({ sections: note.sections.filter(({ id }) => id !== "method") })].join(" ");
    assert.ok(
      !/\b(strong|weak|moderate|significant|robust|rare|frequent)(ly)?\b/i.test(own.replaceAll(/cannot be significant with n = \d+/g, "")),
      `${asOf}: ${own}`,
    );
  }
});

test("with five cases and more the same sentences have their percentages", () => {
  const note = foundingNote(LAST_DAY);
  assert.match(keys(note)[1]!, /\d% were to be expected anyway.*interval/);
});

test("an intraday basis says what sets a record and what ends a case in the words of that basis", () => {
  const { note } = made(studied(of(["IWM", "BTC"], { laggard: "BTC", definitions: { ...bare.definitions, basis: "intraday" } })));
  assert.match(keys(note)[1]!, /had an intraday record of BTC within/);
  assert.match(
    keys(note)[2]!,
    /^An intraday high of BTC above 126,200 ends the case in catch-up; a close of IWM at about [\d.]+ or lower, 10% below its record so far, in roll-over\.$/,
  );
  assert.match(proseOf(note, "method"), /^A record is an intraday high strictly above every earlier one held\./);
});

const under = new Map<string, Study>();

/** Two of the founding markets under other names; studied once. */
function renamed(leader: [id: string, name: string], laggard: [id: string, name: string]): Study {
  const key = JSON.stringify([leader, laggard]);
  const known = under.get(key) ?? studiedAs(leader, laggard);
  under.set(key, known);
  return known;
}

function studiedAs(leader: [id: string, name: string], laggard: [id: string, name: string]): Study {
  const as = (from: string, [id, name]: [string, string]) => {
    const market = founding.markets[from]!;
    return [id, { ...market, instrument: { ...market.instrument, id, name, description: name } }] as const;
  };
  const markets: Markets = Object.fromEntries([as("IWM", leader), as("BTC", laggard)]);
  return studied(of([leader[0], laggard[0]], { name: `${leader[1]} and ${laggard[1]}`, laggard: laggard[0] }), { markets });
}

const NAMES: [what: string, leader: [string, string], laggard: [string, string]][] = [
  ["markup", ["<b>A</b>", '<img src=x onerror="alert(1)">'], ["]]>&amp;", "</svg></style><script>alert(2)</script>"]],
  ["digits", ["S&P500", "500 largest, 2 % each"], ["3X", "3 times 1,234.5"]],
  ["forbidden words", ["AMID", "Poised Capital ETF"], ["SOAR", "Likely Strong Because It Surges"]],
  ["CJK", ["日経225", "日経平均株価"], ["上証", "上海総合指数"]],
  ["right to left, emoji and combining signs", ["תא125", "מדד תל אביב"], ["₿🚀", "e\u0301 \u202e abc"]],
  ["Markdown and Typst", ["a|b", "`c` *d* _e_ [f](g) #h $i$"], ["#set", "@x <y> \\z // w"]],
];

for (const [what, leader, laggard] of NAMES) {
  test(`market names with ${what} are names: the note holds, and nothing of them becomes markup`, () => {
    const { note, html, text } = made(renamed(leader, laggard));
    assert.ok(!/<(script|img|b)\b|onerror="/i.test(html.replaceAll(/&lt;[^;]*/g, "")), "markup");
    assert.equal((html.match(/<\/style>/g) ?? []).length, (html.match(/<style[ >]/g) ?? []).length);
    // What is read is the name as it is given.
    for (const svg of figuresOf(note).flatMap(({ svg }) => Object.values(svg))) assert.ok(!/<script|<img/.test(svg));
    const read = (one: string) =>
      one.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
    assert.ok(read(html).includes(leader[1]) && read(html).includes(laggard[1]));
    assert.ok(read(readIn(figuresOf(note)[0]!.svg.wide)).includes(laggard[0]));
    // In a table of Markdown a name must not open a cell of its own.
    const cells = (line: string) => line.replaceAll("\\|", "").split("|").length;
    const lines = text.split("\n");
    const head = lines.findIndex((line) => line.startsWith("| Market | From record |"));
    const both = lines.slice(head + 2, head + 4);
    assert.deepEqual(both.map(cells), [cells(lines[head]!), cells(lines[head]!)]);
    for (const [k, [id, name]] of [leader, laggard].entries()) assert.ok(both[k]!.startsWith(`| ${escaped(id)} ${escaped(name)} |`), both[k]);
  });
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`);
}

test("the same study under other names says the same numbers", () => {
  const numbers = (one: Study) => numbersOf(noteOf(one)).map(({ text }) => text);
  const [first, second] = [renamed(...(NAMES[0]!.slice(1) as [[string, string], [string, string]])), renamed(["A", "A"], ["B", "B"])];
  assert.deepEqual(numbers(first), numbers(second));
});
