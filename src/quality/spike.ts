/**
 * How many usual steps a spike is away. Of 67,000 closes of funds and indices none beyond 5 is undone as below, four beyond 4 are.
 */
export const AWAY = 5;

/** How much of the step may be left after the next close, where the next open has undone it. */
const LEFT = 0.3;

/** How much of the step the next open must undo, at least and at most. The most of any real session looked at is 0.78 (HYG, 2020-03-12). */
const UNDONE = { least: 0.85, most: 1.2 };

/** How many usual steps, where no open is held, and how much of it may be left: real sessions without opens reach 8.8 with 0.11 left, and 10.7 with 0.24. */
const CLOSES_ONLY = { far: 10, left: 0.2 };

/** A far step and what came after, as logarithms against the close before. */
export interface Turn {
  step: number; // to the close in question
  usual: number;
  nextOpen: number; // from the close before to the next open; NaN = none is held
  next: number; // from the close before to the next close
}

/**
 * Whether a close is far away (five usual steps) and taken back by the next session, as a bad tick is.
 *
 * A market that turns does so in the course of the next session: it opens not far from where it closed. Behind a bad tick it opens where it
 * never was away: the next open undoes 0.85 to 1.2 of the step, and the next close leaves no more than 0.3. Where no open is held, ten usual steps of which
 * 0.2 are left.
 */
export function takenBack({ step, usual, nextOpen, next }: Turn): boolean {
  const left = Math.abs(next / step);
  if (Number.isNaN(nextOpen)) return Math.abs(step) > CLOSES_ONLY.far * usual && left <= CLOSES_ONLY.left;
  const undone = 1 - nextOpen / step;
  return Math.abs(step) > AWAY * usual && left <= LEFT && undone >= UNDONE.least && undone <= UNDONE.most;
}
