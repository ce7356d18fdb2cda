import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as earnings from "../../src/earnings/index.ts";
import * as lag from "../../src/lag/index.ts";
import * as liquidity from "../../src/liquidity/index.ts";
import * as lockstep from "../../src/lockstep/index.ts";
import type { Series } from "../../src/market/index.ts";
import * as market from "../../src/market/index.ts";
import * as num from "../../src/num/index.ts";
import * as rates from "../../src/rates/index.ts";
import * as records from "../../src/records/index.ts";
import { levels, series, seriesOf } from "../arbitraries.ts";
import { missingIsNotZero } from "./missingIsNotZero.ts";
import { prefixLaw } from "./prefixLaw.ts";
import { scaleInvariance } from "./scaleInvariance.ts";
import { unchanged } from "./unchanged.ts";

const CASE = { laggardBelow: 0.2, leaderFalls: 0.1 };
const day = (cut: number) => market.toDay(cut);

interface Law {
  run: (inputs: readonly Series[]) => unknown;
  known: (answer: never, cut: number) => unknown;
  /** The days of the first series that the answer says something of. */
  claimed: (answer: never) => readonly string[];
  /** The answer holds levels, so it moves with them. */
  holdsLevels?: true;
  /** Whether what was known is anything at all; default: a list with an entry, or an answer. */
  says?: (known: never) => boolean;
  /** A prefix law of its own, where an answer may be withdrawn; returns whether anything was known at the cut. */
  prefix?: (inputs: readonly Series[], cut: number) => boolean;
}

const LATE = 1000;
const held = (sessions: Int32Array, values: Float64Array) => [...sessions].filter((_, i) => !Number.isNaN(values[i])).map(day);
const first = ([one]: readonly Series[]) => one!;
const through = ([session]: readonly [number, ...unknown[]], cut: number) => session <= cut;

/** What is asked of a laggard, the first series, with the second one leading: windows and horizons short enough for sixty sessions. */
const YEAR = { sessionsPerYear: 252, window: 3 };
const LIKE = { scaled: 1.5, band: 4, days: 5 };
const TRIALS = { days: 5, band: 2, leastWindows: 1 };
const pathOf = (series: Series) => lag.laggardPath(market.gaugeOf(series), YEAR);
const recordDays = (series: Series) => num.recordIndices(series.values).map((index) => series.sessions[index]!);
const heldDays = ({ sessions, values }: Series) => [...sessions].filter((_, i) => !Number.isNaN(values[i]));
const heldOnly = (series: Series): Series => {
  const held = (_: number, i: number) => !Number.isNaN(series.values[i]);
  return { ...series, sessions: series.sessions.filter(held), values: series.values.filter(held) };
};
const onsetsOf = (series: Series, cut: number) => heldDays(series).flatMap((session) => (session <= cut && session % 4 === 0 ? [day(session)] : []));
const trialsOf = ([laggard, leader]: readonly Series[], until: number) => ({ path: pathOf(laggard!), leaderRecords: recordDays(leader!), ...TRIALS, until });
const rounded = (value: unknown) => JSON.parse(JSON.stringify(value, (_, one) => (typeof one === "number" ? Math.round(one * 1e9) / 1e9 : one)));

const MONTHS = { window: 2, ends: 1, phase: 1, cycle: 3, move: 0.2 };
const turnsOf = (turns: readonly lockstep.TurningPoint[], { sessions }: Series) =>
  turns.map(({ kind, at, knownAt }) => ({ kind, at: sessions[at]!, knownAt: sessions[knownAt]! }));
type Turns = ReturnType<typeof turnsOf>;
const monthTurns = (inputs: readonly Series[], cut: number) => {
  const levels = market.through(first(inputs), cut);
  return { turns: turnsOf(lockstep.monthTurningPoints(levels.values, MONTHS), levels), last: levels.sessions.at(-1) ?? cut };
};

/** Two markets on all their sessions, each followed by what it last held. */
const group = (inputs: readonly Series[]) => {
  const sessions = [...new Set(inputs.flatMap((series) => [...series.sessions]))].sort((a, b) => a - b);
  const own = inputs.map((series) => {
    const below = num.drawdowns(series.values);
    return sessions.map((session) => below[series.sessions.indexOf(session)] ?? Number.NaN);
  });
  const lastHeld = own.map((column) => column.map((_, k) => column.slice(0, k + 1).findLast((value) => !Number.isNaN(value)) ?? Number.NaN));
  return { sessions, columns: [...own, ...lastHeld] };
};

