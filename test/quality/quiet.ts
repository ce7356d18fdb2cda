import type { BarField, Bars } from "../../src/market/index.ts";
import { seeded } from "../../src/num/index.ts";
import type { JudgeContext } from "../../src/quality/index.ts";

const FIRST = 10_000; // 1997-05-19

/** Bars of a quiet market: overnight no more than 0.1 %, within the session no more than 0.2 %, wicks no more than 0.1 %. */
export function quiet({
  seed = 1,
  length = 200,
}: {
  seed?: number;
  length?: number;
} = {}): Bars & { columns: Record<"open" | "high" | "low" | "close", Float64Array> } {
  const uniform = seeded(seed);
  const within = (bound: number) => Math.exp((2 * uniform() - 1) * bound);
  const columns = { open: new Float64Array(length), high: new Float64Array(length), low: new Float64Array(length), close: new Float64Array(length) };
  let level = 100;
  for (let i = 0; i < length; i++) {
    const open = level * within(0.001);
    level = open * within(0.002);
    columns.open[i] = open;
    columns.close[i] = level;
    columns.high[i] = Math.max(open, level) * Math.exp(0.001 * uniform());
    columns.low[i] = Math.min(open, level) * Math.exp(-0.001 * uniform());
  }
  return { sessions: Int32Array.from({ length }, (_, i) => FIRST + i), columns };
}

/** Bars of closes alone, on days one after the other. */
export function closes(values: readonly number[]): Bars {
  return { sessions: Int32Array.from(values, (_, i) => FIRST + i), columns: { close: Float64Array.from(values) } };
}

/** The bars with one value in another place. */
export function changed<B extends Bars>(bars: B, field: BarField, i: number, value: number | ((value: number) => number)): B {
  const column = Float64Array.from(bars.columns[field]!);
  column[i] = typeof value === "number" ? value : value(column[i]!);
  return { ...bars, columns: { ...bars.columns, [field]: column } };
}

/** A context in which every session of the bars is one of the calendar, and over. */
export function over(bars: Bars, more: Partial<JudgeContext> = {}): JudgeContext {
  const DAY = 86_400_000;
  return { kind: "etf", continuous: false, expected: bars.sessions, closeOf: (session) => (session + 1) * DAY, now: 30_000 * DAY, ...more };
}

/** The bars up to a position. */
export function firstOf(bars: Bars, count: number): Bars {
  const columns = Object.fromEntries(Object.entries(bars.columns).map(([field, column]) => [field, column.subarray(0, count)]));
  return { sessions: bars.sessions.subarray(0, count), columns };
}
