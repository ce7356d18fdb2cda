import { setBits, wordsOf } from "./bits.ts";
import { RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import type { ScanEvents } from "./scanEvents.ts";

/** How many markets have figures on each session of the axis, and on how many of them an event of another would be a hit. */
export interface Breadth {
  listed: Int32Array;
  marked: Int32Array;
  /** The marks of every market on its own span, as rows of the axis. */
  marks: Uint32Array;
}

/** The breadth of a universe: each market counts on its own span. */
export function breadthOf(events: ScanEvents, kernels: Kernels): Breadth {
  const { ids, spans, words, days } = events;
  const listed = new Int32Array(days.length);
  const marked = new Int32Array(days.length);
  const marks = new Uint32Array(words * ids.length);
  const start = kernels.reserve(0);
  const cutter = new RowCutter(kernels, events);
  const at = kernels.reserve(4 * words);
  for (let k = 0; k < ids.length; k++) {
    const own = { from: spans[2 * k]!, to: spans[2 * k + 1]! };
    cutter.marks(k, own, at);
    const bits = new Uint32Array(kernels.buffer, at, wordsOf(own.to - own.from));
    for (let t = own.from; t < own.to; t++) listed[t]!++;
    for (const session of setBits(bits, 0, 0, own.to - own.from)) {
      const t = own.from + session;
      marked[t]!++;
      marks[k * words + (t >>> 5)]! |= 1 << (t & 31);
    }
  }
  kernels.release(start);
  return { listed, marked, marks };
}