/** Returns of two markets from one shared session to the next. */
const sharedReturns = ([a, b]: readonly Series[]) => {
  const sessions = heldDays(a!).filter((session) => heldDays(b!).includes(session));
  const of = (series: Series) => num.logReturns(sessions.map((session) => series.values[series.sessions.indexOf(session)]!));
  return { sessions, a: of(a!), b: of(b!) };
};

/** Changes of the first market against the second one as a yield. */
const againstYield = ([market, yields]: readonly Series[]) => rates.changesTogether(market!, yields!);
const changeRows = ({ since, sessions, returns, changesBp }: rates.Changes) =>
  [...sessions].map((session, k) => [session, since[k]!, returns[k]!, changesBp[k]!] as const);

/** A series as balances of Wednesdays, one a session. */
const weekly = (id: string, { sessions, values }: Series) =>
  market.toReading({
    id,
    name: id,
    unit: "USD",
    source: "arbitrary",
    release: { calendar: "US-FED", after: 1, time: "16:30" },
    sessions: sessions.map((session) => 7 * session + 6),
    values: values.map((value) => 1e12 + (value % 1000) * 1e9),
  });

/** A series as a reading that is public on its own day. */
const daily = (id: string, { sessions, values }: Series) =>
  market.toReading({ id, name: id, unit: "percent", source: "arbitrary", release: { calendar: "24/7", after: 0, time: "09:00" }, sessions, values });

