import type { StepOptions, StepState } from "../../src/lockstep/index.ts";
import { naiveMedian } from "./quantile.ts";

/** For each session the gaps so far from scratch, their median, and their median distance from it. */
export function naiveSteps(
  columns: readonly (readonly number[])[],
  member: number,
  { enter, exit, history }: StepOptions,
): { distance: number[]; states: StepState[] } {
  const gapOn = (t: number): number => {
    const others = columns.flatMap((column, k) => (k === member || Number.isNaN(column[t]) ? [] : [Math.log(1 + column[t]!)]));
    return others.length < 2 ? Number.NaN : Math.log(1 + columns[member]![t]!) - naiveMedian(others);
  };
  const sessions = columns[member]!.map((_, t) => t);
  const distance = sessions.map((t) => {
    if (Number.isNaN(gapOn(t))) return Number.NaN;
    const sofar = sessions
      .slice(0, t + 1)
      .map(gapOn)
      .filter((gap) => !Number.isNaN(gap));
    const centre = naiveMedian(sofar);
    const spread = 1.482602218505602 * naiveMedian(sofar.map((gap) => Math.abs(gap - centre)));
    return sofar.length < history || spread === 0 ? Number.NaN : (gapOn(t) - centre) / spread;
  });
  const states: StepState[] = [];
  for (const z of distance) {
    const before = states.findLast((state) => state !== "unknown");
    if (Number.isNaN(z)) states.push("unknown");
    else if (z >= enter) states.push("ahead");
    else if (z <= -enter) states.push("behind");
    else if ((before === "ahead" && z >= exit) || (before === "behind" && z <= -exit)) states.push(before);
    else states.push("inStep");
  }
  return { distance, states };
}
