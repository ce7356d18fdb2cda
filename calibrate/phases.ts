import { concordanceIndex, filterTurningPoints, monthTurningPoints, phasesBetween } from "../src/lockstep/index.ts";
import { seeded } from "../src/num/index.ts";
import { type Row, type Run, SEED, Tally } from "./tally.ts";
import { levelsOf, pairOfReturns, WALKS } from "./walks.ts";

const MONTH = 21; // sessions
const MONTHS = 240;

/** Concordance of bull and bear phases: those of the months and those of the filter, of the same walks. */
export function phases({ replications, stream, progress }: Run): Row[] {
  const uniform = seeded(SEED, stream);
  const tally = new Tally("phases");
  for (const [name, walk] of Object.entries(WALKS)) {
    for (const correlation of [0, 0.5]) {
      const truth = correlation === 0 ? "null" : "relation";
      const setting = `${name}, correlation ${correlation}`;
      for (let run = 0; run < replications; run++) {
        const drift = [0.0003, 0.0008] as const;
        const pair = pairOfReturns(uniform, { sessions: MONTH * MONTHS, ...walk, correlation, drift }).map(levelsOf);
        const [monthsA, monthsB] = pair.map((levels) => monthPhases(levels.filter((_, i) => i % MONTH === MONTH - 1))) as [Float64Array, Float64Array];
        const [daysA, daysB] = pair.map((levels) => phasesBetween(filterTurningPoints(levels, { rise: 0.2, fall: 0.15 }), levels.length)) as [
          Float64Array,
          Float64Array,
        ];
        tally.test({ setting, statistic: "concordance, months", truth, by: "product" }, pValueOf(monthsA, monthsB));
        tally.test({ setting, statistic: "concordance, filter", truth, by: "product" }, pValueOf(daysA, daysB));
      }
      progress(`phases: ${setting}`);
    }
  }
  return tally.rows;
}

function monthPhases(levels: Float64Array): Float64Array {
  return phasesBetween(monthTurningPoints(levels), levels.length);
}

/** Without a shared session nothing is printed. */
function pValueOf(a: Float64Array, b: Float64Array): number | undefined {
  const { pValue, shifts } = concordanceIndex({ a, b });
  return shifts === 0 ? undefined : pValue;
}
