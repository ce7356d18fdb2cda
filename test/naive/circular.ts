import type { TwoEvents } from "../../src/lockstep/index.ts";

/** For every shift, go through every event and look it up. */
export function naiveCircularCounts(events: readonly number[], marks: readonly number[]): number[] {
  return marks.map((_, s) => events.filter((event) => marks[(event + s) % marks.length] === 1).length);
}

/** For every shift, events of a with one of b no farther away than the window, the shorter way around. */
export function naiveHits({ a, b, sessions, window }: TwoEvents): number[] {
  const apart = (one: number, other: number) => Math.min(Math.abs(one - other), sessions - Math.abs(one - other));
  return Array.from({ length: sessions }, (_, s) => {
    const moved = Array.from(a, (event) => (event + s) % sessions);
    return moved.filter((event) => Array.from(b).some((other) => apart(event, other) <= window)).length;
  });
}

/** The sessions within a window of an event, by letting the events grow one session to either side at a time. */
export function naiveDilation(events: readonly number[], sessions: number, window: number): Set<number> {
  let near = new Set(events);
  for (let step = 0; step < window; step++) near = new Set([...near].flatMap((at) => [(at + sessions - 1) % sessions, at, (at + 1) % sessions]));
  return near;
}

/** For every shift, the number of sessions in the same phase. */
export function naiveAgreement(a: readonly number[], b: readonly number[]): number[] {
  const held = a.flatMap((phase, i) => (Number.isNaN(phase) || Number.isNaN(b[i]) ? [] : [{ a: phase, b: b[i]! }]));
  return held.map((_, s) => held.filter((one, t) => one.a === held[(t + s) % held.length]!.b).length);
}

/** Number of values over one plus twice the autocorrelations before the first that is not positive, in whole numbers. */
export function naiveEffective(counts: readonly number[]): number {
  const n = counts.length;
  const sum = counts.reduce((total, count) => total + count, 0);
  const covariance = (lag: number) => n * counts.reduce((total, count, s) => total + count * counts[(s + lag) % n]!, 0) - sum ** 2;
  const lags = Array.from({ length: n }, (_, lag) => lag).filter((lag) => lag >= 1 && lag < n / 2);
  const end = lags.findIndex((lag) => covariance(lag) <= 0);
  const positive = end < 0 ? lags : lags.slice(0, end);
  return n / (1 + (2 * positive.reduce((total, lag) => total + covariance(lag), 0)) / covariance(0));
}
