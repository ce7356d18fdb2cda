import { CHECK_SCHEMA, type Check, type CheckedClaim } from "../../../src/claims/schema.ts";
import type { Measure, Unit } from "../../../src/market/index.ts";

export const PUBLISHED = "2025-12-12";

/** A measure that was not computed: only its value and unit matter to how it is shown. */
export function sampleMeasure(value: number | null, unit: Unit = "ratio", more: Partial<Measure> = {}): Measure {
  const provenance = { n: 3818, from: "2010-08-18", to: "2025-12-11", asOf: "2025-12-11", method: "sample", definition: "a value of a sample" };
  return { value, unit, ...provenance, sources: [], dropped: [], ...(value === null ? { reason: "no figures held" } : {}), ...more };
}

type Definition = CheckedClaim["parts"][number]["judged"][number];

export function sampleDefinition(label: string, verdict: Definition["verdict"], value: Measure | null = null, says = ""): Definition {
  return { label, verdict, value, says };
}

export function samplePart(about: string, judged: readonly Definition[], more: Partial<CheckedClaim["parts"][number]> = {}): CheckedClaim["parts"][number] {
  return { about, conventional: true, judged: [...judged], needed: null, ...more };
}

/** A claim that stands at the first place of its words in the text. */
export function sampleClaim(text: string, quote: string, verdict: CheckedClaim["verdict"], more: Partial<CheckedClaim> = {}): CheckedClaim {
  const from = text.indexOf(quote);
  return {
    id: `claim-${from}`,
    kind: "recordSet",
    span: { from, to: from + quote.length },
    quote,
    readAs: "as it is written",
    about: ["IWM"],
    verdict,
    because: "Of it the figures say so.",
    parts: [samplePart("IWM", [sampleDefinition("close", "supported", sampleMeasure(257.8, "USD"))])],
    rows: [],
    forecast: null,
    since: [],
    ...more,
  };
}

/** A check of a text with some claims, and whatever else is to be changed. */
export function sampleCheck(text: string, claims: readonly CheckedClaim[], more: Partial<Check> = {}): Check {
  return {
    schema: CHECK_SCHEMA,
    article: { title: null, source: "article.txt", published: PUBLISHED, publishedBy: "asked", characters: text.length, sentences: 6 },
    group: "Small caps and bitcoin",
    asOf: PUBLISHED,
    figuresEnd: "2026-08-20",
    claims: [...claims],
    statements: null,
    notUnderstood: [],
    inputs: [],
    ...more,
  };
}

/** A sentence that was not understood, at the first place of its words. */
export function sampleUnread(text: string, quote: string, why: string): Check["notUnderstood"][number] {
  const from = text.indexOf(quote);
  return { span: { from, to: from + quote.length }, quote, why };
}

const TITLE = "Small caps are at a record, and bitcoin is not";

/** An article on the founding case in words of its own; its values are near those of the case, and nothing here rests on them. */
export const ARTICLE_TEXT = `${TITLE}

On Thursday the Russell 2000 fund closed at a record, and so did the Dow and the S&P 500. The Nasdaq 100 is just below its own. Metals, led by silver, are at peaks.

Bitcoin, though, is 27 % below its October record, after it reached 126,000 in mid October. For the first time in five years small caps set records without bitcoin. Both bottomed on 21 November.

On Wednesday the Fed cut by 25 basis points, and another 50 basis points of cuts are priced for the next 12 months. The purchases of Treasury bills begin on Friday with $8.2 billion, part of a 40 billion dollar plan. Trading volume was 14 % above its average.

Small-cap earnings are expected to grow about 49 % in 2026. Over such a stretch, 3 of 4 desks surveyed were overweight. History suggests that bitcoin is likely to catch up.`;

export const SAMPLE_ARTICLE = { title: TITLE, text: ARTICLE_TEXT };

const row = (market: string, on: string, field: string, value: number, unit = "USD") => ({
  market,
  on,
  field,
  value,
  unit,
  source: `small-caps-and-bitcoin/${market || "rates"}.csv`,
});
const since = (market: string, change: number, records: number) => ({ market, change: sampleMeasure(change), records: sampleMeasure(records, "records") });
const SINCE_BTC = since("BTC", -0.211, 0);

