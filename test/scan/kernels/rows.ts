import fc from "fast-check";
import type { Kernels } from "../../../src/scan/kernels/kernels.ts";
import { plainKernels } from "../../../src/scan/kernels/plain.ts";
import { wasmKernels } from "../../../src/scan/kernels/wasm.ts";

/** Both, in one memory each for all tests of a file. */
export const both = [wasmKernels(), plainKernels()] as const;

/** What is asked of one of the kernels in memory that is given back afterwards; what is reserved is not empty. */
export function within<T>(kernels: Kernels, ask: (place: Place) => T): T {
  const from = kernels.reserve(0);
  try {
    return ask(placeIn(kernels));
  } finally {
    kernels.release(from);
  }
}

/** Puts things into the memory of kernels, and takes them out again. */
export interface Place {
  room(bytes: number): number;
  bits(positions: Iterable<number>, words: number): number;
  doubles(values: readonly number[]): number;
  numbers(values: readonly number[]): number;
  bitsAt(at: number, words: number): number[];
  doublesAt(at: number, length: number): number[];
  numbersAt(at: number, length: number): number[];
  wordsAt(at: number, length: number): number[];
}

function placeIn(kernels: Kernels): Place {
  const room = (bytes: number) => {
    const at = kernels.reserve(bytes);
    new Uint8Array(kernels.buffer, at, bytes).fill(0xa5);
    return at;
  };
  return {
    room,
    bits(positions, words) {
      const at = room(words * 4);
      const row = new Uint8Array(kernels.buffer, at, words * 4).fill(0);
      for (const position of positions) row[position >> 3]! |= 1 << (position & 7);
      return at;
    },
    doubles(values) {
      const at = room(values.length * 8);
      new Float64Array(kernels.buffer, at, values.length).set(values);
      return at;
    },
    numbers(values) {
      const at = room(values.length * 2);
      new Uint16Array(kernels.buffer, at, values.length).set(values);
      return at;
    },
    bitsAt(at, words) {
      const row = new Uint8Array(kernels.buffer, at, words * 4);
      return Array.from({ length: words * 32 }, (_, k) => k).filter((k) => ((row[k >> 3]! >> (k & 7)) & 1) === 1);
    },
    doublesAt: (at, length) => [...new Float64Array(kernels.buffer, at, length)],
    numbersAt: (at, length) => [...new Uint16Array(kernels.buffer, at, length)],
    wordsAt: (at, length) => [...new Uint32Array(kernels.buffer, at, length)],
  };
}

/** 32-bit words of a row of so many sessions. */
export const wordsFor = (sessions: number): number => Math.ceil(sessions / 128) * 4;

/** Lengths about the places where words, vectors and chunks end. */
export const lengths: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(1, 2, 3, 7, 8, 9, 31, 32, 33, 63, 64, 65, 95, 96, 127, 128, 129, 191, 192, 193, 255, 256, 257),
  fc.integer({ min: 1, max: 600 }),
);

/** Rows of a circle: none, all, lone bits, runs, and what is left between runs. */
export const positionsOf = (sessions: number): fc.Arbitrary<number[]> =>
  fc
    .record({
      runs: fc.array(fc.oneof(fc.constantFrom(0, 1, 1, 2), fc.nat(40)), { maxLength: 60 }),
      lone: fc.array(fc.nat(sessions - 1), { maxLength: 20 }),
      inverted: fc.boolean(),
    })
    .map(({ runs, lone, inverted }) => {
      const set = new Set(lone);
      let at = 0;
      for (const [k, length] of runs.entries()) {
        if (k % 2 === 1) for (let t = at; t < Math.min(at + length, sessions); t++) set.add(t);
        at += length;
      }
      return Array.from({ length: sessions }, (_, t) => t).filter((t) => set.has(t) !== inverted);
    });
