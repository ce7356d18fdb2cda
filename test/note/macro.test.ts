import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Block,
  earningsSections,
  type Figure,
  liquiditySections,
  type MacroView,
  plain,
  ratesSections,
  type Section,
  toHtml,
  toMarkdown,
} from "../../src/note/index.ts";
import { type Group, type MacroFigures, macroOf, standings } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, LAST_DAY } from "../case.ts";
import { sameBytes } from "../laws/sameBytes.ts";
import { measuresOf, pageOf, partsOf, readIn } from "./parts.ts";

interface Asked {
  group?: Group;
  macro?: MacroFigures | undefined;
}

function viewOf(asOf: string, { group = founding.group, ...asked }: Asked = {}): MacroView {
  const macro = "macro" in asked ? asked.macro : founding.macro;
  const { group: said } = standings({ ...founding, group, asOf });
  return { group: said, asOf, macro: macroOf({ markets: founding.markets, group, macro, asOf }) };
}

const written = (view: MacroView): Section[] => [...ratesSections(view), ...liquiditySections(view), ...earningsSections(view)];
const sections = new Map<MacroView, Section[]>();

/** The sections of the pictures below, written once; one that a test has changed is written anew. */
function sectionsOf(view: MacroView): Section[] {
  if (!views.includes(view)) return written(view);
  const known = sections.get(view) ?? written(view);
  sections.set(view, known);
  return known;
}

const lone: Group = { ...founding.group, members: ["IWM"] };
const { sizes: _, ...noSizes } = founding.group;

const article = viewOf(ARTICLE_DAY);
const now = viewOf(LAST_DAY);
const others = ["2015-12-16", "2020-03-16", "2025-12-10", "2025-12-12", "2025-12-31"].map((day) => viewOf(day, { group: lone }));
const views = [article, now, ...others];

const figuresOf = (sections: readonly Section[]): Figure[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "figure" ? [block] : [])));

/** The texts of a block, those that are read together in one. */
function textsOf(block: Block): string[] {
  switch (block.kind) {
    case "paragraph":
      return [plain(block.text)];
    case "list":
      return block.items.map((item) => plain(item));
    case "table":
      return [
        [plain(block.caption), ...block.columns.map(({ title }) => title), ...block.rows.flatMap(({ cells }) => cells.map((cell) => plain(cell)))].join(" "),
      ];
    case "figure":
      return [block.alt, readIn(block.svg.wide), readIn(block.svg.narrow), ...(block.plot ? [plain(block.plot.caption)] : [])];
    default:
      throw new Error(`unknown block: ${(block satisfies never as Block).kind}`);
  }
}

const readOf = (view: MacroView): string[] => sectionsOf(view).flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOf)]);
const paragraphsOf = (view: MacroView, id: string): string =>
  sectionsOf(view)
    .filter((section) => section.id === id)
    .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "paragraph" ? textsOf(block) : [])))
    .join("\n");
const page = (view: MacroView) => pageOf(written(view));

test("every number in the sections is a measure of the picture itself", () => {
  for (const view of views) {
    const measures = measuresOf(view.macro);
    const numbers = partsOf(sectionsOf(view)).filter((part) => part.kind === "number");
    assert.ok(numbers.length > (view === article || view === now ? 200 : 20), `${numbers.length} numbers`);
    for (const { measure, text } of numbers) assert.ok(measures.has(measure), `${text} is of no measure of ${view.asOf}`);
  }
});

test("words between references hold no digit, and no percentage passes as a name", () => {
  for (const part of views.flatMap((view) => partsOf(sectionsOf(view)))) {
    if (part.kind === "words") assert.ok(!/\d/.test(part.text), part.text);
    if (part.kind === "aside") assert.ok(!part.text.includes("%"), part.text);
  }
});

// By hand: see test/study/macro.test.ts.
test("the sentences of the article's day say the figures worked out by hand", () => {
  assert.match(
    paragraphsOf(article, "policy"),
    /^The target range of the federal funds rate is 3\.50% to 3\.75%; on 2025-12-10 it was cut by 25 basis points\. The effective rate was 3\.89% on 2025-12-10\b/,
  );
  assert.match(paragraphsOf(article, "policy"), /The next meetings end on 2026-01-28, 2026-03-18 and 2026-04-29\.$/);
  assert.match(paragraphsOf(article, "path"), /^Futures of 2025-12-11 imply 56 basis points of cuts by the meeting of 2026-12-09\./);
  assert.match(paragraphsOf(article, "liquidity"), /^On 2025-12-03 the assets .* came to \$5\.60 trillion\./);
  assert.match(
    paragraphsOf(article, "bills"),
    /^On 2025-12-10 the Federal Reserve announced purchases of bills from 2025-12-12 on, about \$40\.0 billion in the month to 2026-01-13;/,
  );
  assert.match(
    paragraphsOf(others.at(-1)!, "bills"),
    /bills of \$38\.1 billion in 5 operations\b[^.]*\. Of about \$40\.0 billion planned for the month from 2025-12-12 to 2026-01-13 \$38\.1 billion have been bought so far;/,
  );
});

