/** Times to an event, one for each case. */
export interface Observations {
  time: ArrayLike<number>; // [9, 41, 87]; in any one unit, at least 0
  event: ArrayLike<number>; // [1, 2, 0]; 0 = censored: followed so far without an event; 1, 2, … = the kind of event
}

/** The cases at one time, in which at least one case ends or is last seen. */
export interface RiskSet {
  time: number; // 41
  atRisk: number; // 2; cases without an event before this time that are still followed
  events: number[]; // [0, 1]; of each kind, from kind 1 on
  censored: number; // 0
}

/**
 * The risk sets of times to an event, ascending in time; a case censored at the time of an event still counts as at risk.
 *
 * @param kinds how many kinds of event there are
 * @throws RangeError when lengths differ, a time is negative or NaN, or an event is none of 0..kinds
 *
 * @example
 * import { riskSets } from "lockstep/num";
 * riskSets({ time: [2, 2, 5], event: [1, 0, 1] }, 1);
 * // => [{ time: 2, atRisk: 3, events: [1], censored: 1 }, { time: 5, atRisk: 1, events: [1], censored: 0 }]
 */
export function riskSets({ time, event }: Observations, kinds: number): RiskSet[] {
  if (time.length !== event.length) throw new RangeError(`invalid event: ${event.length} for ${time.length} times`);
  for (let i = 0; i < time.length; i++) {
    if (!(time[i]! >= 0)) throw new RangeError(`invalid time: ${time[i]}`);
    if (!Number.isInteger(event[i]) || event[i]! < 0 || event[i]! > kinds) throw new RangeError(`invalid event: ${event[i]}`);
  }
  const order = Array.from({ length: time.length }, (_, i) => i).sort((i, j) => time[i]! - time[j]!);
  const sets: RiskSet[] = [];
  for (const [before, i] of order.entries()) {
    if (sets.at(-1)?.time !== time[i]) {
      sets.push({ time: time[i]!, atRisk: time.length - before, events: Array.from({ length: kinds }, () => 0), censored: 0 });
    }
    const set = sets.at(-1)!;
    if (event[i] === 0) set.censored++;
    else set.events[event[i]! - 1]!++;
  }
  return sets;
}
