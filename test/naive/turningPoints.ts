import type { TurningPoint } from "../../src/lockstep/index.ts";

/** Between one confirmation and the next look at every session afresh: what is the extreme so far, and is it far enough away by now? */
export function naiveFilter(levels: readonly number[], { rise, fall }: { rise: number; fall: number }): TurningPoint[] {
  const turns: TurningPoint[] = [];
  for (let now = 0; now < levels.length; now++) {
    if (Number.isNaN(levels[now])) continue;
    const last = turns.at(-1);
    const from = last?.knownAt ?? 0;
    const sofar = levels.slice(from, now + 1).filter((level) => !Number.isNaN(level));
    const [high, low] = [Math.max(...sofar), Math.min(...sofar)];
    if (last?.kind !== "trough" && levels[now]! >= low * (1 + rise)) turns.push({ kind: "trough", at: levels.indexOf(low, from), knownAt: now });
    else if (last?.kind !== "peak" && levels[now]! <= high * (1 - fall)) turns.push({ kind: "peak", at: levels.indexOf(high, from), knownAt: now });
  }
  return turns;
}

/** The phase of a position: that of the turn that ends it. */
export function naivePhases(turns: readonly TurningPoint[], length: number): number[] {
  return Array.from({ length }, (_, i) => {
    const next = turns.find(({ at }) => at >= i);
    return next === undefined || i <= turns[0]!.at ? Number.NaN : next.kind === "peak" ? 1 : 0;
  });
}
