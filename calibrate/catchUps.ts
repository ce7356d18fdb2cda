import {
  catchUpTrials,
  countedTrials,
  divergences,
  forwardReturns,
  type LaggardPath,
  laggardPath,
  leaderShift,
  regainedWithin,
  verdict,
} from "../src/lag/index.ts";
import { gaugeOf, toSeries } from "../src/market/index.ts";
import { normalCdf, poissonBinomialTest, recordIndices, seeded, type Uniform, windowRecords } from "../src/num/index.ts";
import { YEAR } from "./coincidences.ts";
import { type Row, type Run, SEED, Tally } from "./tally.ts";
import { levelsOf, type PairOptions, pairOfReturns } from "./walks.ts";

const SESSIONS = 5000;
const HORIZON = 180;
const BELOW = 0.2;
const BAND = 0.25;
const LEAST_WINDOWS = 5;
const FORWARD_REPS = 499;
// Log drift of a session: about 6 % a year for the leader, 30 % for the laggard.
const DRIFT = [0.00016, 0.0008] as const;
// After a high of the leader with the laggard far below, the laggard is pulled up for so long, by so much a session.
const PULL = { sessions: 60, by: 0.006 };

const SETTINGS: readonly { setting: string; truth: Row["truth"]; pull?: true; options: Omit<PairOptions, "sessions"> }[] = [
  { setting: "Gaussian, no drift", truth: "null", options: { shocks: "gaussian" } },
  { setting: "Gaussian, drift", truth: "null", options: { shocks: "gaussian", drift: DRIFT } },
  { setting: "GARCH, no drift", truth: "null", options: { shocks: "garch" } },
  { setting: "GARCH, drift", truth: "null", options: { shocks: "garch", drift: DRIFT } },
  { setting: "GARCH, one volatility for both, drift", truth: "null", options: { shocks: "garch", commonVolatility: true, drift: DRIFT } },
  { setting: "GARCH, drift, correlation 0.4", truth: "open", options: { shocks: "garch", drift: DRIFT, correlation: 0.4 } },
  { setting: "GARCH, drift, catch-up built in", truth: "relation", pull: true, options: { shocks: "garch", drift: DRIFT } },
];

/** Will it catch up? The tests that are printed, and what is commonly done instead, on the same walks. */
export function catchUps({ replications, stream, progress, sessions = SESSIONS, settings = /./ }: Run): Row[] {
  const uniform = seeded(SEED, stream);
  const chance = seeded(SEED + 1, stream);
  const tally = new Tally("catch-up");
  for (const { setting, truth, pull, options } of SETTINGS) {
    if (!settings.test(setting)) continue;
    for (let run = 0; run < replications; run++) {
      const [a, b] = pairOfReturns(uniform, { sessions, ...options });
      const leader = levelsOf(a);
      oneRun(tally, { setting, truth }, { leader, laggard: pull ? pulled(leader, b) : levelsOf(b), drifts: options.drift !== undefined, chance });
    }
    progress(`catch-up: ${setting}`);
  }
  return tally.rows;
}

