import type { Changes } from "./changesTogether.ts";

/** Two markets together, on the spans of days that both have. */
export interface PairedChanges {
  difference: Changes; // returns of the first less those of the second
  average: Changes; // half of each
  leftOut: number; // 2; changes of either that the other lacks
}

/**
 * Difference and average of the returns of two markets, over the spans of days that both have. Point in time.
 *
 * A change that begins or ends on another day than the other market's is left out and counted.
 *
 * @param one changes against a yield
 * @param other changes of another market against the same yield
 *
 * @example
 * import { pairedChanges } from "lockstep/rates";
 * const of = (market, returns) => ({
 *   market, since: Int32Array.of(1, 2), sessions: Int32Array.of(2, 3), returns: Float64Array.from(returns), changesBp: Float64Array.of(5, -5), leftOut: 0,
 * });
 * const { difference, average } = pairedChanges(of("IWM", [0.5, -0.5]), of("SPY", [0.25, 0]));
 * difference.market; // => "IWM - SPY"
 * difference.returns; // => Float64Array.of(0.25, -0.5)
 * average.returns; // => Float64Array.of(0.375, -0.25)
 */
export function pairedChanges(one: Changes, other: Changes): PairedChanges {
  const places = new Map(Array.from(other.sessions, (session, k) => [session, k]));
  const both = [...one.sessions.keys()].flatMap((i) => {
    const k = places.get(one.sessions[i]!);
    return k !== undefined && other.since[k] === one.since[i] ? [{ i, k }] : [];
  });
  const leftOut = one.sessions.length + other.sessions.length - 2 * both.length;
  const paired = (market: string, of: (a: number, b: number) => number): Changes => ({
    market,
    since: Int32Array.from(both, ({ i }) => one.since[i]!),
    sessions: Int32Array.from(both, ({ i }) => one.sessions[i]!),
    returns: Float64Array.from(both, ({ i, k }) => of(one.returns[i]!, other.returns[k]!)),
    changesBp: Float64Array.from(both, ({ i }) => one.changesBp[i]!),
    leftOut,
  });
  return {
    difference: paired(`${one.market} - ${other.market}`, (a, b) => a - b),
    average: paired(`${one.market} and ${other.market}`, (a, b) => (a + b) / 2),
    leftOut,
  };
}
