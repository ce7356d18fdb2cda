// A note without some of its figures: it is made, says what is unknown and why, and shows nothing as zero or at a record that it does not know.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Block } from "../../src/note/index.ts";
import { appendixOf, figuresOf, type Note, noteOf, plain, toHtml, toMarkdown } from "../../src/note/index.ts";
import { type MacroFigures, macroOf, type Study, study } from "../../src/study/index.ts";
import { ARTICLE_DAY, founding, foundingStudy, LAST_DAY } from "../case.ts";
import { withoutMarket } from "../study/without.ts";
import { proseOf, readIn } from "./parts.ts";
import { foundingAppendix, foundingNote } from "./written.ts";

const tables = (note: Note) => note.sections.flatMap(({ blocks }) => blocks.flatMap((block: Block) => (block.kind === "table" ? [block] : [])));

/** Everything that is read of a note: its words, tables, pictures and what stands behind them. */
function everything(note: Note): string {
  const pictures = figuresOf(note).flatMap(({ svg, alt, data }) => [alt, readIn(svg.wide), readIn(svg.narrow), JSON.stringify(data)]);
  return [toMarkdown(note), toHtml(note), ...pictures].join("\n");
}

function holds(study: Study): { note: Note; appendix: Note } {
  const [note, appendix] = [noteOf(study), appendixOf(study)];
  for (const one of [note, appendix]) {
    const text = everything(one);
    const at = text.search(/\b(?:undefined|NaN|Infinity)\b|[>\s|]null\b/);
    assert.equal(at < 0 ? "" : text.slice(Math.max(0, at - 60), at + 60), "");
  }
  return { note, appendix };
}

// The leader, the laggard, the other size of the pair that is held against yields, and one of the rest.
for (const id of ["IWM", "BTC", "SPY", "SLV"]) {
  test(`without ${id} the note says that it is unknown, and why, and shows no number of it`, () => {
    const { note, appendix } = holds(withoutMarket(id));
    const text = toMarkdown(note);
    assert.match(text, new RegExp(`- Where ${id} stands: no figures held of ${id}\\.`));
    assert.match(text, new RegExp(`- ${id} is unknown: no figures held of ${id}\\.`));
    assert.match(text, new RegExp(`^- \\*\\*Missing\\*\\*: .*\\b${id}, altogether\\b`, "m"));
    const row = tables(note)[0]!.rows.find(({ cells }) => plain(cells[0]!).startsWith(`${id} `))!;
    assert.deepEqual(
      row.cells.slice(1).map((cell) => plain(cell)),
      ["unknown", "? unknown", ...Array.from({ length: 6 }, () => "unknown")],
    );
    const distances = figuresOf(note).find((figure) => figure.id === "underwater")!;
    assert.ok(!distances.data.columns.includes(id) && !new RegExp(`\\b${id}\\b`).test(distances.alt));
    // It keeps its row among the record days, empty, with the reason.
    const raster = figuresOf(note).find((figure) => figure.id === "recordRaster")!;
    assert.ok(!raster.data.columns.includes(id));
    for (const svg of Object.values(raster.svg)) assert.ok(readIn(svg).includes(`no figures held of ${id}`), readIn(svg));
    // Nobody stands anywhere by a number that is not held: only the method says in which distance a case would open.
    const said = proseOf({ sections: note.sections.filter((section) => section.id !== "method") });
    const standing = new RegExp(`\\b${id}\\b[^.;|]*stands [\\d\u2212]|\\b${id}\\b (?:is|stands) at its (?:own )?record`);
    assert.ok(!standing.test(said), standing.exec(said)?.[0]);
    // Against yields bitcoin is taken from another file, at the clock of the yields.
    const others = { ...appendix, sections: appendix.sections.filter((section) => section.id !== "sensitivity") };
    const counted = tables(others).flatMap(({ rows }) =>
      rows.filter(({ cells }) => plain(cells[0]!) === id && cells.slice(1).some((cell) => /^[\d\u2212]/.test(plain(cell)))),
    );
    assert.deepEqual(counted, []);
  });
}