function oneRun(
  tally: Tally,
  where: Pick<Row, "setting" | "truth">,
  { leader, laggard, drifts, chance }: { leader: Float64Array; laggard: Float64Array; drifts: boolean; chance: Uniform },
): void {
  const ours = (statistic: string) => ({ ...where, statistic, by: "product" as const });
  const other = (statistic: string) => ({ ...where, statistic, by: "comparison" as const });
  const sessions = [...leader.keys()];
  const until = leader.length - 1;
  const [leaderGauge, laggardGauge] = [leader, laggard].map((values, k) =>
    gaugeOf(toSeries({ market: k === 0 ? "leader" : "laggard", field: "close", unit: "index", source: "simulated", sessions, values })),
  ) as [ReturnType<typeof gaugeOf>, ReturnType<typeof gaugeOf>];
  const path = laggardPath(laggardGauge, { sessionsPerYear: 365 });
  const below = -Math.log1p(-BELOW);
  const records = recordIndices(leader);
  const highs = windowRecords(leader, { window: YEAR });

  for (const days of [HORIZON, 365]) {
    // In the first year the leader can have no such high: it is no part of the circle.
    const circle = { sessions: sessions.slice(YEAR), highs: highs.map((at) => at - YEAR) };
    tally.test(ours(`leader shifted, 252-session highs, ${days} days`), leaderShift({ path, ...circle, below, days, until })?.pValue);
  }
  tally.test(other("leader shifted, all-time records"), leaderShift({ path, sessions, highs: records, below, days: HORIZON, until })?.pValue);

  const { cases } = divergences({ leader: leaderGauge, laggard: laggardGauge, laggardBelow: BELOW, leaderFalls: 0.1 });
  const onsets = cases.map(({ onset }) => onset);
  const trials = catchUpTrials(onsets, {
    path,
    leaderRecords: records,
    leaderSince: sessions[YEAR]!,
    days: HORIZON,
    band: BAND,
    leastWindows: LEAST_WINDOWS,
    until,
  });
  const counted = countedTrials(trials);
  const successes = counted.reduce((sum, { outcome }) => sum + outcome, 0);
  if (counted.length > 0) {
    const matched = poissonBinomialTest({ successes, probabilities: counted.map(({ base }) => base) });
    tally.test(ours("cases against matched bases, more"), matched.upper);
    tally.test(ours("cases against matched bases, two-sided"), matched.twoSided);
    const walk = counted.filter(({ randomWalk }) => !Number.isNaN(randomWalk));
    const walked = walk.reduce((sum, { outcome }) => sum + outcome, 0);
    const random = poissonBinomialTest({ successes: walked, probabilities: walk.map(({ randomWalk }) => randomWalk) });
    // A laggard with drift regains its record more often than a walk without: then these bases are not the truth.
    const walkTruth = where.truth === "null" && drifts ? "open" : where.truth;
    if (walk.length > 0) tally.test({ ...ours("cases against random-walk bases, more"), truth: walkTruth }, random.upper);
    const { evidence, direction } = verdict(counted);
    const firm = evidence === "moderate" || evidence === "strong";
    // Half of what a 90 % interval may leave out lies on each side.
    for (const side of ["more", "less"]) if (evidence !== "tooFew") tally.event(ours(`verdict moderate or strong, ${side}`), 0.05, firm && direction === side);
    const forward = forwardReturns(onsets, { path, leaderRecords: records, days: HORIZON, band: BAND, until, reps: FORWARD_REPS, uniform: chance });
    tally.interval(ours("forward returns: 90 % interval of the excess"), forward.interval, 0);
  }

  // What is commonly done: every day of divergence an observation, or one base for whatever state the laggard is in.
  const all = sharesOf(path, { until, least: 0 });
  const down = sharesOf(path, { until, least: below });
  const days = highs
    .map((at) => ({ at, outcome: regainedWithin(path, at, { days: HORIZON, until }) }))
    .filter(({ at, outcome }) => path.below[at]! >= below && !Number.isNaN(outcome));
  const hits = days.reduce((sum, { outcome }) => sum + outcome, 0);
  tally.test(other("days as independent, base of all days"), binomialZ(hits, days.length, all));
  tally.test(other("days as independent, base of days as far down"), binomialZ(hits, days.length, down));
  if (counted.length > 0) {
    const against = (base: number) => poissonBinomialTest({ successes, probabilities: counted.map(() => base) }).upper;
    tally.test(other("cases, base of all days"), against(all));
    tally.test(other("cases, base of days as far down"), against(down));
  }
}

/** Share of days, at least so far below the record, that were followed by a record within the horizon. */
function sharesOf(path: LaggardPath, { until, least }: { until: number; least: number }): number {
  let count = 0;
  let regained = 0;
  for (let at = 0; at < path.sessions.length; at++) {
    if (!(path.below[at]! >= least)) continue;
    const outcome = regainedWithin(path, at, { days: HORIZON, until });
    if (Number.isNaN(outcome)) continue;
    count++;
    regained += outcome;
  }
  return regained / count;
}

/** One-sided test of a share by its normal approximation. */
function binomialZ(successes: number, n: number, base: number): number | undefined {
  if (n === 0 || !(base > 0 && base < 1)) return undefined;
  return 1 - normalCdf((successes - n * base) / Math.sqrt(n * base * (1 - base)));
}

/** Levels of a laggard that is pulled up after each high of the leader that finds it far below its record. */
function pulled(leader: Float64Array, returns: Float64Array): Float64Array {
  const highs = new Set(windowRecords(leader, { window: YEAR }));
  const levels = new Float64Array(returns.length);
  let log = 0;
  let highest = 0;
  let until = 0;
  for (let i = 0; i < returns.length; i++) {
    log += returns[i]! + (i < until ? PULL.by : 0);
    highest = Math.max(highest, log);
    levels[i] = 100 * Math.exp(log);
    if (highs.has(i) && highest - log >= -Math.log1p(-BELOW)) until = i + 1 + PULL.sessions;
  }
  return levels;
}