/** Every function that takes a series or its values, as it is run, and what of its answer was known at a cut. */
const LAWS: Record<string, Law> = {
  recordIndices: {
    run: (inputs) => ({ indices: num.recordIndices(first(inputs).values), sessions: first(inputs).sessions }),
    known: ({ indices, sessions }: { indices: number[]; sessions: Int32Array }, cut) => indices.map((i) => sessions[i]!).filter((session) => session <= cut),
    claimed: ({ indices, sessions }: { indices: number[]; sessions: Int32Array }) => indices.map((i) => day(sessions[i]!)),
  },
  drawdowns: {
    run: (inputs) => ({ below: num.drawdowns(first(inputs).values), sessions: first(inputs).sessions }),
    known: ({ below, sessions }: { below: Float64Array; sessions: Int32Array }, cut) =>
      [...below].filter((value, i) => sessions[i]! <= cut && !Number.isNaN(value)),
    claimed: ({ below, sessions }: { below: Float64Array; sessions: Int32Array }) => held(sessions, below),
  },
  recordHighs: {
    run: (inputs) => records.recordHighs(market.through(first(inputs), Number.POSITIVE_INFINITY)),
    known: (answer: records.RecordHigh[], cut) => answer.filter(({ session }) => session <= day(cut)),
    claimed: (answer: records.RecordHigh[]) => answer.flatMap(({ session, previous }) => [session, previous?.session ?? ""]),
    holdsLevels: true,
  },
  drawdown: {
    run: (inputs) => records.drawdown(first(inputs)),
    known: ({ sessions, values }: Series, cut) => [...values].filter((value, i) => sessions[i]! <= cut && !Number.isNaN(value)),
    claimed: ({ sessions, values }: Series) => held(sessions, values),
  },
  drawdownEpisodes: {
    run: (inputs) => records.drawdownEpisodes(first(inputs)),
    known: (answer: records.DrawdownEpisode[], cut) => answer.filter(({ recoveredOn }) => recoveredOn !== null && recoveredOn <= day(cut)),
    claimed: (answer: records.DrawdownEpisode[]) => answer.flatMap(({ peakOn, troughOn, recoveredOn }) => [peakOn, troughOn, recoveredOn ?? ""]),
  },
  recordEpisodes: {
    run: (inputs) => records.recordEpisodes(records.recordHighs(first(inputs)), { gap: 3 }),
    known: (answer: records.RecordEpisode[], cut) =>
      answer.filter(({ from }) => from <= day(cut)).map(({ from, sessionsBefore }) => ({ from, sessionsBefore })),
    claimed: (answer: records.RecordEpisode[]) => answer.flatMap(({ from, to }) => [from, to]),
  },
  standing: {
    run: (inputs) => (cut: number) => records.standing(market.through(first(inputs), cut), { near: 0.1 }),
    known: (at: (cut: number) => unknown, cut) => at(cut),
    claimed: (at: (cut: number) => records.Standing | undefined) => [at(LATE)?.session ?? "", at(LATE)?.recordOn ?? ""],
    holdsLevels: true,
  },
  trough: {
    run: (inputs) => (cut: number) => records.trough(first(inputs), { from: "1970-01-01", to: day(cut) }),
    known: (at: (cut: number) => unknown, cut) => at(cut),
    claimed: (at: (cut: number) => ReturnType<typeof records.trough>) => [at(LATE)?.session ?? ""],
    holdsLevels: true,
  },
  align: {
    run: (inputs) => {
      const [reference, column] = inputs as [Series, Series];
      const sessions = reference.sessions.filter((_, i) => !Number.isNaN(reference.values[i]));
      return market.align({ calendar: "A", sessions }, [{ ...column, clock: "24:00 UTC" }]).frame;
    },
    known: ({ sessions, columns }: market.Frame, cut) => [...columns[0]!.values].filter((value, i) => sessions[i]! <= cut && !Number.isNaN(value)),
    claimed: ({ sessions, columns }: market.Frame) => held(sessions, columns[0]!.values),
    holdsLevels: true,
  },
  totalReturn: {
    run: (inputs) => {
      const { sessions, values } = first(inputs);
      const dividend = values.map((close, i) => (sessions[i]! % 7 === 0 ? close / 100 : Number.NaN));
      return { sessions, values: market.totalReturn(values, dividend) };
    },
    known: ({ sessions, values }: Series, cut) => [...values].filter((value, i) => sessions[i]! <= cut && !Number.isNaN(value)),
    claimed: ({ sessions, values }: Series) => held(sessions, values),
  },
  laggardAtRecords: {
    run: ([leader, laggard]) => lockstep.laggardAtRecords({ leader: market.gaugeOf(leader!), laggard: market.gaugeOf(laggard!), near: 0.1 }),
    known: ({ days }: ReturnType<typeof lockstep.laggardAtRecords>, cut) => days.filter(({ session }) => session <= day(cut)),
    claimed: ({ days }: ReturnType<typeof lockstep.laggardAtRecords>) => days.map(({ session }) => session),
  },
  divergences: {
    run: ([leader, laggard]) => lag.divergences({ leader: market.gaugeOf(leader!), laggard: market.gaugeOf(laggard!), ...CASE }).cases,
    known: (answer: lag.Divergence[], cut) =>
      answer
        .filter(({ onset }) => onset <= day(cut))
        .map((one) => (one.resolvedOn !== null && one.resolvedOn <= day(cut) ? one : { onset: one.onset, laggardDistance: one.laggardDistance, open: true })),
    claimed: (answer: lag.Divergence[]) => answer.map(({ onset }) => onset),
  },
  windowRecords: {
    run: (inputs) =>
      (["highs", "lows"] as const).flatMap((of) =>
        num.windowRecords(first(inputs).values, { window: 3, of }).map((index) => [first(inputs).sessions[index]!, of] as const),
      ),
    known: (answer: [number, string][], cut) => answer.filter((one) => through(one, cut)),
    claimed: (answer: [number, string][]) => answer.map(([session]) => day(session)),
  },
  logReturns: {
    run: (inputs) => [...num.logReturns(first(inputs).values)].map((value, i) => [first(inputs).sessions[i]!, value]),
    known: (answer: [number, number][], cut) => answer.filter((one) => through(one, cut) && !Number.isNaN(one[1])),
    claimed: (answer: [number, number][]) => answer.filter(([, value]) => !Number.isNaN(value)).map(([session]) => day(session)),
  },
  trailingVolatility: {
    run: (inputs) => [...lag.trailingVolatility(num.logReturns(first(inputs).values), YEAR)].map((value, i) => [first(inputs).sessions[i]!, value]),
    known: (answer: [number, number][], cut) => answer.filter((one) => through(one, cut) && !Number.isNaN(one[1])),
    claimed: (answer: [number, number][]) => answer.filter(([, value]) => !Number.isNaN(value)).map(([session]) => day(session)),
  },
  laggardPath: {
    run: (inputs) => {
      const { logLevel: _, ...path } = pathOf(first(inputs));
      return path;
    },
    known: ({ sessions, below, volatility, scaled, drift, regained }: lag.LaggardPath, cut) =>
      [...sessions.keys()]
        .filter((k) => sessions[k]! <= cut && !Number.isNaN(below[k]))
        .map((k) => [sessions[k], below[k], volatility[k], scaled[k], drift[k], regained[k]! <= cut ? regained[k] : null]),
    claimed: ({ sessions, below }: lag.LaggardPath) => held(sessions, below),
  },
  laggardState: {
    run: (inputs) => [...first(inputs).sessions].map((session) => [session, lag.laggardState(pathOf(first(inputs)), session)]),
    known: (answer: [number, lag.LaggardState | undefined][], cut) => answer.filter((one) => through(one, cut) && one[1] !== undefined),
    claimed: (answer: [number, lag.LaggardState | undefined][]) => answer.filter(([, state]) => state).map(([session]) => day(session)),
  },
  regainedWithin: {
    run: (inputs) => (until: number) => {
      const path = pathOf(first(inputs));
      return heldDays(first(inputs)).map((session) => [session, lag.regainedWithin(path, path.sessions.indexOf(session), { days: 5, until })]);
    },
    known: (at: (until: number) => [number, number][], cut) => at(cut).filter(([, outcome]) => !Number.isNaN(outcome)),
    claimed: (at: (until: number) => [number, number][]) => at(LATE).map(([session]) => day(session)),
  },
  likeStates: {
    run: (inputs) => (until: number) => {
      const path = pathOf(first(inputs));
      return lag.likeStates(path, { ...LIKE, until, leaderRecords: recordDays(inputs[1]!) }).map((at) => path.sessions[at]!);
    },
    known: (at: (until: number) => number[], cut) => at(cut),
    claimed: (at: (until: number) => number[]) => at(LATE).map(day),
  },
  matchedBase: {
    run: (inputs) => (until: number) => lag.matchedBase(inputs.map(pathOf), { ...LIKE, until }),
    known: (at: (until: number) => lag.MatchedBase, cut) => at(cut),
    claimed: () => [],
    says: ({ days }: lag.MatchedBase) => days > 0,
  },
  catchUpTrials: {
    run: (inputs) => (until: number) => lag.catchUpTrials(onsetsOf(first(inputs), until), trialsOf(inputs, until)),
    known: (at: (until: number) => lag.CatchUpTrial[], cut) => at(cut),
    claimed: (at: (until: number) => lag.CatchUpTrial[]) => at(LATE).map(({ onset }) => onset),
    says: (trials: lag.CatchUpTrial[]) => lag.countedTrials(trials).length > 0,
  },
  walkForward: {
    run: (inputs) => (until: number) => lag.walkForward(onsetsOf(first(inputs), until), trialsOf(inputs, until)),
    known: (at: (until: number) => lag.Forecast[], cut) => at(cut),
    claimed: (at: (until: number) => lag.Forecast[]) => at(LATE).map(({ onset }) => onset),
  },
  forwardReturns: {
    run:
      ([laggard, leader]) =>
      (until: number) => {
        const series = heldOnly(laggard!);
        const options = { ...trialsOf([series, leader!], until), reps: 19, uniform: num.seeded(1) };
        // Resamples of one value repeated have no scatter but rounding, and with it any bound.
        const { interval: _, ...answer } = lag.forwardReturns(onsetsOf(series, until), options);
        return rounded(answer);
      },
    known: (at: (until: number) => lag.ForwardReturn, cut) => at(cut),
    claimed: () => [],
    says: ({ n }: lag.ForwardReturn) => n > 0,
  },
  leaderShift: {
    run:
      ([laggard, leader]) =>
      (until: number) => {
        const sessions = heldDays(laggard!).filter((session) => session <= until);
        const highs = [...sessions.keys()].filter((k) => recordDays(leader!).some((record) => record >= sessions[k]! && record < (sessions[k + 1] ?? until)));
        return lag.leaderShift({ path: pathOf(laggard!), sessions, highs, below: 0.05, days: 5, until });
      },
    known: (at: (until: number) => lag.LeaderShift | undefined, cut) => at(cut),
    claimed: () => [],
  },
  rollingCorrelation: {
    run: (inputs) => {
      const { sessions, a, b } = sharedReturns(inputs);
      const of = (method: lockstep.CorrelationMethod) => lockstep.rollingCorrelation({ a, b, window: 3, method });
      const [pearson, spearman] = [of("pearson"), of("spearman")];
      return sessions.map((session, i) => [session, pearson[i], spearman[i]]);
    },
    known: (answer: [number, number, number][], cut) => answer.filter((one) => through(one, cut) && !Number.isNaN(one[1])),
    claimed: (answer: [number, number, number][]) => answer.filter(([, value]) => !Number.isNaN(value)).map(([session]) => day(session)),
  },
  filterTurningPoints: {
    run: (inputs) => turnsOf(lockstep.filterTurningPoints(first(inputs).values, { rise: 0.1, fall: 0.1 }), first(inputs)),
    known: (answer: Turns, cut) => answer.filter(({ knownAt }) => knownAt <= cut),
    claimed: (answer: Turns) => answer.flatMap(({ at, knownAt }) => [day(at), day(knownAt)]),
  },
  monthTurningPoints: {
    run: (inputs) => monthTurns(inputs, LATE).turns,
    known: (answer: Turns) => answer,
    claimed: (answer: Turns) => answer.map(({ at }) => day(at)),
    prefix: (inputs, cut) => {
      const { turns } = monthTurns(inputs, LATE);
      const { turns: then, last } = monthTurns(inputs, cut);
      const same = (one: Turns[number]) => then.find(({ kind, at }) => kind === one.kind && at === one.at);
      for (const turn of turns) {
        // A turn that stands at the end may have been withdrawn for a while: on its first day it was there, before it was not.
        if (turn.knownAt === last) assert.ok(same(turn), "a turn is not there on the day from which it is said to be known");
        if (turn.knownAt > last) assert.equal(same(turn), undefined);
        else assert.deepEqual(same(turn) ?? turn, turn);
      }
      return turns.some(({ knownAt }) => knownAt <= last);
    },
  },
  stepStates: {
    run: (inputs) => {
      const { sessions, columns } = group(inputs);
      return lockstep
        .stepStates(columns, { enter: 1.5, exit: 0.5, history: 5 })
        .map(({ distance, states }) => sessions.map((session, i) => [session, states[i], distance[i]]).filter(([, state]) => state !== "unknown"));
    },
    known: (answer: [number, string, number][][], cut) => answer.map((member) => member.filter((one) => through(one, cut))),
    claimed: ([own]: [number, string, number][][]) => own!.map(([session]) => day(session)),
    says: (members: unknown[][]) => members.every((member) => member.length > 0),
  },
  changesTogether: {
    run: (inputs) => againstYield(inputs),
    known: (answer: rates.Changes, cut) => changeRows(answer).filter((one) => through(one, cut)),
    claimed: ({ since, sessions }: rates.Changes) => [...since, ...sessions].map(day),
    holdsLevels: true,
  },
  pairedChanges: {
    run: (inputs) => {
      const { difference, average } = rates.pairedChanges(againstYield(inputs), againstYield([inputs[1]!, inputs[1]!]));
      return { difference, average };
    },
    known: ({ difference, average }: rates.PairedChanges, cut) => [difference, average].flatMap(changeRows).filter((one) => through(one, cut)),
    claimed: ({ difference: { since, sessions } }: rates.PairedChanges) => [...since, ...sessions].map(day),
    holdsLevels: true,
  },
  weeklyChanges: {
    run: (inputs) => rates.weeklyChanges(againstYield(inputs)),
    // The week of the cut may go on after it.
    known: (answer: rates.Changes, cut) => changeRows(answer).filter(([session]) => Math.floor((session - 4) / 7) < Math.floor((cut - 4) / 7)),
    claimed: ({ since, sessions }: rates.Changes) => [...since, ...sessions].map(day),
    holdsLevels: true,
  },
  rollingSensitivity: {
    run: (inputs) => {
      const { sessions, returns, changesBp } = againstYield(inputs);
      const slopes = rates.rollingSensitivity({ returns, changesBp, window: 3 });
      return [...sessions].map((session, i) => [session, slopes[i]]);
    },
    known: (answer: [number, number][], cut) => answer.filter((one) => through(one, cut) && !Number.isNaN(one[1])),
    claimed: (answer: [number, number][]) => answer.filter(([, slope]) => !Number.isNaN(slope)).map(([session]) => day(session)),
    holdsLevels: true,
  },
  rateSensitivity: {
    run: (inputs) => (cut: number) => {
      const changes = [againstYield(inputs)];
      const eras = [
        { direction: "hikes" as const, from: day(100), to: day(cut) },
        { direction: "cuts" as const, from: day(cut + 1), to: null },
      ];
      return rates.rateSensitivity({ changes, eras, every: "day", level: 0.9, reps: 9, uniform: num.seeded(1) }).eras[0]!.markets[0]!;
    },
    known: (at: (cut: number) => rates.HacSlope, cut) => at(cut),
    claimed: () => [],
    says: ({ slope }: rates.HacSlope) => !Number.isNaN(slope),
    holdsLevels: true,
  },
  meetingDayMoves: {
    run: (inputs) => (cut: number) => {
      const changes = rates.changesWithin(againstYield(inputs), { from: day(100), to: day(cut) });
      return rates.meetingDayMoves({
        changes,
        days: heldDays(first(inputs))
          .filter((session) => session % 3 === 0)
          .map(day),
        level: 0.9,
      });
    },
    known: (at: (cut: number) => rates.MeetingDayMoves, cut) => {
      const { without: _, ...moves } = at(cut);
      return moves;
    },
    claimed: () => [],
    says: ({ slope }: rates.MeetingDayMoves) => !Number.isNaN(slope),
    holdsLevels: true,
  },
  netLiquidity: {
    run: ([a, b]) => {
      const { net, changes } = liquidity.netLiquidity({ assets: weekly("WALCL", a!), treasuryAccount: weekly("TGA", b!), reverseRepo: weekly("RRP", b!) });
      return [...a!.sessions].map((session, i) => [session, net[i], changes[4][i], changes[13][i], changes[52][i]]);
    },
    known: (answer: [number, number][], cut) => answer.filter((one) => through(one, cut) && !Number.isNaN(one[1])),
    claimed: (answer: [number, number][]) => answer.filter(([, value]) => !Number.isNaN(value)).map(([session]) => day(session)),
    holdsLevels: true,
  },
  weekChanges: {
    run: (inputs) => {
      const { sessions, values } = first(inputs);
      return [...liquidity.weekChanges({ sessions: sessions.map((session) => 7 * session), values }, 4)].map((change, i) => [sessions[i]!, change]);
    },
    known: (answer: [number, number][], cut) => answer.filter((one) => through(one, cut) && !Number.isNaN(one[1])),
    claimed: (answer: [number, number][]) => answer.filter(([, value]) => !Number.isNaN(value)).map(([session]) => day(session)),
    holdsLevels: true,
  },
  readingKnown: {
    run: (inputs) => (cut: number) => {
      const { sessions, values } = market.readingKnown(daily("A", first(inputs)), day(cut));
      return [...sessions].map((session, i) => [session, values[i]] as const).filter(([, value]) => !Number.isNaN(value));
    },
    known: (at: (cut: number) => [number, number][], cut) => at(cut),
    claimed: (at: (cut: number) => [number, number][]) => at(LATE).map(([session]) => day(session)),
    holdsLevels: true,
  },
};

