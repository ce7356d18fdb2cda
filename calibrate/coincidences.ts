import { coincidence } from "../src/lockstep/index.ts";
import { recordIndices, seeded, windowRecords } from "../src/num/index.ts";
import { binomialCoincidence } from "./binomialNull.ts";
import { type Row, type Run, SEED, Tally } from "./tally.ts";
import { levelsOf, pairOfReturns, WALKS } from "./walks.ts";

export const YEAR = 252; // sessions of the window and of the burn-in
const SESSIONS = 5000;
const WINDOWS = [0, 5, 20];

/** Coincidence of highs, lows and all-time records, with all circular shifts and with the binomial null side by side. */
export function coincidences({ replications, stream, progress }: Run): Row[] {
  const uniform = seeded(SEED, stream);
  const tally = new Tally("coincidence");
  for (const [name, walk] of Object.entries(WALKS)) {
    for (const correlation of [0, 0.5]) {
      const truth = correlation === 0 ? "null" : "relation";
      const where = `${name}, correlation ${correlation}`;
      for (let run = 0; run < replications; run++) {
        const [a, b] = pairOfReturns(uniform, { sessions: SESSIONS + YEAR, ...walk, correlation }).map(levelsOf) as [Float64Array, Float64Array];
        const events = {
          "252-session highs": [a, b].map((levels) => after(windowRecords(levels, { window: YEAR }))),
          "252-session lows": [a, b].map((levels) => after(windowRecords(levels, { window: YEAR, of: "lows" }))),
          "all-time records after a year": [a, b].map((levels) => after(recordIndices(levels))),
          "all-time records from a common start": [a, b].map(recordIndices),
        };
        for (const [what, pair] of Object.entries(events)) {
          const sessions = what.includes("common start") ? SESSIONS + YEAR : SESSIONS;
          for (const window of what.endsWith("lows") ? [5] : WINDOWS) count({ what, window, where, truth, sessions }, pair as [number[], number[]]);
        }
        // The year in which neither can have a high is no part of the circle; left in, it looks like shared silence.
        const [left, right] = [a, b].map((levels) => windowRecords(levels, { window: YEAR })) as [number[], number[]];
        const silent = { what: "252-session highs, empty first year kept", where, truth, sessions: SESSIONS + YEAR } as const;
        for (const window of WINDOWS) count({ ...silent, window }, [left, right]);
      }
      progress(`coincidence: ${where}`);
    }
  }
  return tally.rows;

  function count(
    { what, window, where, truth, sessions }: { what: string; window: number; where: string; truth: Row["truth"]; sessions: number },
    [a, b]: [number[], number[]],
  ): void {
    if (a.length === 0 || b.length === 0) return;
    const found = coincidence({ a, b, sessions, window });
    const cell = { setting: `${where}; ${what}, window ${window}`, truth };
    const shown = what.includes("all-time") || what.includes("kept");
    tally.test({ ...cell, statistic: "circular shifts", by: shown ? "comparison" : "product" }, found.pValue);
    const hits = { hits: found.hits.a, events: a.length, others: b.length, sessions, window };
    tally.test({ ...cell, statistic: "binomial null", by: "comparison" }, binomialCoincidence(hits));
  }
}

function after(events: readonly number[]): number[] {
  return events.filter((at) => at >= YEAR).map((at) => at - YEAR);
}
