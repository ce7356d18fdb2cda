import type { TurningPoint } from "./turningPoint.ts";

/** The rules of Pagan and Sossounov, in positions (months). */
export interface DatingRules {
  window: number; // 8; a peak is the highest of so many months to either side
  ends: number; // 6; no turn within so many months of either end
  phase: number; // 4; a shorter phase is none, unless it moves by more than `move`
  cycle: number; // 16; from peak to peak or trough to trough at least so many months
  move: number; // 0.2
}

/** The published values, for month-end levels. */
export const PAGAN_SOSSOUNOV: DatingRules = { window: 8, ends: 6, phase: 4, cycle: 16, move: 0.2 };

interface Turn {
  kind: TurningPoint["kind"];
  at: number;
}

/**
 * Turning points of month-end levels by the rules of Pagan and Sossounov (Bry and Boschan's, for markets).
 *
 * Local extremes of a window to either side; peaks and troughs by turns, the more extreme of neighbours of one kind; none near the ends;
 * cycles and phases of a least length, a short phase only with a large move. The rules look ahead: a turn is known eight months later at
 * the earliest. `knownAt` is found by dating anew with the levels up to each month, the only honest way: it is the first month
 * whose own dating shows the turn. A turn may be withdrawn later; only those that stand at the end are returned.
 *
 * Source: Pagan and Sossounov 2003 (J. Applied Econometrics 18:23-46), appendix B.
 *
 * @param levels month-end levels, positive, in order of time; NaN = none
 * @param rules default the published values
 *
 * @example
 * import { monthTurningPoints } from "lockstep/lockstep";
 * const wave = Array.from({ length: 72 }, (_, month) => Math.exp(Math.sin(month / 6)));
 * monthTurningPoints(wave).map(({ kind, at, knownAt }) => [kind, at, knownAt]);
 * // => [["peak", 9, 17], ["trough", 28, 36], ["peak", 47, 55]]
 */
export function monthTurningPoints(levels: ArrayLike<number>, rules: DatingRules = PAGAN_SOSSOUNOV): TurningPoint[] {
  const known = new Map<string, number>();
  let turns: Turn[] = [];
  for (let length = 1; length <= levels.length; length++) {
    turns = dated(levels, length, rules);
    for (const { kind, at } of turns) if (!known.has(`${kind} ${at}`)) known.set(`${kind} ${at}`, length - 1);
  }
  return turns.map(({ kind, at }) => ({ kind, at, knownAt: known.get(`${kind} ${at}`)! }));
}

/** The turns that the first `length` levels show. */
function dated(levels: ArrayLike<number>, length: number, rules: DatingRules): Turn[] {
  const level = (turn: Turn): number => levels[turn.at]!;
  let turns = alternating(localExtremes(levels, length, rules.window), level);
  turns = alternating(
    turns.filter(({ at }) => at >= rules.ends && at < length - rules.ends),
    level,
  );
  turns = alternating(withoutWeakEnds(turns, levels, length), level);
  turns = longCycles(turns, level, rules.cycle);
  return alternating(longPhases(turns, level, rules), level);
}

function localExtremes(levels: ArrayLike<number>, length: number, window: number): Turn[] {
  const turns: Turn[] = [];
  for (let at = window; at < length - window; at++) {
    let highest = true;
    let lowest = true;
    for (let i = at - window; i <= at + window; i++) {
      if (levels[i]! > levels[at]!) highest = false;
      if (levels[i]! < levels[at]!) lowest = false;
    }
    // A flat window has neither.
    if (highest !== lowest && !Number.isNaN(levels[at])) turns.push({ kind: highest ? "peak" : "trough", at });
  }
  return turns;
}

/** Of neighbours of one kind the more extreme stays, the first of equals. */
function alternating(turns: readonly Turn[], level: (turn: Turn) => number): Turn[] {
  const kept: Turn[] = [];
  for (const turn of turns) {
    const last = kept.at(-1);
    if (last?.kind !== turn.kind) kept.push(turn);
    else if (turn.kind === "peak" ? level(turn) > level(last) : level(turn) < level(last)) kept[kept.length - 1] = turn;
  }
  return kept;
}

/** A first or last peak below, or trough above, a level between it and that end is no turn. */
function withoutWeakEnds(turns: readonly Turn[], levels: ArrayLike<number>, length: number): Turn[] {
  const stands = ({ kind, at }: Turn, from: number, to: number): boolean => {
    for (let i = from; i < to; i++) if (kind === "peak" ? levels[i]! > levels[at]! : levels[i]! < levels[at]!) return false;
    return true;
  };
  let kept = [...turns];
  while (kept[0] && !stands(kept[0], 0, kept[0].at)) kept = kept.slice(1);
  while (kept.at(-1) && !stands(kept.at(-1)!, kept.at(-1)!.at + 1, length)) kept = kept.slice(0, -1);
  return kept;
}

/** Of two peaks (troughs) closer than a cycle the lower (higher) goes, with alternation restored, until none are. */
function longCycles(turns: readonly Turn[], level: (turn: Turn) => number, cycle: number): Turn[] {
  const k = turns.findIndex((turn, i) => i >= 2 && turn.at - turns[i - 2]!.at < cycle);
  if (k < 0) return [...turns];
  const [early, late] = [turns[k - 2]!, turns[k]!];
  const better = early.kind === "peak" ? level(late) > level(early) : level(late) < level(early);
  return longCycles(alternating(turns.toSpliced(better ? k - 2 : k, 1), level), level, cycle);
}

/** A phase shorter than the least, without a large move, goes: its later end first. */
function longPhases(turns: readonly Turn[], level: (turn: Turn) => number, { phase, move }: DatingRules): Turn[] {
  const k = turns.findIndex((turn, i) => i >= 1 && turn.at - turns[i - 1]!.at < phase && Math.abs(level(turn) / level(turns[i - 1]!) - 1) <= move);
  if (k < 0) return [...turns];
  return longPhases(alternating(turns.toSpliced(k, 1), level), level, { phase, move } as DatingRules);
}