/** Functions that do not take a series in time, or only cut, count or check one. */
const NOT_OF_TIME = [
  "aalenJohansen atLeastBelow benjaminiHochberg bootstrapInterval betaCdf betaInterval betaQuantile bpcp circularCounts clopperPearson correlationInterval effectiveShifts",
  "firstPassage kaplanMeier logChoose lowerBound mean normalCdf normalQuantile pearson poissonBinomial poissonBinomialTest quantile quantileOf ranks riskSets",
  "seeded spearman variance",
  "clockText countHeld dayNumber fieldOf gaugeOf gaugeThrough heldMarket requireDay parseDay Problem quoted sinceSession span stateOf through toDay",
  "publicOn toReading toSeries assembled onCalendar closeInstant closureOf halfDayOf isSession nextSession previousSession sessionsBetween",
  "randomWalkRecordProbability randomWalkRecords",
  "coincidence concordanceIndex episodesShared forbesRigobon independentShifts leadLag outOfStep phasesBetween",
  "calibrationTable catchUpPosterior countedTrials endingIntervals endings forecastFrom matchedInterval posteriorOf randomWalkBase scaledDistance score",
  "spacedOnsets specificationCurve verdict",
  "bootstrapSlope leastSquares neweyWest optimalBlockLength robustSlope stationaryBootstrap studentQuantile",
  "changesWithin changesWithout moreSensitive policyEras",
  "addedOdds contractCode contractMonth meetingDays meetingsAsOf pathChange pricedBy rangeAfter ratePath realisedAverage stepOdds",
  "inDollars possibleDollars treasuryOperations billPurchases planAgainstDone earningsGrowth earningsFor",
].flatMap((room) => room.split(" "));

