/**
 * How many events fall on marked positions when the events are moved around a circle, for every shift: K(s) is the number of events e
 * with a mark at (e + s) mod T.
 *
 * The T values are the exact null of no relation that keeps how each side clusters: all shifts, nothing drawn. Cost: events times runs of marks, plus T.
 *
 * @param events positions in 0..T-1
 * @param marks T values; 1 = marked
 * @returns K(0), K(1), … K(T-1)
 *
 * @example
 * import { circularCounts } from "lockstep/num";
 * circularCounts([0, 1], Uint8Array.of(1, 0, 0, 0)); // => Int32Array.of(1, 0, 0, 1)
 */
export function circularCounts(events: ArrayLike<number>, marks: Uint8Array): Int32Array {
  const length = marks.length;
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < length; at++) {
    if (marks[at] === 0) continue;
    if (at === 0 || marks[at - 1] === 0) starts.push(at);
    if (at + 1 === length || marks[at + 1] === 0) ends.push(at + 1);
  }
  // Moving an event by one more shift matters only where it enters a run of marks or leaves one.
  const steps = new Int32Array(length);
  let count = 0;
  for (let k = 0; k < events.length; k++) {
    const event = events[k]!;
    count += marks[event]!;
    for (let run = 0; run < starts.length; run++) {
      steps[(starts[run]! - event + length) % length]!++;
      steps[(ends[run]! - event + length) % length]!--;
    }
  }
  const counts = new Int32Array(length);
  for (let s = 0; s < length; s++) {
    if (s > 0) count += steps[s]!;
    counts[s] = count;
  }
  return counts;
}

/**
 * How many of a circle's shifts are worth as independent ones: their number over the length along which the statistic repeats itself.
 *
 * That length is one plus twice the sum of the autocorrelations of the statistic over shifts, up to the first that is not positive.
 * Clustered events leave few; 1 where the statistic does not vary.
 *
 * @param statistic one value for each shift
 *
 * @example
 * import { effectiveShifts } from "lockstep/num";
 * effectiveShifts([0, 1, 0, 1]); // => 4
 * effectiveShifts([1, 1, 1]); // => 1
 */
export function effectiveShifts(statistic: ArrayLike<number>): number {
  const length = statistic.length;
  let sum = 0;
  for (let s = 0; s < length; s++) sum += statistic[s]!;
  const centred = new Float64Array(2 * length);
  for (let s = 0; s < length; s++) centred[s] = centred[s + length] = statistic[s]! - sum / length;
  const at = (lag: number): number => {
    let product = 0;
    for (let s = 0; s < length; s++) product += centred[s]! * centred[s + lag]!;
    return product;
  };
  const variance = at(0);
  // What rounding leaves of a constant, or of a correlation of zero, is nothing.
  if (variance <= length * (1e-14 * Math.abs(sum / length)) ** 2) return Math.min(1, length);
  let repeats = 1;
  for (let lag = 1; lag < length / 2; lag++) {
    const one = at(lag);
    if (one <= 1e-12 * variance) break;
    repeats += (2 * one) / variance;
  }
  return length / repeats;
}
