import assert from "node:assert/strict";
import { type Series, toDay } from "../../src/market/index.ts";

/**
 * Missing is not zero and no record: where a value is taken away, a function says nothing of that day.
 *
 * @param claimed the days of which an answer says something
 */
export function missingIsNotZero<T>(
  inputs: readonly Series[],
  at: number,
  run: (inputs: readonly Series[]) => T,
  claimed: (answer: T) => readonly string[],
): void {
  const [one, ...others] = inputs;
  if (!one || one.sessions.length === 0) return;
  const k = at % one.sessions.length;
  const values = one.values.slice();
  values[k] = Number.NaN;
  const days = claimed(run([{ ...one, values }, ...others]));
  assert.ok(!days.includes(toDay(one.sessions[k]!)), `something is said of ${toDay(one.sessions[k]!)}, which holds no value`);
}