test("a picture beside the markets is never said to be their cause, nor to point anywhere", () => {
  for (const view of views) {
    for (const text of readOf(view)) {
      assert.ok(
        !/\b(because|driven by|due to|thanks to|owing to|as a result|poised|suggests?|signals?|likely to|should|will rise|will fall)\b/i.test(text),
        text,
      );
    }
  }
});

test("the plan is never said without its month", () => {
  for (const view of views) {
    for (const text of readOf(view)) if (/\bplan(s|ned)?\b/i.test(text) && !/carry out no plan/.test(text)) assert.match(text, /\bmonths?\b/, text);
    // What is planned is said of its month in the same breath.
    const clauses = paragraphsOf(view, "bills").split(/[.;:] /);
    for (const clause of clauses) if (/\bplanned\b/.test(clause)) assert.match(clause, /\bmonth\b/, clause);
  }
});

test("every figure says in words what it shows, where it comes from, and of which day it is", () => {
  const ids = views.map((view) => figuresOf(sectionsOf(view)).map(({ id }) => id));
  assert.deepEqual(ids[0], ["policyFan", "probabilityHeat", "sensitivityIntervals", "rollingSensitivity", "netLiquidity", "earningsGrowth"]);
  assert.deepEqual(ids[1], ["sensitivityIntervals", "rollingSensitivity", "netLiquidity", "billPurchases", "earningsGrowth"]);
  const DAY: Record<string, string> = { [ARTICLE_DAY]: "11 December 2025", [LAST_DAY]: "20 August 2026" };
  for (const view of [article, now]) {
    for (const { id, alt, svg, data, plot } of figuresOf(sectionsOf(view))) {
      assert.ok(alt.length > 40 && !/undefined|NaN|null/.test(alt), `${id}: ${alt}`);
      for (const text of [svg.wide, svg.narrow].map(readIn)) {
        assert.match(text, /\bSource:/, id);
        assert.ok(text.replaceAll(" ", "").includes(`Asof${DAY[view.asOf]!.replaceAll(" ", "")}`), `${id}: ${text.slice(-300)}`);
        assert.ok(!/undefined|NaN|null/.test(text), id);
      }
      assert.ok(data.rows.length > 0 && data.rows.every(({ cells }) => cells.length === data.columns.length), id);
      assert.ok(plot !== undefined, id);
    }
  }
});

test("small caps are said to move more only where both intervals of the difference leave out zero", () => {
  for (const { asOf, macro } of views) {
    for (const { pair, from } of macro.sensitivity.spans) {
      if (!pair) continue;
      const { slope, bootstrap } = pair.difference;
      const clear = [slope, bootstrap].every(({ interval }) => interval && interval.lower * interval.upper > 0);
      if (pair.answer !== "not told apart" || pair.behindAsYieldsRise !== "not told apart") assert.ok(clear, `${asOf}, from ${from}`);
    }
  }
  const told = now.macro.sensitivity.spans.filter(({ pair }) => pair?.answer === "small caps more");
  assert.deepEqual(
    told.map(({ from }) => from),
    ["2015-12-16"],
  );
  // The era that is told apart, said not to be: the words are gone from sentences, table, picture and its alternative.
  assert.ok(readOf(now).some((text) => text.includes("small caps more")));
  const changed = structuredClone(now);
  for (const { pair } of changed.macro.sensitivity.spans) {
    if (!pair) continue;
    pair.answer = "not told apart";
    pair.behindAsYieldsRise = "not told apart";
    pair.weekly.answer = "not told apart";
  }
  assert.deepEqual(
    readOf(changed).filter((text) => /small caps more|moved more with|fell behind|large caps more/i.test(text)),
    [],
  );
  assert.match(paragraphsOf(changed, "sensitivity"), /In no era [^.]*told apart/);
});

test("who falls behind is not who moves more", () => {
  const changed = structuredClone(now);
  const last = changed.macro.sensitivity.spans.findLast(({ direction }) => direction !== "all")!;
  last.pair!.behindAsYieldsRise = "small caps";
  const said = paragraphsOf(changed, "sensitivity");
  assert.match(said, /small caps fell behind as yields rose, but [^.]*not told apart/);
  last.pair!.answer = "large caps more";
  assert.match(paragraphsOf(changed, "sensitivity"), /In the era of cuts since 2024-09-18 [^.]*\.[^.]*\.[^.]*\.[^.]*large caps more\./);
});

test("when a measure changes, the sentence changes with it", () => {
  const changed = structuredClone(article);
  changed.macro.liquidity.net.value = 1.234e12;
  changed.macro.policy.effective.value = 7.77;
  changed.macro.path.horizons[2]!.cumulativeBp.value = 12.4;
  assert.match(paragraphsOf(changed, "liquidity"), /came to \$1\.23 trillion/);
  assert.match(paragraphsOf(changed, "policy"), /The effective rate was 7\.77%/);
  assert.match(paragraphsOf(changed, "path"), /imply 12 basis points of hikes by/);
  changed.macro.path.horizons[2]!.cumulativeBp.value = 0.2;
  assert.match(paragraphsOf(changed, "path"), /imply no change by/);
});

