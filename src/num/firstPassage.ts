import { normalCdf } from "./normal.ts";

// Broadie, Glasserman and Kou 1997: -zeta(1/2) / sqrt(2 pi), the mean overshoot of a walk looked at once a step, in its standard deviations.
const OVERSHOOT = 0.5825971579390106;

/**
 * Probability that a random walk regains its record within a span: the base rate that knows only distance and volatility.
 *
 * The logarithm of the level follows Brownian motion with drift; with b = -ln(1 - distance), t the span in years,
 * P = Phi((mu t - b) / (sigma sqrt t)) + exp(2 mu b / sigma^2) Phi((-mu t - b) / (sigma sqrt t)). Looked at by daily closes only, a walk
 * passes later: b grows by 0.5826 of a day's standard deviation.
 *
 * @param options.distance below the record, decimal; the sign is not read: -0.27 and 0.27 are both 27 % below. At 0, by daily closes, a new
 * record still has to be set at a later close
 * @param options.sigma standard deviation of the log return of a year, decimal (0.6)
 * @param options.mu drift of the logarithm in a year, decimal; default 0
 * @param options.days length of the span
 * @param options.dailyClose whether the level is looked at once a day only; default true
 * @param options.daysPerYear how many of those days a year has; default 365; 252 when they are sessions of an exchange
 * @throws RangeError when distance is not below 1, sigma not above 0, or days negative
 *
 * @example
 * import { firstPassage } from "lockstep/num";
 * firstPassage({ distance: -0.27, sigma: 0.6, mu: 0, days: 180, dailyClose: false }).toFixed(4); // => "0.4551"
 * firstPassage({ distance: -0.27, sigma: 0.6, mu: 0, days: 180, dailyClose: true }).toFixed(4); // => "0.4293"
 */
export function firstPassage({
  distance,
  sigma,
  mu = 0,
  days,
  dailyClose = true,
  daysPerYear = 365,
}: {
  distance: number;
  sigma: number;
  mu?: number;
  days: number;
  dailyClose?: boolean;
  daysPerYear?: number;
}): number {
  const below = Math.abs(distance);
  if (!(below < 1)) throw new RangeError(`invalid distance: ${distance}`);
  if (!(sigma > 0)) throw new RangeError(`invalid sigma: ${sigma}`);
  if (!(days >= 0)) throw new RangeError(`invalid days: ${days}`);
  if (!Number.isFinite(mu)) throw new RangeError(`invalid mu: ${mu}`);
  if (!(daysPerYear > 0)) throw new RangeError(`invalid daysPerYear: ${daysPerYear}`);
  const b = -Math.log1p(-below) + (dailyClose ? OVERSHOOT * sigma * Math.sqrt(1 / daysPerYear) : 0);
  if (days === 0) return b === 0 ? 1 : 0;
  const years = days / daysPerYear;
  const spread = sigma * Math.sqrt(years);
  return Math.min(1, normalCdf((mu * years - b) / spread) + reflected((2 * mu * b) / sigma ** 2, (mu * years + b) / spread));
}

/** exp(exponent) times the upper normal tail from z on, where the one may overflow and the other vanish. */
function reflected(exponent: number, z: number): number {
  if (exponent < 600) return Math.exp(exponent) * normalCdf(-z);
  // z is above 34 then, and the tail is its density over z to eight digits.
  const tail = Math.log1p(-1 / z ** 2 + 3 / z ** 4) - z ** 2 / 2 - Math.log(z * Math.sqrt(2 * Math.PI));
  return Math.exp(exponent + tail);
}
