import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as lag from "../../src/lag/index.ts";
import * as lockstep from "../../src/lockstep/index.ts";
import type { Series } from "../../src/market/index.ts";
import * as market from "../../src/market/index.ts";
import * as num from "../../src/num/index.ts";
import * as records from "../../src/records/index.ts";
import { series } from "../arbitraries.ts";
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
}

const LATE = 1000;
const held = (sessions: Int32Array, values: Float64Array) => [...sessions].filter((_, i) => !Number.isNaN(values[i])).map(day);
const first = ([one]: readonly Series[]) => one!;

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
};

/** Functions that do not take a series in time, or only cut, count or check one. */
const NOT_OF_TIME =
  "atLeastBelow logChoose lowerBound clockText countHeld dayNumber fieldOf gaugeOf gaugeThrough heldMarket requireDay parseDay Problem quoted sinceSession span stateOf through toDay toSeries randomWalkRecordProbability randomWalkRecords outOfStep".split(
    " ",
  );

test("every exported function of the pure rooms either obeys the laws of time or is listed as not of time", () => {
  const exported = [num, market, records, lockstep, lag].flatMap((room) =>
    Object.entries(room)
      .filter(([, one]) => typeof one === "function")
      .map(([name]) => name),
  );
  assert.deepEqual(exported.sort(), [...Object.keys(LAWS), ...NOT_OF_TIME].sort());
});

for (const [name, { run, known, claimed, holdsLevels }] of Object.entries(LAWS)) {
  test(`${name} says nothing of a day without a value`, () => {
    fc.assert(
      fc.property(series("A"), series("B"), fc.nat(59), (a, b, at) => missingIsNotZero([a, b], at, run, claimed as (answer: unknown) => readonly string[])),
      { numRuns: 300 },
    );
  });
  test(`${name} obeys the prefix law`, () => {
    fc.assert(
      fc.property(series("A"), series("B"), fc.integer({ min: 100, max: 250 }), (a, b, cut) => {
        prefixLaw([a, b], cut, run, known as (answer: unknown, cut: number) => unknown);
      }),
      { numRuns: 300 },
    );
  });
  test(`${name} leaves its inputs as they are`, () => {
    fc.assert(
      fc.property(series("A"), series("B"), (a, b) => {
        const answer = unchanged([a, b] as const, (one, other) => run([one, other]));
        if (typeof answer === "function") unchanged([a, b] as const, () => answer(180));
      }),
      { numRuns: 50 },
    );
  });
  if (holdsLevels) continue;
  test(`${name} does not depend on the scale of the levels`, () => {
    fc.assert(
      fc.property(series("A"), series("B"), (a, b) => scaleInvariance([a, b], (inputs) => stripSeries(run(inputs)))),
      { numRuns: 50 },
    );
  });
}

function stripSeries(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (key, value) => (key === "level" ? undefined : ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value)));
}
