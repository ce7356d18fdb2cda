import type { History } from "./history.ts";
import type { JudgeContext, OtherSource } from "./judgement.ts";
import type { Raise } from "./raise.ts";
import { shownLevel, shownPercent } from "./shown.ts";
import { trailingMedian } from "./trailingMedian.ts";

/** Common sessions over which the usual ratio of two sources is taken: about a month, in which a premium drifts little. */
const USUAL = 21;

/** Common sessions before anything is said. */
const LEAST = 5;

/** Common sessions over which the usual scatter about that ratio is taken: long enough that a wild week does not excuse itself. */
const SCATTER = 63;

/** The least tolerance: venues of one clock differ by up to half a percent on ordinary days. */
export const TOLERANCE = 0.005;

/**
 * How many usual (median) scatters are tolerated: of bitcoin, an average over venues is beyond that against one of them on one day in
 * twenty, two venues of late on one in a thousand.
 */
const SCATTERS = 4;

/** Which bars another source bears out. */
export interface Agreement {
  by: Int16Array; // position of the source among the others that agrees; -1 = none
  at: Int32Array; // position of the session in that source
  ratio: Float64Array; // the usual difference of logarithms to that source
}

/**
 * Compares the levels with those of other sources, and flags the bars that none bears out and at least one contradicts.
 *
 * Two sources agree on a session when their levels differ from their usual ratio by no more than half a percent, or four usual scatters
 * where that is more. The usual ratio is the median over the 21 common sessions before (not a centred one: what is said of a session must
 * not wait for the ten after it). A lasting shift becomes the usual ratio after eleven sessions. Where three sources are held and two agree,
 * only the odd one out is flagged; of two that differ, both are, each in its own judgement. Readings are compared by difference, with half
 * a percent of the level as the least tolerance, for they may be zero.
 */
export function agreement(history: History, { kind, others = [] }: Pick<JudgeContext, "kind" | "others">, raise: Raise): Agreement {
  const { sessions, usable, level, field } = history;
  const by = new Int16Array(sessions.length).fill(-1);
  const at = new Int32Array(by.length);
  const ratio = new Float64Array(by.length);
  const against = new Map<number, string>();
  const reading = kind === "reading";
  for (const [k, { source, bars }] of others.entries()) {
    const theirs = bars.columns[field];
    if (!theirs) continue;
    const usual = trailingMedian(USUAL);
    const scatter = trailingMedian(SCATTER);
    let j = 0;
    for (let i = 0; i < sessions.length; i++) {
      while (j < bars.sessions.length && bars.sessions[j]! < sessions[i]!) j++;
      if (usable[i] === 0 || bars.sessions[j] !== sessions[i] || !(reading || theirs[j]! > 0) || !Number.isFinite(theirs[j])) continue;
      const apart = reading ? level[i]! - theirs[j]! : Math.log(level[i]! / theirs[j]!);
      if (usual.count() >= LEAST) {
        const off = apart - usual.median();
        const least = reading ? TOLERANCE * Math.abs(theirs[j]!) : TOLERANCE;
        const tolerated = scatter.count() < LEAST ? least : Math.max(least, SCATTERS * scatter.median());
        if (Math.abs(off) <= tolerated) {
          if (by[i]! < 0) {
            by[i] = k;
            at[i] = j;
            ratio[i] = usual.median();
          }
        } else if (!against.has(i)) {
          const gap = reading ? shownLevel(Math.abs(off)) : shownPercent(Math.expm1(off));
          against.set(i, `${field} ${shownLevel(level[i]!)} where ${source} has ${shownLevel(theirs[j]!)}: ${gap} from their usual ratio`);
        }
        scatter.push(Math.abs(off));
      }
      usual.push(apart);
    }
  }
  for (const [i, reason] of against) if (by[i]! < 0) raise(i, "disagreement", reason);
  return { by, at, ratio };
}

/** Whether the source that agrees on a session's close also had a high (low) about there: within `slack` of it or beyond, as logarithms. */
export function boreOut(
  { by, at, ratio }: Agreement,
  others: readonly OtherSource[] | undefined,
  { i, extreme, side, slack }: { i: number; extreme: number; side: "high" | "low"; slack: number },
): boolean {
  const other = others?.[by[i]!];
  const theirs = other?.bars.columns[side]?.[at[i]!];
  if (theirs === undefined || Number.isNaN(theirs)) return false;
  const short = Math.log(extreme / theirs) - ratio[i]!;
  return side === "high" ? short <= slack : short >= -slack;
}
