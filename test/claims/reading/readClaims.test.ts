import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clausesOf, entitiesIn, readAs, readClaims, sentencesIn } from "../../../src/claims/index.ts";

const PUBLISHED = "2025-12-12"; // a Friday
const readingsOf = (text: string, published = PUBLISHED) => readClaims({ text }, published).claims.map((claim) => `${claim.kind}: ${readAs(claim)}`);

/** What each sentence is read as; an empty list states nothing that can be checked. */
const SENTENCES: readonly (readonly [text: string, readings: readonly string[]])[] = [
  ["The Russell 2000 Index (IWM) closed at a record on Thursday.", ["recordSet: IWM set a record close on 2025-12-11"]],
  ["The Dow and the S&P 500 set records on Thursday.", ["recordSet: DIA and SPY set a record high on 2025-12-11"]],
  ["Bitcoin has not set a record since October.", ["recordSet: BTC set no record high since 2025-10-01"]],
  ["The Nasdaq 100 is just below its record.", ["nearRecord: QQQ is just below its record"]],
  ["Gold is within 3 % of its record.", ["nearRecord: GLD is less than 3 % below its record"]],
  ["Bitcoin is 27 % below its October record.", ["distance: BTC is 27 % below its record of October 2025"]],
  ["Silver trades at less than half of its 2011 high.", ["distance: SLV is more than 50 % below its record of 2011"]],
  ["Bitcoin is not 30 % but 27 % below its record.", ["distance: BTC is 27 % below its record"]],
  ["Bitcoin reached $126,000 in mid October 2025.", ["level: BTC reached $126,000 from 2025-10-11 to 2025-10-20"]],
  ["Bitcoin is above $90,000.", ["level: BTC stood above $90,000"]],
  ["IWM closed at $257.80 on Thursday.", ["level: IWM closed at $257.80 on 2025-12-11"]],
  ["Both bitcoin and small caps bottomed on 21 November.", ["turn: BTC and IWM had their low on 2025-11-21"]],
  [
    "Since 2020, new highs of the Russell 2000 have typically coincided with new highs of bitcoin.",
    ["coincidence: highs of IWM and BTC usually come together since 2020-01-01"],
  ],
  [
    "For the first time in five years, small caps are setting records without bitcoin.",
    ["firstSince: the first time in 5 years that IWM set a record without BTC"],
  ],
  ["Bitcoin has fallen out of step with stocks.", ["outOfStep: BTC is out of step with SPY, DIA and QQQ"]],
  ["Silver has doubled this year.", ["return: SLV rose 100 % in 2025"]],
  ["Gold is up 39 % this year, silver 42 %.", ["return: GLD rose 39 % in 2025", "return: SLV rose 42 % in 2025"]],
  ["Silver outpaced gold this year.", ["ranking: SLV did better than GLD in 2025"]],
  ["The Fed cut its rate by 25 basis points on Wednesday.", ["policyMove: the Federal Reserve cut the target range by 25 basis points on 2025-12-10"]],
  [
    "Futures price in another 50 basis points of cuts for the next 12 months.",
    ["cutsPriced: futures imply 50 basis points of cuts from 2025-12-12 to 2026-12-12"],
  ],
  ["They are part of a $40 billion plan of bill purchases.", ["programme: a plan to buy $40 billion"]],
  ["The Fed bought $8.2 billion of Treasury bills on Friday.", ["purchase: a purchase of $8.2 billion on 2025-12-12"]],
  ["Small-cap earnings are expected to grow about 49 % in 2026.", ["earnings: earnings of IWM are expected to grow about 49 % in 2026"]],
  ["History suggests that bitcoin is likely to catch up.", ["opinion: a forecast or judgement on BTC"]],
  // What is foreseen, asked or denied is no fact.
  ["Bitcoin could reach $150,000.", ["opinion: a forecast or judgement on BTC"]],
  ["Is bitcoin 27 % below its record?", []],
  ["The mood was festive.", []],
  // A market that nobody here knows figures of is read all the same.
  ["Shares of Halvern lost 20 % last week.", ["return: Halvern fell 20 % from 2025-12-01 to 2025-12-07"]],
];

