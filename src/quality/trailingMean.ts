/** Mean of the last values put in. */
export interface TrailingMean {
  push: (value: number) => void;
  mean: () => number; // NaN while empty
  count: () => number; // at most the window
}

/** The mean of the last `window` values. Constant cost a value; summed anew once a round, so that rounding does not pile up. */
export function trailingMean(window: number): TrailingMean {
  const ring = new Float64Array(window);
  let count = 0;
  let at = 0;
  let sum = 0;
  return {
    push(value) {
      sum += value - ring[at]!;
      ring[at] = value;
      if (count < window) count++;
      at++;
      if (at < window) return;
      at = 0;
      sum = 0;
      for (let i = 0; i < window; i++) sum += ring[i]!;
    },
    mean: () => sum / count,
    count: () => count,
  };
}
