/** A peak or a trough of a market, and when it could be known. */
export interface TurningPoint {
  kind: "peak" | "trough"; // "peak"
  at: number; // 412; position in the levels
  knownAt: number; // 420; the first position at which the levels up to it show this turn
}

/**
 * The phase of each position between turning points: 1 from a trough to the next peak, 0 from a peak to the next trough.
 *
 * NaN before the first turn and after the last one: which phase the ends belong to is not known.
 *
 * @param turns ascending, peaks and troughs by turns
 * @param length how many positions there are
 *
 * @example
 * import { phasesBetween } from "lockstep/lockstep";
 * phasesBetween([{ kind: "trough", at: 1, knownAt: 2 }, { kind: "peak", at: 3, knownAt: 4 }], 5); // => Float64Array.of(NaN, NaN, 1, 1, NaN)
 */
export function phasesBetween(turns: readonly TurningPoint[], length: number): Float64Array {
  const phases = new Float64Array(length).fill(Number.NaN);
  for (let k = 1; k < turns.length; k++) phases.fill(turns[k]!.kind === "peak" ? 1 : 0, turns[k - 1]!.at + 1, turns[k]!.at + 1);
  return phases;
}
