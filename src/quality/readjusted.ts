import type { BarField, Bars } from "../market/index.ts";
import { quantile } from "../num/index.ts";

/** Up to here two readings of a level are the same: sources send 32-bit numbers, which differ by 6e-8. */
const SAME = 1e-6;

/** Up to here a ratio is the common factor: adjusted levels are rounded anew. */
const ROUNDING = 1e-4;

/** How many sessions make a factor common, and which share of those that differ must follow it. */
const LEAST = 2;
const SHARE = 0.9;

/** How a history that was read again differs from what is held. */
export interface Reread {
  /** One factor for all sessions up to some day, as after a split or a dividend. */
  readjusted?: { factor: number; sessions: number[] }; // factor: fresh / old, 0.25 after a 4:1 split
  restated: number[]; // sessions that differ otherwise
}

/**
 * How one field of a history that was read again differs from what is held, on the sessions that both hold.
 *
 * Readjusted: at least two sessions, and nine in ten of those that differ, are off by one factor (the median ratio, within 1e-4), and no
 * session up to the last of them is unchanged, since an adjustment reaches back to the beginning. Differences up to 1e-6 are the noise of 32-bit numbers.
 *
 * @param field default "close"; a dividend readjusts "totalReturn" alone
 *
 * @example
 * import { readjusted } from "lockstep/quality";
 * const bars = (...close) => ({ sessions: Int32Array.of(1, 2, 3), columns: { close: Float64Array.from(close) } });
 * readjusted(bars(100, 104, 26), bars(25, 26, 26)); // => { readjusted: { factor: 0.25, sessions: [1, 2] }, restated: [] }
 * readjusted(bars(100, 104, 26), bars(100, 105, 26)); // => { restated: [2] }
 */
export function readjusted(old: Bars, fresh: Bars, field: BarField = "close"): Reread {
  const held = old.columns[field];
  const came = fresh.columns[field];
  if (!held || !came) return { restated: [] };
  const differ: { session: number; ratio: number }[] = [];
  const same: number[] = [];
  let j = 0;
  for (let i = 0; i < old.sessions.length; i++) {
    const session = old.sessions[i]!;
    while (j < fresh.sessions.length && fresh.sessions[j]! < session) j++;
    if (fresh.sessions[j] !== session || Number.isNaN(held[i]) || Number.isNaN(came[j])) continue;
    if (held[i] === came[j] || Math.abs(came[j]! / held[i]! - 1) <= SAME) same.push(session);
    else differ.push({ session, ratio: came[j]! / held[i]! });
  }
  const factor = quantile(
    differ.map(({ ratio }) => ratio),
    0.5,
  );
  const common = differ.filter(({ ratio }) => Math.abs(ratio / factor - 1) <= ROUNDING);
  const sessions = common.map(({ session }) => session);
  const reachesBack = same.every((session) => session > sessions.at(-1)!);
  if (sessions.length < LEAST || sessions.length < SHARE * differ.length || !reachesBack) return { restated: differ.map(({ session }) => session) };
  return { readjusted: { factor, sessions }, restated: differ.filter((one) => !common.includes(one)).map(({ session }) => session) };
}
