// What the kernels themselves need, placed once: room for the longest circle of sessions. Areas that one call uses together are apart.

/** LONGEST_CIRCLE of src/scan/kernels/kernels.ts. */
const LONGEST: i32 = 32_752;

/** The best of a block from each session to its end: pairs of doubles. */
export const SUFFIX: usize = memory.data(16 * LONGEST, 16);
/** 32 bits for each session, and for a group of sixteen more: positions, addresses. */
export const LIST: usize = SUFFIX;
/** The same again: differences. */
export const OTHER: usize = SUFFIX + 4 * (LONGEST + 16);
/** Two rows of the longest circle one after the other, eight times, each with room to read past its end. */
export const SHIFTED: usize = memory.data(8 * ((2 * LONGEST) / 8 + 80), 16);
/** Zeros, to be read where there is no event: a row of the longest circle. Never written. */
export const NOTHING: usize = memory.data(LONGEST / 8 + 32, 16);
/** Sixteen planes of 128 bits, lowest first: what the planes are begun with. */
export const BEGINNING: usize = memory.data(16 * 16, 16);
/** And as they are counted up. */
export const PLANES: usize = memory.data(16 * 16, 16);

/** The first byte that is free to who uses the kernels. */
export function heapFrom(): usize {
  return __heap_base;
}
