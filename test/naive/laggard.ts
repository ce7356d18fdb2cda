import type { Gauge } from "../../src/market/index.ts";

/** Where a laggard stands on one of its sessions. */
export interface NaiveState {
  session: number;
  below: number;
  volatility: number;
  drift: number;
  age: number;
}

export interface NaiveYear {
  sessionsPerYear: number;
  window: number;
}

/** The state on each session, each from everything up to it, looked up afresh. */
export function naiveStates({ level, record }: Gauge, { sessionsPerYear, window }: NaiveYear): NaiveState[] {
  return [...level.sessions].map((session, at) => {
    const highest = highestOf(record.values, at);
    const returns = returnsThrough(level.values, at);
    const known = !Number.isNaN(level.values[at]! / level.values[at - 1]!);
    const last = returns.slice(-window);
    return {
      session,
      below: Math.max(0, Math.log(highest / level.values[at]!)),
      volatility: known && last.length === window ? deviation(last) * Math.sqrt(sessionsPerYear) : Number.NaN,
      drift: known ? average(returns) * sessionsPerYear : Number.NaN,
      age: at - record.values.findIndex((value) => value === highest),
    };
  });
}

/** The day of the first session after a position whose record value is above everything before. */
export function naiveRegained({ record }: Gauge, at: number): number {
  for (let k = at + 1; k < record.values.length; k++) {
    const before = highestOf(record.values, k - 1);
    if (record.values[k]! > (Number.isNaN(before) ? 0 : before)) return record.sessions[k]!;
  }
  return Number.POSITIVE_INFINITY;
}

/** What was there on a day: a copy without anything later. */
export function naiveCut({ level, record }: Gauge, until: number): Gauge {
  const count = level.sessions.filter((session) => session <= until).length;
  const cut = (series: Gauge["level"]) => ({ ...series, sessions: series.sessions.slice(0, count), values: series.values.slice(0, count) });
  return { level: cut(level), record: cut(record) };
}

function highestOf(values: Float64Array, at: number): number {
  const held = values.slice(0, at + 1).filter((value) => !Number.isNaN(value));
  return held.length === 0 ? Number.NaN : Math.max(...held);
}

function returnsThrough(values: Float64Array, at: number): number[] {
  const all = Array.from({ length: at + 1 }, (_, k) => Math.log(values[k]!) - Math.log(values[k - 1] ?? Number.NaN));
  return all.filter((value) => !Number.isNaN(value));
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation in two passes: first the mean, then the squares around it. */
export function deviation(values: readonly number[]): number {
  const mean = average(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