test("every exported function of the pure rooms either obeys the laws of time or is listed as not of time", () => {
  const exported = [num, market, records, lockstep, lag, rates, liquidity, earnings].flatMap((room) =>
    Object.entries(room)
      .filter(([, one]) => typeof one === "function")
      .map(([name]) => name),
  );
  assert.deepEqual(exported.sort(), [...Object.keys(LAWS), ...NOT_OF_TIME].sort());
});

/** Mostly long columns, on few days off: in a short one there is little to be known early. */
const column = (id: string) => {
  const long = fc.record({
    values: levels({ min: 40, max: 60 }),
    first: fc.integer({ min: 100, max: 105 }),
    gaps: fc.constantFrom([0], [0, 0, 1], [0, 0, 0, 0, 2]),
  });
  return fc.oneof(
    { weight: 1, arbitrary: series(id) },
    { weight: 3, arbitrary: long.map(({ values, first, gaps }) => seriesOf(values, { market: id, first, gaps })) },
  );
};

for (const [name, { run, known, claimed, holdsLevels, says = saysAnything, prefix }] of Object.entries(LAWS)) {
  test(`${name} says nothing of a day without a value`, () => {
    fc.assert(
      fc.property(column("A"), column("B"), fc.nat(59), (a, b, at) => missingIsNotZero([a, b], at, run, claimed as (answer: unknown) => readonly string[])),
      { numRuns: 300 },
    );
  });
  test(`${name} obeys the prefix law`, () => {
    const runs = 300;
    let said = 0;
    fc.assert(
      fc.property(column("A"), column("B"), fc.integer({ min: 100, max: 200 }), (a, b, cut) => {
        const knownAt = known as (answer: unknown, cut: number) => unknown;
        if (!prefix) prefixLaw([a, b], cut, run, knownAt);
        if (prefix ? prefix([a, b], cut) : (says as (known: unknown) => boolean)(knownAt(run([a, b]), cut))) said++;
      }),
      { numRuns: runs },
    );
    // A law of empty answers would say nothing.
    assert.ok(said >= runs / 5, `in ${said} of ${runs} runs something was known`);
  });
  test(`${name} leaves its inputs as they are`, () => {
    fc.assert(
      fc.property(column("A"), column("B"), (a, b) => {
        const answer = unchanged([a, b] as const, (one, other) => run([one, other]));
        if (typeof answer === "function") unchanged([a, b] as const, () => answer(180));
      }),
      { numRuns: 50 },
    );
  });
  if (holdsLevels) continue;
  test(`${name} does not depend on the scale of the levels`, () => {
    const answered = (inputs: readonly Series[]) => {
      const answer = run(inputs);
      return stripSeries(typeof answer === "function" ? answer(180) : answer);
    };
    fc.assert(
      fc.property(column("A"), column("B"), (a, b) => scaleInvariance([a, b], answered)),
      { numRuns: 50 },
    );
  });
}

function saysAnything(known: unknown): boolean {
  return Array.isArray(known) ? known.length > 0 : known !== undefined;
}

function stripSeries(answer: unknown): unknown {
  if (answer === undefined) return undefined;
  return JSON.parse(JSON.stringify(answer, (key, value) => (key === "level" ? undefined : ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value)));
}
