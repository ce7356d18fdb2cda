import { catchUpTrials, countedTrials, type Divergence, divergences, LEAST_CASES, spacedOnsets, verdict } from "../../lag/index.ts";
import { type Day, dayNumber, toDay } from "../../market/index.ts";
import { mean } from "../../num/index.ts";
import type { Definitions } from "../group.ts";
import type { Ground } from "./grounds.ts";
import { LEAST_WINDOWS } from "./horizons.ts";

const YEAR = 365.25;

/** One way of asking; the words are those of the list. */
export interface Asked {
  definition: Record<string, string>;
  isMain: boolean;
  years: { value: number; atLeast: boolean } | undefined; // from the onset of the case before to that of the open one
  effect: number;
  evidence: ReturnType<typeof verdict>;
  open: boolean | undefined;
}

/** The dimensions of the grid that hold numbers. */
export type GridKey = "distance" | "leader" | "history" | "horizon";

/** What each number of the grid is called in a list of definitions. */
export const LABEL: Readonly<Record<GridKey, (value: number) => string>> = {
  distance: (below) => `${Number((below * 100).toFixed(4))}%`,
  leader: (within) => (within === 0 ? "on its record" : `within ${within} sessions`),
  history: (years) => (years === 0 ? "all" : `${years} years`),
  horizon: (days) => `${days} days`,
};

/** The numbers that are tried: those in force and what else could have been chosen. */
export function gridOf({ laggardBelow, laggardBelowAlso, leaderWithin, horizon }: Definitions): Record<GridKey, number[]> {
  const ascending = (...values: number[]) => [...new Set(values)].sort((a, b) => a - b);
  return {
    distance: ascending(laggardBelow, ...laggardBelowAlso),
    leader: ascending(leaderWithin, 0, 5),
    history: [0, 10],
    horizon: ascending(horizon, 90, 180, 365),
  };
}

/** The question under every definition of the grid, on one ground. */
export function askAll(ground: Ground, definitions: Definitions, asOf: Day): Asked[] {
  const { laggardBelow, leaderFalls, leaderWithin, horizon, likeBand: band, pseudoCases, basis } = definitions;
  const grid = gridOf(definitions);
  return grid.distance.flatMap((below) =>
    grid.leader.flatMap((within) => {
      const { held } = ground;
      const cases = held ? divergences({ ...held, laggardBelow: below, leaderFalls, leaderWithin: within }).cases : undefined;
      return grid.history.flatMap((years) => {
        const since = years === 0 ? "" : toDay(dayNumber(asOf) - Math.round(years * YEAR));
        const kept = cases?.filter(({ onset }) => onset >= since);
        return grid.horizon.map((days): Asked => {
          const definition = {
            basis: ground.basis,
            clock: ground.clock,
            distance: LABEL.distance(below),
            leader: LABEL.leader(within),
            history: LABEL.history(years),
            horizon: LABEL.horizon(days),
          };
          const isMain = ground.basis === basis && below === laggardBelow && within === leaderWithin && years === 0 && days === horizon;
          const trials = held && kept ? counted(held, kept, { days, band }) : [];
          return {
            definition,
            isMain,
            years: kept && held && yearsSinceLast(kept, Math.max(held.begun, since === "" ? 0 : dayNumber(since))),
            effect: trials.length < LEAST_CASES ? Number.NaN : mean(trials.map(({ outcome, base }) => outcome - base)),
            evidence: verdict(trials, { pseudoCases }),
            open: kept && kept.at(-1)?.resolution === "open",
          };
        });
      });
    }),
  );
}

/** The trials of some cases that count. Most definitions share most cases: each is judged once per ground and horizon. */
function counted(
  { path, leaderRecords, leaderSince, until, judged }: NonNullable<Ground["held"]>,
  cases: readonly Divergence[],
  { days, band }: { days: number; band: number },
) {
  const onsets = spacedOnsets(
    cases.map(({ onset }) => onset),
    { path, days, leaderSince },
  );
  const trials = onsets.map((onset) => {
    const key = `${onset} ${days}`;
    const known = judged.get(key) ?? catchUpTrials([onset], { path, leaderRecords, leaderSince, days, band, leastWindows: LEAST_WINDOWS, until })[0]!;
    judged.set(key, known);
    return known;
  });
  return countedTrials(trials);
}

/** Years from the case before to the open one; at least those held, where none came before. */
function yearsSinceLast(cases: readonly Divergence[], begun: number): Asked["years"] {
  const open = cases.at(-1);
  if (open?.resolution !== "open") return undefined;
  const before = cases.at(-2);
  const since = before ? dayNumber(before.onset) : begun;
  return { value: (dayNumber(open.onset) - since) / YEAR, atLeast: before === undefined };
}
