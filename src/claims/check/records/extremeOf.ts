import { type Day, type Series, toDay } from "../../../market/index.ts";

/** The highest or lowest value of a series, and the first session at it. */
export interface Extreme {
  on: Day;
  level: number;
}

/** The highest or the lowest value of a series; undefined where it holds none. */
export function extremeOf({ sessions, values }: Series, which: "highest" | "lowest"): Extreme | undefined {
  const sign = which === "highest" ? 1 : -1;
  let best = -1;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    if (best < 0 || sign * values[i]! > sign * values[best]!) best = i;
  }
  return best < 0 ? undefined : { on: toDay(sessions[best]!), level: values[best]! };
}
