import type { NumberColumn } from "./encoded.ts";
import type { Family } from "./family.ts";

/** Families as columns; `reached` holds one entry for every market, family by family. */
export function familyColumns(families: readonly Family[]): Record<string, NumberColumn> {
  const whole = (key: "leader" | "shifts" | "seconds" | "best") => Int32Array.from(families, (family) => family[key]);
  return {
    leader: whole("leader"),
    shifts: whole("shifts"),
    seconds: whole("seconds"),
    best: whole("best"),
    bestZ: Float64Array.from(families, ({ bestZ }) => bestZ),
    reached: Int32Array.from(families.flatMap(({ reached }) => Array.from(reached))),
  };
}

/** Families from their columns. */
export function familiesFrom(columns: Record<string, NumberColumn>): Family[] {
  const { leader, shifts, seconds, best, bestZ, reached } = columns as Record<"leader" | "shifts" | "seconds" | "best" | "bestZ" | "reached", NumberColumn>;
  const each = leader.length === 0 ? 0 : reached.length / leader.length;
  return Array.from(leader, (own, k) => ({
    leader: own,
    shifts: shifts[k]!,
    seconds: seconds[k]!,
    best: best[k]!,
    bestZ: bestZ[k]!,
    reached: reached.subarray(k * each, (k + 1) * each) as Int32Array,
  }));
}
