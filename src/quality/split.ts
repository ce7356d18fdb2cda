/** Ratios of splits that occur, and slips of a unit (pence for pounds). */
const RATIOS: readonly [number, number][] = [
  [5, 4],
  [4, 3],
  [3, 2],
  ...[2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 100, 1000].map((n): [number, number] => [n, 1]),
];

/** How many usual steps a break must exceed, and by how many it may miss its ratio: the small ratios are those of real crashes, too. */
const BREAK = 12;
const MISS = { whole: 4, part: 1 };

/** How many usual steps a bar may span: an unadjusted split moves the level and nothing else, a crash is a wide bar. */
const QUIET = 5;

/** How many usual steps more, where no open is held that could show that nothing else moved. */
const CLOSES_ONLY = 1.5;

/** A step that stays, as logarithms. */
export interface Break {
  step: number; // close to close
  openStep: number; // close to open; NaN = none is held
  span: number; // low to high; NaN = none is held
  usual: number; // step
}

/** What an unadjusted split is called. */
export interface SplitLike {
  name: string; // "4:1"
  factor: number; // logarithm of what the level was multiplied with
}

/**
 * The split that a break of the level looks like; undefined when it looks like none.
 *
 * The step is more than 12 usual ones and within 4 of n:1 or 1:n (1 for 5:4, 4:3 and 3:2), the whole of it happened between close and open,
 * and the bar itself spans no more than 5. Where no open is held, 18 usual steps.
 */
export function splitLike({ step, openStep, span, usual }: Break): SplitLike | undefined {
  const least = Number.isNaN(openStep) ? BREAK * CLOSES_ONLY : BREAK;
  if (Math.abs(step) <= least * usual || span > QUIET * usual) return undefined;
  for (const [n, m] of RATIOS) {
    const factor = Math.sign(step) * Math.log(n / m);
    const miss = (m === 1 ? MISS.whole : MISS.part) * usual;
    // A comparison with NaN is false: an open that is not held misses nothing.
    if (Math.abs(step - factor) > miss || Math.abs(openStep - factor) > miss) continue;
    return { name: step < 0 ? `${n}:${m}` : `${m}:${n}`, factor };
  }
  return undefined;
}

/**
 * The split of an event on the day of a step that shows that prices were not adjusted for it; undefined when they were.
 *
 * Prices that were not adjusted move by the inverse of the ratio: the step is nearer to that than to nothing. Ratios within 5 usual steps of
 * 1 are not seen in it.
 *
 * @param ratio new shares for an old one: 4 for 4:1; NaN = no event
 */
export function unadjustedSplit(ratio: number, step: number, usual: number): SplitLike | undefined {
  const factor = -Math.log(ratio);
  // Comparisons with NaN are false.
  if (!(Math.abs(factor) > QUIET * usual) || !(Math.abs(step - factor) < Math.abs(factor) / 2)) return undefined;
  return { name: ratio > 1 ? `${Number(ratio.toPrecision(4))}:1` : `1:${Number((1 / ratio).toPrecision(4))}`, factor };
}