for (const [text, readings] of SENTENCES) test(`read: ${text}`, () => assert.deepEqual(readingsOf(text), readings));

test("words that point back take the market that was spoken of", () => {
  assert.deepEqual(readingsOf("Gold set a record on Monday. It is up 50 % this year."), [
    "recordSet: GLD set a record high on 2025-12-08",
    "return: GLD rose 50 % in 2025",
  ]);
  assert.deepEqual(readingsOf("Bitcoin and small caps diverged. Both bottomed on 21 November.").at(-1), "turn: BTC and IWM had their low on 2025-11-21");
  assert.deepEqual(readingsOf("The S&P 500 rose 1 % on Tuesday. The Dow set a record the same day.").at(-1), "recordSet: DIA set a record high on 2025-12-09");
});

test("a number that no rule takes is listed with the reason", () => {
  const { claims, notUnderstood } = readClaims({ text: "Trading volume was 14 % above its average. Is gold at $5,000?" }, PUBLISHED);
  assert.deepEqual(claims, []);
  assert.deepEqual(
    notUnderstood.map(({ why }) => why),
    ["it names no market or institution that is known", "it is a question"],
  );
});

test("every claim's span lies in its sentence, and its parts in the text", () => {
  const text = SENTENCES.map(([sentence]) => sentence).join(" ");
  const { claims, sentences } = readClaims({ text }, PUBLISHED);
  assert.ok(claims.length > 20);
  for (const claim of claims) {
    const sentence = sentences[claim.sentence]!;
    assert.ok(claim.from >= sentence.from && claim.to <= sentence.to && claim.from < claim.to, `${claim.kind} at ${claim.from}`);
  }
});

test("sentences: abbreviations, decimals and tickers end none; blocks, pictures and short lines do", () => {
  const cut = (text: string) => sentencesIn(text).map(({ from, to }) => text.slice(from, to));
  assert.deepEqual(cut("The U.S. market rose 2.5 % on Dec. 11. Gold fell."), ["The U.S. market rose 2.5 % on Dec. 11.", "Gold fell."]);
  assert.deepEqual(cut("A headline\n\nA paragraph."), ["A headline", "A paragraph."]);
  assert.deepEqual(cut("New high 🚀 Gold too."), ["New high 🚀", "Gold too."]);
  assert.deepEqual(cut("Small caps at a record\nBitcoin is not."), ["Small caps at a record", "Bitcoin is not."]);
});

test("clauses cover their sentence and cut no list of markets", () => {
  const texts = (sentence: string) => clausesOf(sentence, entitiesIn(sentence, [])).map(({ from, to }) => sentence.slice(from, to));
  for (const [sentence] of SENTENCES) assert.equal(texts(sentence).join(""), sentence);
  assert.equal(texts("Silver and bitcoin have set records.").length, 1);
  assert.equal(texts("Gold fell while silver rose.").length, 2);
});

test("the longest name wins, and a ticker in brackets is no second market", () => {
  const names = (sentence: string) => entitiesIn(sentence, [{ id: "GDX", names: ["gold miners"] }]).map(({ name, markets }) => [name, markets[0]?.[0]]);
  assert.deepEqual(names("The Russell 2000 Index (IWM) rose."), [["Russell 2000 Index (IWM)", "IWM"]]);
  assert.deepEqual(names("Gold miners beat gold."), [
    ["Gold miners", "GDX"],
    ["gold", "GLD"],
  ]);
  assert.deepEqual(names("The Nasdaq Composite fell."), [["Nasdaq Composite", undefined]]);
});

