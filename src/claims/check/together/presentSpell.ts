// Events so many sessions apart belong to different spells: a quarter of a year.
export const APART = 60;

/** A run of events that lasts until now, and the event before it. */
export interface Spell {
  first: number; // position of its first event
  before: number | null; // position of the last event before it; null where there is none
}

/**
 * The spell of events that a market is in at its last session; undefined where the last event lies a spell back.
 *
 * @param positions of the events among the sessions of the market, ascending
 * @param last position of the last session
 */
export function presentSpell(positions: readonly number[], last: number): Spell | undefined {
  let at = positions.length - 1;
  if (at < 0 || last - positions[at]! >= APART) return undefined;
  while (at > 0 && positions[at]! - positions[at - 1]! < APART) at--;
  return { first: positions[at]!, before: at === 0 ? null : positions[at - 1]! };
}
