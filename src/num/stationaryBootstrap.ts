import type { Uniform } from "./seeded.ts";

/**
 * Positions of one resample of the stationary bootstrap: blocks of random length from random starts, around the circle, n positions in all.
 *
 * Lengths are geometric with the given mean, the last block is cut. Source: Politis and Romano 1994 (JASA 89:1303-1313).
 *
 * @param n how many positions there are
 * @param options.blockLength mean length of a block, at least 1; 1 draws every position by itself
 * @param options.uniform chance, seeded by the caller; one number a block
 * @returns n positions in 0..n-1
 * @throws RangeError when n is no whole number above 0 or the block length is below 1
 *
 * @example
 * import { seeded, stationaryBootstrap } from "lockstep/num";
 * stationaryBootstrap(5, { blockLength: 3, uniform: seeded(1) }).length; // => 5
 */
export function stationaryBootstrap(n: number, { blockLength, uniform }: { blockLength: number; uniform: Uniform }): Int32Array {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`invalid n: ${n}`);
  const positions = new Int32Array(n);
  const draw = blocksOf(n, { blockLength, uniform });
  for (let filled = 0; filled < n; ) {
    const { start, length } = draw(n - filled);
    for (let k = 0; k < length; k++) positions[filled + k] = (start + k) % n;
    filled += length;
  }
  return positions;
}

/** Draws one block after another: where it starts, and how long it is, at most so many. The block given is one record, written anew. */
export function blocksOf(
  n: number,
  { blockLength, uniform }: { blockLength: number; uniform: Uniform },
): (most: number) => Readonly<{ start: number; length: number }> {
  if (!(blockLength >= 1 && Number.isFinite(blockLength))) throw new RangeError(`invalid blockLength: ${blockLength}`);
  const stays = Math.log1p(-1 / blockLength);
  const block = { start: 0, length: 0 };
  return (most) => {
    // One number does for both: its whole part says where, and what is left over is as even as it was.
    const place = uniform() * n;
    block.start = Math.floor(place);
    const rest = place - block.start;
    // Short blocks are mostly of one position, which needs no logarithm.
    block.length = rest * blockLength < 1 ? 1 : Math.min(most, 1 + Math.floor(Math.log1p(-rest) / stays));
    return block;
  };
}