test("any text is read without an error, the same every time, and spans stay inside it", () => {
  const words = [
    "gold",
    "bitcoin",
    "record",
    "27 %",
    "$90,000",
    "on Thursday",
    "below",
    "its",
    "and",
    "not",
    ",",
    ".",
    "\n\n",
    "the Fed",
    "cut",
    "since 2020",
    "?",
    "both",
    "🚀",
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), { maxLength: 40 }), (parts) => {
      const text = parts.join(" ");
      const read = readClaims({ text }, PUBLISHED);
      for (const { from, to } of [...read.claims, ...read.notUnderstood]) assert.ok(from >= 0 && from < to && to <= text.length);
      assert.deepEqual(readClaims({ text }, PUBLISHED), read);
    }),
    { numRuns: 300, seed: 7 },
  );
});

test("reading is linear: hostile text of twenty thousand characters comes to an end", () => {
  for (const piece of [
    "record ",
    "27 % below ",
    "the Dow and ",
    "a, ",
    "below the ",
    "((((",
    "on Thursday ",
    "$1,000 ",
    "; ",
    "- ",
    ": gold ",
    "and bitcoin has ",
  ]) {
    const text = piece.repeat(Math.ceil(20_000 / piece.length));
    assert.ok(readClaims({ text }, PUBLISHED).sentences.length > 0);
  }
});

/** Sentences whose words would be judged as the opposite or as something else: they make no claim, and say why. */
const WITHHELD: readonly (readonly [text: string, why: string])[] = [
  ["Bitcoin never fell below $80,000 this year.", "it denies something: denials are read only of records and of steps"],
  ["It is false that the Russell 2000 closed at a record on Thursday.", "it denies something: denials are read only of records and of steps"],
  ["If gold closed at a record on Thursday, nobody saw it.", "it is conditional"],
  ["Every time the Russell 2000 hit a new high, bitcoin did as well.", "it speaks of a habit or of another time"],
  ["Bitcoin fell 77 % from its November 2021 peak to its November 2022 low.", "a move from one turning point to another is not read"],
  ["Bitcoin rose from $80,000 on November 21 to $92,000 on Thursday.", "a move from one level to another is not read"],
  ["Bitcoin is $34,000 below its record.", "a distance or a price paid is no level"],
  ["Silver rose less than gold this year.", "how the two moves compare was not understood"],
  ["All major indexes except the Nasdaq set records on Thursday.", "which market it leaves out was not understood"],
  ["Short interest in the Russell 2000 hit a record on Thursday.", "it speaks of something else than a price"],
  ["Bitcoin measured in gold fell 40 % this year.", "it is measured in something else than dollars"],
  ["Silver is the second-best performer this year.", "a place other than the first or last is not read"],
  ["Small caps and bitcoin have moved in lockstep since 2020.", "a state over a time is not read, only one as of a day"],
  ["Bitcoin hit a record on 10/6.", "its date was not understood"],
  ["Foreign banks bought $8.2 billion of Treasury bills on Friday.", "who buys, or what, was not understood"],
  [`The Dow ${"and the Dow ".repeat(400)} set a record.`, "it is longer than a sentence is"],
];

for (const [text, why] of WITHHELD)
  test(`withheld: ${text.slice(0, 80)}`, () => {
    const { claims, notUnderstood } = readClaims({ text }, PUBLISHED);
    assert.deepEqual(claims, []);
    assert.deepEqual(
      notUnderstood.map((one) => one.why),
      [why],
    );
  });

test("what a name is part of is another thing, and a denial of a record is read as one", () => {
  assert.deepEqual(readingsOf("Bitcoin Cash fell 40 % this year."), ["return: Bitcoin Cash fell 40 % in 2025"]);
  assert.deepEqual(readingsOf("The Dow didn't hit a record on Thursday."), ["recordSet: DIA set no record high on 2025-12-11"]);
  assert.deepEqual(readingsOf("Unlike gold, silver set a record on Thursday."), ["recordSet: SLV set a record high on 2025-12-11"]);
  assert.deepEqual(readingsOf("The Fed refused to cut rates on Wednesday."), []);
});
