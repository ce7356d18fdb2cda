import { LEAST_CASES } from "../../../lag/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Block, Section } from "../../document.ts";
import { count, name, number, on, prose, type Text } from "../../prose.ts";
import { decimalCell, percentCell, wholeCell } from "../cells.ts";

type Scores = Study["catchUp"]["score"]["pair"];

/** What forecasts from earlier cases would have been worth, each made on its day. */
export function scoreSection({ catchUp }: Study): Section {
  const { pair, allPairs, pairs, calibration, forecasts } = catchUp.score;
  const title = "What would forecasts from earlier cases have been worth?";
  if (!allPairs.n.value || catchUp.laggard === null) return { id: "score", title, blocks: [] };
  const rows = (what: string, scores: Scores) =>
    (scores.n.value ?? 0) < LEAST_CASES
      ? []
      : FORECASTERS.map((forecaster) => ({
          cells: [
            prose`${name(what)}`,
            prose`${name(FORECASTER[forecaster])}`,
            wholeCell(scores.n),
            decimalCell(scores[forecaster].brier, 3),
            decimalCell(scores[forecaster].logScore, 2),
          ],
        }));
  const blocks: Block[] = [
    {
      kind: "table",
      caption: prose`Each case forecast on its onset from what was known then: by the base moved by earlier cases, by the base alone, and as a random walk without drift. Brier and log scores: zero is perfect; always saying one half has a Brier score of a quarter.`,
      columns: [
        { title: "Cases of" },
        { title: "Forecast by" },
        { title: "Forecasts", numeric: true },
        { title: "Brier", numeric: true },
        { title: "Log", numeric: true },
      ],
      rows: [...rows("the pair", pair), ...rows("all pairs", allPairs)],
    },
    { kind: "paragraph", text: best(catchUp) },
    ...(forecasts.length === 0 ? [] : [forecastsTable(catchUp)]),
    {
      kind: "table",
      caption: prose`Of forecasts between so much and so much, how many came true: over the ${count(pairs, "pair")} of a leader and a laggard in the group with a forecast, which share markets and days and are worth far fewer.`,
      columns: [
        { title: "Forecast between" },
        { title: "Forecasts", numeric: true },
        { title: "Mean forecast", numeric: true },
        { title: "Happened", numeric: true },
      ],
      rows: calibration.map((row) => ({
        cells: [prose`${percentCell(row.from)} and ${percentCell(row.to)}`, wholeCell(row.n), percentCell(row.forecast), percentCell(row.happened)],
      })),
    },
  ];
  return { id: "score", title, blocks };
}

/** Who was best, and whether anyone beat always saying one half. */
function best({ score: { pair, allPairs } }: Study["catchUp"]): Text {
  const texts = [
    { what: "for the pair", scores: pair },
    { what: "over all pairs", scores: allPairs },
  ].flatMap(({ what, scores }) => {
    const ranked = FORECASTERS.toSorted((a, b) => (scores[a].brier.value ?? 1) - (scores[b].brier.value ?? 1));
    const first = scores[ranked[0]!].brier.value;
    if (first === null || (scores.n.value ?? 0) < LEAST_CASES) return [];
    const none = first >= HALF ? prose` (always saying one half was better still)` : prose``;
    return [prose`${name(what)}, ${name(ARTICLE[ranked[0]!])}${none}`];
  });
  return prose`Nearest to what happened: ${texts.flatMap((text, k) => (k === 0 ? text : prose`; ${text}`))}.`;
}

function forecastsTable({ score, leader, laggard }: Study["catchUp"]): Block {
  return {
    kind: "table",
    caption: prose`The forecasts of the cases of ${name(leader)} and ${name(laggard ?? "")}, and what came; bases are from data up to each onset, hence other than above.`,
    columns: [
      { title: "Onset" },
      { title: "Forecast", numeric: true },
      { title: "Base", numeric: true },
      { title: "Random walk", numeric: true },
      { title: "Happened" },
    ],
    rows: score.forecasts.map((one) => ({
      cells: [
        prose`${on(one.onset)}`,
        percentCell(one.forecast),
        percentCell(one.base),
        percentCell(one.randomWalk),
        prose`${number(one.regained, one.regained.value === 1 ? "yes" : "no")}`,
      ],
    })),
  };
}

const FORECASTERS = ["forecast", "base", "randomWalk"] as const;

const ARTICLE = { forecast: "the base moved by earlier cases", base: "the base alone", randomWalk: "the random walk" } as const;

// The Brier score of always saying one half.
const HALF = 0.25;

const FORECASTER = { forecast: "earlier cases and base", base: "base alone", randomWalk: "random walk" } as const;