const UNKNOWN: [what: string, macro: MacroFigures | undefined, id: string, sentence: RegExp][] = [
  ["rate", strippedOf("DFF"), "policy", /The effective rate is not known: no figures held of EFFR or DFF\./],
  ["curve", { ...founding.macro, curves: [] }, "path", /^The path that federal funds futures imply is not known: no prices of federal funds futures held\.$/],
  ["yield", strippedOf("DGS2"), "sensitivity", /^How the members move with the two-year yield is not known: no figures held of DGS2\.$/],
  ["balance sheet", strippedOf("WALCL"), "liquidity", /^Net liquidity is not known: no figures held of WALCL\.$/],
  [
    "operations",
    { ...founding.macro, operations: [] },
    "bills",
    /^What has been bought since 2025-12-12 is not known: no bill purchase held from 2025-12-12 to 2025-12-15\.$/,
  ],
  ["forecasts", { ...founding.macro, forecasts: [] }, "earnings", /^Growth of earnings is not known: no quoted figure was public by 2025-12-15\./],
];

function strippedOf(id: string): MacroFigures {
  const { [id]: _gone, ...readings } = founding.macro.readings;
  return { ...founding.macro, readings };
}

for (const [what, macro, id, sentence] of UNKNOWN) {
  test(`without the ${what} a sentence says that it is not known, and why`, () => {
    const view = viewOf("2025-12-15", { group: lone, macro });
    assert.match(paragraphsOf(view, id), sentence);
    for (const text of readOf(view)) assert.ok(!/undefined|NaN|\bnull\b/.test(text), text);
  });
}

test("what is unknown is a dash or a word, never a number", () => {
  const view = viewOf("2025-12-15", { group: lone, macro: undefined });
  assert.deepEqual(figuresOf(sectionsOf(view)), []);
  const numbers = partsOf(sectionsOf(view)).filter((part) => part.kind === "number");
  for (const { measure, text } of numbers) assert.equal(measure.value === null, !/\d/.test(text), text);
});

test("a group that names no sizes is told each member, and no difference", () => {
  const view = viewOf("2025-12-12", { group: { ...noSizes, members: ["IWM", "SPY"] } });
  assert.match(paragraphsOf(view, "sensitivity"), /^The group names no small and large caps to be held against each other; the table shows each member\./);
  assert.equal(view.macro.sensitivity.pair, null);
  for (const text of readOf(view)) assert.ok(!/less SPY|small caps more|undefined|NaN|\bnull\b/.test(text), text);
  assert.deepEqual(
    figuresOf(ratesSections(view)).map(({ id }) => id),
    ["policyFan", "probabilityHeat", "sensitivityIntervals"],
  );
});

test("sizes of which one has no figures leave the difference unknown", () => {
  const view = viewOf(LAST_DAY, { group: { ...founding.group, members: ["IWM", "GLD"] } });
  assert.match(paragraphsOf(view, "sensitivity"), /the difference is not known/);
  for (const text of readOf(view)) assert.ok(!/undefined|NaN|\bnull\b/.test(text), text);
});

test("a group of two members without any macro figures still has its sections, as Markdown and as a page", () => {
  const group: Group = { ...noSizes, name: "Two", leader: "SPY", members: ["SPY", "GLD"] };
  const view = viewOf("2025-12-12", { group, macro: undefined });
  const { question: _asked, laggard: _laggard, ...plainGroup } = group;
  const bare = viewOf("2025-12-12", { group: plainGroup, macro: undefined });
  for (const one of [view, bare]) {
    const text = toMarkdown(page(one));
    assert.equal(text.match(/not known/g)?.length, 6);
    assert.match(text, /The target range of the federal funds rate is 3\.50% to 3\.75%/);
    assert.ok(!/undefined|NaN|\bnull\b/.test(text));
    assert.match(toHtml(page(one)), /What futures imply/);
  }
});

test("figures of a source are text, not markup", () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const changed = structuredClone(article);
  for (const row of changed.macro.earnings.rows) Object.assign(row, { source: hostile, note: hostile });
  changed.macro.path.leftOut.push({ day: "2027-04-28", reason: hostile });
  changed.macro.liquidity.net.sources = [hostile];
  changed.macro.liquidity.weeks.sources = [hostile];
  const html = toHtml(page(changed));
  assert.ok(!html.includes("<img"), /.{40}<img.{20}/.exec(html)?.[0]);
  assert.ok(html.includes("&lt;img"));
});

test("the sections are the same bytes from the same picture", () => {
  sameBytes(() => toHtml(page(article)));
  sameBytes(() => toMarkdown(page(viewOf("2025-12-12", { group: lone }))));
});