const CLAIMS: readonly CheckedClaim[] = [
  sampleClaim(ARTICLE_TEXT, "the Russell 2000 fund closed at a record", "supported", {
    readAs: "IWM set a record close on 11 December 2025",
    because: "IWM closed at 257.80 on 2025-12-11, above every earlier close held.",
    parts: [
      samplePart("IWM", [
        sampleDefinition("record close", "supported", sampleMeasure(257.8, "USD"), "record close of 2025-12-11"),
        sampleDefinition("intraday record", "supported", sampleMeasure(259.61, "USD"), "intraday record of 2025-12-11"),
        sampleDefinition("total return", "supported", null, "record of 2025-12-11"),
      ]),
    ],
    rows: [row("IWM", "2025-12-11", "close", 257.8), row("IWM", "2025-12-10", "close", 254.81)],
    since: [since("IWM", 0.155, 28)],
  }),
  sampleClaim(ARTICLE_TEXT, "so did the Dow and the S&P 500", "supported", {
    readAs: "DIA and SPY set a record close on 11 December 2025",
    about: ["DIA", "SPY"],
    because: "Both closed above every earlier close held.",
    parts: ["DIA", "SPY"].map((id) => samplePart(id, [sampleDefinition("record close", "supported", sampleMeasure(id === "DIA" ? 487.33 : 689.17, "USD"))])),
    since: [since("DIA", 0.061, 14), since("SPY", 0.093, 25)],
  }),
  sampleClaim(ARTICLE_TEXT, "The Nasdaq 100 is just below its own", "supported", {
    kind: "nearRecord",
    readAs: "QQQ stands less than so far below its record",
    because: "Its last close is less than 2 %, 5 % and 10 % below the record close.",
    parts: [
      samplePart(
        "QQQ",
        ["less than 2 % below", "less than 5 % below", "less than 10 % below"].map((label) => sampleDefinition(label, "supported", sampleMeasure(-0.0158))),
        {
          conventional: false,
        },
      ),
    ],
  }),
  sampleClaim(ARTICLE_TEXT, "Metals, led by silver, are at peaks", "depends-on-definition", {
    readAs: "GLD and SLV (metals) stand at a record on 11 December 2025",
    about: ["GLD", "SLV"],
    because: "Of the metals, SLV set a record close on 2025-12-11; GLD stood 2.5 % below its own.",
    parts: [
      samplePart("GLD", [
        sampleDefinition("record close", "contradicted", sampleMeasure(-0.0252)),
        sampleDefinition("intraday record", "contradicted", sampleMeasure(-0.0271)),
      ]),
      samplePart("SLV", [sampleDefinition("record close", "supported", sampleMeasure(0)), sampleDefinition("intraday record", "supported", sampleMeasure(0))]),
    ],
  }),
  sampleClaim(ARTICLE_TEXT, "Bitcoin, though, is 27 % below its October record", "depends-on-definition", {
    kind: "distance",
    readAs: "BTC stands 27 % below the record that it set in October 2025",
    about: ["BTC"],
    because: "Close against the record close gives 25.8 %, which rounds to 26 %; against the intraday record, at two of three clocks, it is 27 %.",
    parts: [
      samplePart("BTC", [
        sampleDefinition("close against the record close", "imprecise", sampleMeasure(-0.2579), "record close of 2025-10-06"),
        sampleDefinition("close against the intraday record", "supported", sampleMeasure(-0.2671), "intraday record of 2025-10-06"),
        sampleDefinition("16:00 New York against the intraday record", "supported", sampleMeasure(-0.2734)),
        sampleDefinition("total return", "not-checkable", null, "no total return is held of BTC"),
      ]),
    ],
    rows: [row("BTC", "2025-10-06", "close", 124658.54), row("BTC", "2025-10-06", "high", 126199.63), row("BTC", "2025-12-11", "close", 92513.4)],
    since: [SINCE_BTC],
  }),
  sampleClaim(ARTICLE_TEXT, "its October record, after it reached 126,000 in mid October", "imprecise", {
    kind: "level",
    readAs: "BTC reached 126,000 between 11 and 20 October 2025",
    about: ["BTC"],
    because: "It traded there on 2025-10-06, within ten days of the period said.",
    parts: [
      samplePart("BTC", [
        sampleDefinition("high", "imprecise", sampleMeasure(126199.63, "USD"), "highest on 2025-10-06"),
        sampleDefinition("close", "contradicted", sampleMeasure(124658.54, "USD")),
      ]),
    ],
    rows: [row("BTC", "2025-10-06", "high", 126199.63)],
    since: [SINCE_BTC],
  }),
  sampleClaim(ARTICLE_TEXT, "For the first time in five years small caps set records without bitcoin", "depends-on-definition", {
    kind: "firstSince",
    readAs: "IWM at a record with BTC far below its own, first in five years",
    about: ["IWM", "BTC"],
    because: "It depends on how far below is far: at least so much time has passed only from 25 % on.",
    parts: [
      samplePart(
        "IWM and BTC",
        [10, 15, 20, 25, 30].map((share) =>
          sampleDefinition(
            `at least ${share} % below`,
            share < 25 ? "contradicted" : "supported",
            sampleMeasure(share < 25 ? 1.1 : 5.04, "years"),
            share === 30 ? "no earlier spell" : "",
          ),
        ),
        { conventional: false },
      ),
    ],
    since: [since("IWM", 0.155, 28), SINCE_BTC],
  }),
  sampleClaim(ARTICLE_TEXT, "small caps set records without bitcoin", "supported", {
    kind: "outOfStep",
    readAs: "BTC out of step with IWM",
    because: "BTC stands 25.8 % below its record close, IWM at its own.",
  }),
  sampleClaim(ARTICLE_TEXT, "Both bottomed on 21 November", "contradicted", {
    kind: "turn",
    readAs: "IWM and BTC had their lowest value on 21 November 2025",
    about: ["IWM", "BTC"],
    because: "IWM had its lowest close on 2025-11-20, and BTC on 2025-11-22.",
    parts: [
      samplePart("IWM", [
        sampleDefinition("lowest close", "contradicted", sampleMeasure(229.11, "USD"), "on 2025-11-20"),
        sampleDefinition("lowest low", "contradicted", sampleMeasure(227.3, "USD"), "on 2025-11-20"),
      ]),
      samplePart("BTC", [
        sampleDefinition("lowest close", "contradicted", sampleMeasure(84690, "USD"), "on 2025-11-22"),
        sampleDefinition("lowest low", "supported", sampleMeasure(80553, "USD"), "on 2025-11-21"),
      ]),
    ],
  }),
  sampleClaim(ARTICLE_TEXT, "the Fed cut by 25 basis points", "supported", {
    kind: "policyMove",
    readAs: "a cut of the target range by 25 basis points on 10 December 2025",
    about: [],
    because: "On 2025-12-10 the range went from 3.75-4.00 % to 3.50-3.75 %.",
    parts: [samplePart("", [sampleDefinition("decision", "supported", sampleMeasure(-25, "bp"))])],
    rows: [row("", "2025-12-10", "upper bound", 3.75, "percent")],
  }),
  sampleClaim(ARTICLE_TEXT, "another 50 basis points of cuts are priced for the next 12 months", "supported", {
    kind: "cutsPriced",
    readAs: "futures imply cuts of 50 basis points by 12 December 2026",
    about: [],
    because: "The curve of 2025-12-11 implies cuts of 56 basis points by the meeting of December 2026: two quarter points.",
    parts: [
      samplePart("", [
        sampleDefinition("rule of the published tool", "supported", sampleMeasure(56.2, "bp")),
        sampleDefinition("letter of its article", "supported", sampleMeasure(55.8, "bp")),
      ]),
    ],
  }),
  sampleClaim(ARTICLE_TEXT, "begin on Friday with $8.2 billion", "supported", {
    kind: "purchase",
    readAs: "bills of 8.2 billion dollars bought on 12 December 2025",
    about: [],
    because: "8.167 billion dollars were accepted on 2025-12-12.",
    parts: [samplePart("", [sampleDefinition("accepted", "supported", sampleMeasure(8_167_000_000, "USD"))])],
  }),
  sampleClaim(ARTICLE_TEXT, "a 40 billion dollar plan", "imprecise", {
    kind: "programme",
    readAs: "a programme of 40 billion dollars",
    about: [],
    because: "The plan announced is 40 billion dollars a month; the text leaves the month out.",
    parts: [samplePart("", [sampleDefinition("announced, per month", "imprecise", sampleMeasure(40e9, "USD"), "announced on 2025-12-10")])],
  }),
  sampleClaim(ARTICLE_TEXT, "Small-cap earnings are expected to grow about 49 % in 2026", "not-checkable", {
    kind: "earnings",
    readAs: "earnings per share of IWM grow 49 % in 2026, as forecast",
    because: "No quotation held has the number, and a forecast refutes no other.",
    parts: [samplePart("IWM", [], { needed: "the forecast that is quoted: who made it, and when" })],
  }),
  sampleClaim(ARTICLE_TEXT, "History suggests that bitcoin is likely to catch up", "opinion", {
    kind: "opinion",
    readAs: "BTC will set a record again before IWM falls back",
    about: ["BTC"],
    because: "A forecast is neither right nor wrong on the day it is made.",
    parts: [],
    forecast: {
      baseRate: sampleMeasure(1 / 3, "probability", { n: 6 }),
      outcome: sampleMeasure(0, "records"),
      says: "Of six earlier cases two ended in a catch-up within 180 days; until 2026-08-20 this one did not.",
    },
    since: [SINCE_BTC],
  }),
];

