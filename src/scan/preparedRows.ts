import { wordsOf } from "./bits.ts";
import { type Circle, lagsOf, type RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import { type SingleLags, singleLags } from "./moments.ts";

/** Rows of some markets on one circle in the kernels' memory, with what is known of each. */
export interface PreparedRows {
  circle: Circle;
  sessions: number;
  words: number; // of a row of bits
  lags: number; // of a row of autocorrelations
  markets: Int32Array;
  bitsAt: number;
  lagsAt: number;
  set: Int32Array; // bits that are set
  from: Int32Array; // the events, or sessions, that they come of
  single: readonly SingleLags[];
}

/** The events of some markets on a circle, as rows at places that are given. */
export function eventRows(markets: Int32Array, circle: Circle, { bitsAt, lagsAt }: { bitsAt: number; lagsAt: number }, kernels: Kernels, cutter: RowCutter) {
  return rows(markets, circle, bitsAt, lagsAt, kernels, (market, at) => {
    const set = cutter.events(market, circle, at);
    return { marked: set, from: set };
  });
}

/** The marks of some markets on a circle, as rows in room that is reserved for them. */
export function markRows(markets: Int32Array, circle: Circle, kernels: Kernels, cutter: RowCutter): PreparedRows {
  const sessions = circle.to - circle.from;
  const bitsAt = kernels.reserve(4 * wordsOf(sessions) * markets.length);
  const lagsAt = kernels.reserve(2 * lagsOf(sessions) * markets.length);
  return rows(markets, circle, bitsAt, lagsAt, kernels, (market, at) => cutter.marks(market, circle, at));
}

function rows(
  markets: Int32Array,
  circle: Circle,
  bitsAt: number,
  lagsAt: number,
  kernels: Kernels,
  cut: (market: number, at: number) => { marked: number; from: number },
): PreparedRows {
  const sessions = circle.to - circle.from;
  const [words, lags] = [wordsOf(sessions), lagsOf(sessions)];
  const set = new Int32Array(markets.length);
  const from = new Int32Array(markets.length);
  const single: SingleLags[] = [];
  for (const [k, market] of markets.entries()) {
    const at = bitsAt + 4 * words * k;
    const row = cut(market, at);
    set[k] = row.marked;
    from[k] = row.from;
    kernels.autocorrelation(at, sessions, lags, lagsAt + 2 * lags * k);
    single.push(singleLags(kernels, lagsAt + 2 * lags * k, sessions));
  }
  return { circle, sessions, words, lags, markets, bitsAt, lagsAt, set, from, single };
}