test("without leader or laggard there are no cases, no probability and no chart of them, each with the reason", () => {
  for (const id of ["IWM", "BTC"]) {
    const note = noteOf(withoutMarket(id));
    const why = `no figures held of ${id}`;
    assert.deepEqual(
      figuresOf(note).map((figure) => figure.id),
      ["underwater", "recordRaster", "netLiquidity"],
    );
    for (const section of ["lockstep", "since", "catch-up"]) assert.ok(proseOf(note, section).startsWith(`Unknown: ${why}.`), proseOf(note, section));
    assert.match(proseOf(note, "scorecard"), new RegExp(`^No probability is put on record: ${why}\\.$`));
    assert.deepEqual(
      note.keyLines.slice(1).map(({ text }) => plain(text)),
      [`Unknown: ${why}.`, `Figures that are not held: ${why}.`],
    );
  }
  assert.equal(plain(noteOf(withoutMarket("BTC")).title), "IWM stands 2.4% below its record; the state of BTC is unknown");
  assert.equal(plain(noteOf(withoutMarket("IWM")).title), "The state of IWM is unknown; BTC stands 41.4% below its own");
});

// The responses of two members to yields take a third of the time of seven.
const PAIR = { ...founding.group, members: ["IWM", "SPY"] };

/** The study as of a day with other macro figures; the markets' part stays. */
function withMacro(day: string, macro: MacroFigures | undefined): Study {
  return { ...foundingStudy(day), macro: macroOf({ markets: founding.markets, group: PAIR, macro, asOf: day }) };
}

const without = (reading: string): MacroFigures => {
  const { [reading]: _gone, ...readings } = founding.macro.readings;
  return { ...founding.macro, readings };
};

const MACRO: [what: string, macro: MacroFigures, gone: RegExp, inNote: RegExp | null][] = [
  [
    "futures",
    { ...founding.macro, curves: [] },
    /The path that federal funds futures imply is not known: no prices of federal funds futures held\./,
    /Futures of/,
  ],
  ["two-year yield", without("DGS2"), /How the members move with the two-year yield is not known: no figures held of DGS2\./, /Small caps \(IWM\)/],
  ["balance sheet", without("WALCL"), /Net liquidity is not known: no figures held of WALCL\./, /came to \$/],
  ["Treasury's account", without("WTREGEN"), /Net liquidity is not known/, /came to \$/],
  ["effective rate", without("DFF"), /The effective rate is not known: no figures held of EFFR or DFF\./, null],
  ["bill purchases", { ...founding.macro, operations: [] }, /What has been bought since [-\d]+ is not known/, null],
  ["forecasts of earnings", { ...founding.macro, forecasts: [] }, /Growth of earnings is not known: no quoted figure was public/, null],
];

for (const [what, macro, gone, inNote] of MACRO) {
  test(`without the ${what} the appendix says that it is not known, and the note says nothing of it`, () => {
    // Purchases began on the day after the article.
    const day = what === "bill purchases" ? LAST_DAY : ARTICLE_DAY;
    assert.ok(!gone.test(proseOf(foundingAppendix(day))), "said of figures that are held");
    const { note, appendix } = holds(withMacro(day, macro));
    assert.match(proseOf(appendix), gone);
    if (!inNote) return;
    assert.match(proseOf(foundingNote(ARTICLE_DAY), "macro"), inNote);
    assert.ok(!inNote.test(proseOf(note, "macro")), proseOf(note, "macro"));
  });
}

test("without futures net liquidity is drawn, and without both no chart of the macro picture", () => {
  const last = (macro: MacroFigures) => figuresOf(noteOf(withMacro(ARTICLE_DAY, macro))).at(-1)?.id;
  assert.equal(last(founding.macro), "policyFan");
  assert.equal(last({ ...founding.macro, curves: [] }), "netLiquidity");
  assert.equal(last({ ...without("WALCL"), curves: [] }), "specificationPlot");
});

test("without any macro figure the note names each part that is unknown, and keeps what the calendar of meetings knows", () => {
  const { note } = holds(study({ group: { ...founding.group, members: ["IWM", "BTC"] }, markets: founding.markets, asOf: LAST_DAY }));
  const unknowns = proseOf(note, "not-known");
  for (const part of [
    "the policy path that futures imply",
    "the response to the two-year yield",
    "the liquidity of the Federal Reserve",
    "the purchases of Treasury bills",
  ])
    assert.ok(unknowns.includes(`Of the macro picture: ${part} (`), unknowns);
  assert.match(proseOf(note, "macro"), /^The target range of the federal funds rate is 3\.50% to 3\.75%/);
});
