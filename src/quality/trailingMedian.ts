import { lowerBound } from "../num/index.ts";

/** Median of the last values put in. */
export interface TrailingMedian {
  push: (value: number) => void;
  median: () => number; // NaN while empty
  count: () => number; // at most the window
}

/** The median of the last `window` values, kept in order. A value costs a search and a shift of half the window. */
export function trailingMedian(window: number): TrailingMedian {
  const ring = new Float64Array(window);
  const ordered = new Float64Array(window);
  let count = 0;
  let at = 0;
  return {
    push(value) {
      if (count === window) {
        const oldest = lowerBound(ordered, ring[at]!);
        ordered.copyWithin(oldest, oldest + 1);
      } else {
        count++;
      }
      const place = lowerBound(ordered.subarray(0, count - 1), value);
      ordered.copyWithin(place + 1, place, count - 1);
      ordered[place] = value;
      ring[at] = value;
      at = (at + 1) % window;
    },
    median: () => (count === 0 ? Number.NaN : (ordered[(count - 1) >> 1]! + ordered[count >> 1]!) / 2),
    count: () => count,
  };
}
