import { popcount } from "../../bits.ts";

/** Rows of bits, 32 to a word, the lowest bit first. */

/** 1 where a bit is set, else 0. */
export function bitOf(row: Uint32Array, at: number): number {
  return (row[at >>> 5]! >>> (at & 31)) & 1;
}

/** Sets a bit. */
export function setBit(row: Uint32Array, at: number): void {
  row[at >>> 5]! |= 1 << (at & 31);
}

/** How many bits of a row are set. */
export function countSet(row: Uint32Array): number {
  let set = 0;
  for (const word of row) set += popcount(word);
  return set;
}

/** The bits of a circle one to a byte, twice around, so that no lag runs over the seam. */
export function twiceAround(row: Uint32Array, sessions: number): Uint8Array {
  const twice = new Uint8Array(2 * sessions);
  for (let at = 0; at < sessions; at++) twice[at] = twice[at + sessions] = bitOf(row, at);
  return twice;
}
