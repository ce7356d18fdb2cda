/** What forecasts were worth. */
export interface Score {
  n: number; // 8
  brier: number; // 0.21; mean squared difference of probability and outcome; 0 is perfect, 0.25 is always one half
  logScore: number; // 0.61; mean of minus the natural logarithm of the probability given to what happened
}

/** One row of a calibration table: forecasts of about the same probability, and how often it happened. */
export interface CalibrationBin {
  from: number; // 0.2
  to: number; // 0.4
  n: number; // 3
  forecast: number; // 0.31; mean forecast; NaN where none fell here
  happened: number; // 0.33; share
}

// A probability of 0 or 1 that fails would cost an infinite score: none is believed beyond this.
const CERTAIN = 0.001;

/**
 * Brier score and log score of probability forecasts. NaN without forecasts.
 *
 * In the log score probabilities are moved into 0.001..0.999. Source: Brier 1950; Good 1952.
 *
 * @throws RangeError when a probability is none or an outcome neither 0 nor 1
 *
 * @example
 * import { score } from "lockstep/lag";
 * score([{ probability: 0.5, outcome: 1 }, { probability: 0.5, outcome: 0 }]).brier; // => 0.25
 */
export function score(forecasts: readonly { probability: number; outcome: number }[]): Score {
  let brier = 0;
  let logScore = 0;
  for (const { probability, outcome } of forecasts) {
    if (!(probability >= 0 && probability <= 1)) throw new RangeError(`invalid probability: ${probability}`);
    if (outcome !== 0 && outcome !== 1) throw new RangeError(`invalid outcome: ${outcome}`);
    const held = Math.max(CERTAIN, Math.min(1 - CERTAIN, probability));
    brier += (probability - outcome) ** 2;
    logScore -= Math.log(outcome === 1 ? held : 1 - held);
  }
  const n = forecasts.length;
  return { n, brier: brier / n, logScore: logScore / n };
}

/**
 * Calibration table: forecasts in bins of equal width, with their mean and how often the outcome came.
 *
 * @param options.bins how many
 * @throws RangeError when bins is no whole number above 0
 *
 * @example
 * import { calibrationTable } from "lockstep/lag";
 * calibrationTable([{ probability: 0.7, outcome: 1 }, { probability: 0.9, outcome: 0 }], { bins: 2 })[1];
 * // => { from: 0.5, to: 1, n: 2, forecast: 0.8, happened: 0.5 }
 */
export function calibrationTable(forecasts: readonly { probability: number; outcome: number }[], { bins }: { bins: number }): CalibrationBin[] {
  if (!Number.isInteger(bins) || bins < 1) throw new RangeError(`invalid bins: ${bins}`);
  return Array.from({ length: bins }, (_, k) => {
    const within = forecasts.filter(({ probability }) => Math.min(bins - 1, Math.floor(probability * bins + 1e-9)) === k);
    const n = within.length;
    const share = (pick: (one: { probability: number; outcome: number }) => number) => within.reduce((sum, one) => sum + pick(one), 0) / n;
    return { from: k / bins, to: (k + 1) / bins, n, forecast: share(({ probability }) => probability), happened: share(({ outcome }) => outcome) };
  });
}
