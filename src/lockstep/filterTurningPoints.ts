import type { TurningPoint } from "./turningPoint.ts";

/**
 * Turning points by the filter of Lunde and Timmermann: a peak is one once the level has fallen `fall` from it, a trough once it has
 * risen `rise` from it. Each is known on the very session that confirms it, and never withdrawn.
 *
 * Before the first confirmation nothing is said; the level is watched for either from the start. Source: Lunde and Timmermann
 * 2004 (J. Business & Economic Statistics 22:253-273).
 *
 * @param levels positive, in order of time; NaN = none
 * @param options.rise decimal; 0.2: a bull market is a rise of 20 % from the trough
 * @param options.fall decimal; 0.15
 * @throws RangeError when rise or fall is not above zero, or fall not below one
 *
 * @example
 * import { filterTurningPoints } from "lockstep/lockstep";
 * filterTurningPoints([100, 120, 101, 90, 110], { rise: 0.2, fall: 0.15 });
 * // => [{ kind: "trough", at: 0, knownAt: 1 }, { kind: "peak", at: 1, knownAt: 2 }, { kind: "trough", at: 3, knownAt: 4 }]
 */
export function filterTurningPoints(levels: ArrayLike<number>, { rise, fall }: { rise: number; fall: number }): TurningPoint[] {
  if (!(rise > 0)) throw new RangeError(`invalid rise: ${rise}`);
  if (!(fall > 0 && fall < 1)) throw new RangeError(`invalid fall: ${fall}`);
  const turns: TurningPoint[] = [];
  let high = Number.NaN;
  let low = Number.NaN;
  let highAt = -1;
  let lowAt = -1;
  let phase: "bull" | "bear" | "unknown" = "unknown";
  for (let i = 0; i < levels.length; i++) {
    const level = levels[i]!;
    if (Number.isNaN(level)) continue;
    if (!(level <= high)) [high, highAt] = [level, i];
    if (!(level >= low)) [low, lowAt] = [level, i];
    if (phase !== "bull" && level >= low * (1 + rise)) {
      turns.push({ kind: "trough", at: lowAt, knownAt: i });
      [phase, high, highAt] = ["bull", level, i];
    } else if (phase !== "bear" && level <= high * (1 - fall)) {
      turns.push({ kind: "peak", at: highAt, knownAt: i });
      [phase, low, lowAt] = ["bear", level, i];
    }
  }
  return turns;
}
