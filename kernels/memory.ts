// What the kernels themselves need, placed once: room for the longest circle of sessions. Areas that one call uses together are apart.

/** LONGEST_CIRCLE of src/scan/kernels/kernels.ts. */
const LONGEST: i32 = 32_752;
/** A 32-bit number for each session of it, and for a group of sixteen more. */
const NUMBERS: usize = 4 * (LONGEST + 16);
/** The most steps that 128 lanes take around it. */
const STEPS: i32 = (LONGEST + 127) / 128;

/** The best of a block from each session to its end: pairs of doubles. */
export const SUFFIX: usize = memory.data(16 * LONGEST, 16);
/** Positions, addresses. */
export const LIST: usize = SUFFIX;
/** Differences. */
export const OTHER: usize = LIST + NUMBERS;
/** For every step, and the one behind the last, up to sixteen planes of 128 bits, lowest first. */
export const PLANES: usize = LIST + NUMBERS;
/** For every step a 16-bit number of each lane. */
export const COUNTS: usize = PLANES + NUMBERS;
/** A row of events in lanes, nine times. */
export const LAID: usize = memory.data(9 * STEPS * 32 + 32, 16);
/** That row as it was given. */
export const KEPT: usize = memory.data(STEPS * 16, 16);
/** Zeros, to be read where there is nothing at every step. Never written. */
export const NOTHING: usize = memory.data(STEPS * 32 + 16, 16);
/** What the lanes begin with: planes. */
export const BEGINNING: usize = memory.data(16 * 16, 16);
/** And as a 16-bit number of each lane. */
export const BEGUN: usize = memory.data(16 * 16, 16);
/** The low bytes of a 16-bit number of each lane, eight vectors of them; and the high ones. */
export const LOW: usize = memory.data(16 * 8, 16);
export const HIGH: usize = memory.data(16 * 8, 16);
/** The largest number of each lane, 16 bits. */
export const LARGEST: usize = memory.data(16 * 16, 16);

/** The first byte that is free to who uses the kernels. */
export function heapFrom(): usize {
  return __heap_base;
}
