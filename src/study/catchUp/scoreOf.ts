import { calibrationTable, divergences, type Forecast, LEAST_CASES, score, walkForward } from "../../lag/index.ts";
import type { Day } from "../../market/index.ts";
import type { Group } from "../group.ts";
import { chosen } from "../measures.ts";
import { type Pair, sharedSpan } from "../pair.ts";
import { LEAST_WINDOWS } from "./horizons.ts";
import type { Member } from "./membersOf.ts";
import { sinceHistory } from "./paths.ts";
import { type SayPair, sayFrom } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

type Scores = CatchUp["score"]["pair"];

const BINS = 5;

/** What forecasts from earlier cases would have been worth, each made from what was known on its day: for the pair, and for every ordered pair. */
export function scoreOf({ members, group, asOf, pair }: { members: readonly Member[]; group: Group; asOf: Day; pair: Pair }, say: SayPair): CatchUp["score"] {
  const pairs = members.flatMap((leader) => members.filter((laggard) => laggard !== leader).map((laggard) => ({ leader, laggard })));
  const forecasts = pairs.map(({ leader, laggard }) => ({
    own: leader.id === pair.leader && laggard.id === pair.laggard,
    list: walkForward(
      divergences({ leader: leader.gauge, laggard: laggard.gauge, ...group.definitions }).cases.map(({ onset }) => onset),
      {
        path: laggard.path,
        leaderRecords: leader.records,
        leaderSince: sinceHistory(leader.gauge, group.definitions.leaderHistory),
        days: group.definitions.horizon,
        band: group.definitions.likeBand,
        leastWindows: LEAST_WINDOWS,
        until: sharedSpan({ leader: leader.gauge, laggard: laggard.gauge }).until,
      },
    ),
  }));
  const all = forecasts.flatMap(({ list }) => list);
  const sayAll = sayFrom(
    members.map(({ gauge }) => gauge.level),
    asOf,
  );
  const bins = calibrationTable(
    all.map(({ forecast, outcome }) => ({ probability: forecast, outcome })),
    { bins: BINS },
  );
  return {
    pair: scoresOf(forecasts.find(({ own }) => own)?.list ?? [], "the pair's cases", say),
    allPairs: scoresOf(all, "the cases of all ordered pairs of the group, which share markets and days", sayAll),
    forecasts: (forecasts.find(({ own }) => own)?.list ?? []).map((one) => ({
      onset: one.onset,
      forecast: say("probability", "walkForward", `forecast of ${one.onset}: the base moved by earlier cases`, one.forecast),
      base: say("probability", "walkForward", `base rate as of ${one.onset}`, one.base),
      randomWalk: say("probability", "walkForward", `a random walk without drift, as of ${one.onset}`, one.randomWalk),
      regained: say("ratio", "regainedWithin", "1 when the laggard set a record within the horizon, else 0", one.outcome),
    })),
    pairs: sayAll("cases", "walkForward", "ordered pairs with at least one forecast", forecasts.filter(({ list }) => list.length > 0).length),
    calibration: bins.map((bin) => ({
      from: chosen(bin.from, "probability", asOf, "least forecast of the row", "fixed"),
      to: chosen(bin.to, "probability", asOf, "greatest forecast of the row", "fixed"),
      n: sayAll("cases", "calibrationTable", "forecasts of all ordered pairs in the row", bin.n, { n: all.length }),
      forecast: sayAll("probability", "calibrationTable", "their mean", bin.n < LEAST_CASES ? Number.NaN : bin.forecast, {
        n: bin.n,
        reason: "fewer than five forecasts in the row",
      }),
      happened: sayAll("probability", "calibrationTable", "share of them that came", bin.n < LEAST_CASES ? Number.NaN : bin.happened, {
        n: bin.n,
        reason: "fewer than five forecasts in the row",
      }),
    })),
  };
}

function scoresOf(list: readonly Forecast[], what: string, say: SayPair): Scores {
  const n = list.length;
  const by = (pick: (forecast: Forecast) => number) => score(list.map((one) => ({ probability: pick(one), outcome: one.outcome })));
  const measuresOf = (by: { brier: number; logScore: number }, forecaster: string) => ({
    brier: say("index", "score", `Brier score of ${forecaster} over ${what}; 0 is perfect`, by.brier, { n, reason: "no case could be forecast" }),
    logScore: say("index", "score", `log score of ${forecaster} over ${what}; 0 is perfect`, by.logScore, { n, reason: "no case could be forecast" }),
  });
  const forecast = by((one) => one.forecast);
  const base = by((one) => one.base);
  return {
    n: say("cases", "walkForward", `forecasts whose horizon has passed, over ${what}`, n),
    forecast: measuresOf(forecast, "the base moved by earlier cases"),
    base: measuresOf(base, "the base alone"),
    randomWalk: measuresOf(
      by((one) => one.randomWalk),
      "a random walk without drift",
    ),
    skill: say(
      "ratio",
      "score",
      "one minus the Brier score of the forecast over that of the base alone: above zero earlier cases helped",
      1 - forecast.brier / base.brier,
      {
        n,
        reason: "no case could be forecast",
      },
    ),
  };
}