export const SAMPLE_CHECK: Check = sampleCheck(ARTICLE_TEXT, CLAIMS, {
  article: {
    title: TITLE,
    source: "https://example.org/article",
    published: PUBLISHED,
    publishedBy: "article",
    characters: ARTICLE_TEXT.length,
    sentences: 14,
  },
  notUnderstood: [
    sampleUnread(ARTICLE_TEXT, "Trading volume was 14 % above its average.", "no market is named"),
    sampleUnread(ARTICLE_TEXT, "Over such a stretch, 3 of 4 desks surveyed were overweight.", "no rule takes what the numbers are said of"),
  ],
});

const LIST_TEXT = "IWM set a record on Thursday.\n\nBoth bottomed on 21 November.\n\nBitcoin is 27 % below its record.\n\nVolume rose by 3 of 7.";

/** A list of statements in place of an article. */
export const LIST_CHECK: Check = sampleCheck(
  LIST_TEXT,
  [
    sampleClaim(LIST_TEXT, "IWM set a record on Thursday", "supported"),
    sampleClaim(LIST_TEXT, "Both bottomed on 21 November", "contradicted", {
      parts: [samplePart("IWM", [sampleDefinition("lowest close", "contradicted", sampleMeasure(229.11, "USD"))])],
    }),
    sampleClaim(LIST_TEXT, "Bitcoin is 27 % below its record", "imprecise", {
      parts: [samplePart("BTC", [sampleDefinition("close against the record close", "imprecise", sampleMeasure(-0.2579))])],
    }),
  ],
  {
    article: { title: null, source: "claims.yaml", published: PUBLISHED, publishedBy: "article", characters: LIST_TEXT.length, sentences: 4 },
    statements: (
      [
        ["leader-record", "IWM set", "supported", "supported"],
        ["trough", "Both", "contradicted", null],
        ["distance", "Bitcoin", "imprecise", "depends-on-definition"],
        ["volume", "Volume", null, "not-checkable"],
      ] as const
    ).map(([id, begins, verdict, expect], k) => {
      const from = LIST_TEXT.indexOf(begins);
      return { id, span: { from, to: LIST_TEXT.indexOf("\n", from) + 1 || LIST_TEXT.length }, claims: k < 3 ? [`claim-${from}`] : [], verdict, expect };
    }),
    notUnderstood: [sampleUnread(LIST_TEXT, "Volume rose by 3 of 7.", "no market is named")],
  },
);

export const LIST_ARTICLE = { title: null, text: LIST_TEXT };
