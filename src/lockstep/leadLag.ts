import { mean } from "../num/mean.ts";
import { variance } from "../num/variance.ts";

/** The correlation of one market's returns with the other's some sessions later. */
export interface LeadLag {
  correlations: { lag: number; rho: number }[]; // from -maxLag to maxLag; lag > 0: the first market leads by so many sessions
  strongest: { lag: number; rho: number }; // the one furthest from zero against its own scatter
  exceed: number; // shifts whose furthest, over all lags, is as far as the observed one
  pValue: number; // exceed / shifts; never below (2 maxLag + 1) / shifts, since neighbouring shifts see the same correlation
  shifts: number; // returns that both hold
}

/**
 * Cross-correlation of the returns of two markets at lags up to `maxLag`, with one p-value for the strongest of them.
 *
 * Looking for the best of 2 maxLag + 1 lags must be paid for: the strongest over all lags is compared with the strongest over all lags of every
 * circular shift of one market against the other, exactly. Strength is the sum of products of the centred returns over the root of their sum of
 * squares: two markets that are wild on the same days have large products at lag zero whatever their signs, every shift takes that
 * apart, and the plain correlation would find a lead in a third of such pairs. Sessions on which either holds no return are left out
 * before. On different clocks a lag of one session may be nothing but the clock: give both on the same one, or show both.
 *
 * Cost: shifts squared.
 *
 * @param options.a returns, NaN = none
 * @param options.b returns on the same sessions
 * @param options.maxLag in sessions; default 10
 * @returns undefined where fewer than 4 maxLag + 2 returns are shared, or one of the two does not vary
 * @throws RangeError when lengths differ, or maxLag is no whole number
 *
 * @example
 * import { leadLag } from "lockstep/lockstep";
 * const a = Array.from({ length: 60 }, (_, i) => Math.sin(i * i));
 * const b = a.map((_, i) => a[(i + 58) % 60]);
 * leadLag({ a, b, maxLag: 3 }).strongest.lag; // => 2
 */
export function leadLag({ a, b, maxLag = 10 }: { a: ArrayLike<number>; b: ArrayLike<number>; maxLag?: number }): LeadLag | undefined {
  if (a.length !== b.length) throw new RangeError(`invalid lengths: ${a.length} and ${b.length}`);
  if (!Number.isInteger(maxLag) || maxLag < 0) throw new RangeError(`invalid maxLag: ${maxLag}`);
  const shared = Array.from({ length: a.length }, (_, i) => i).filter((i) => !Number.isNaN(a[i]) && !Number.isNaN(b[i]));
  const x = standardised(shared.map((i) => a[i]!));
  const y = standardised(shared.map((i) => b[i]!));
  const shifts = shared.length;
  if (shifts < 4 * maxLag + 2 || !x || !y) return undefined;
  const { rho, strength } = allLags(x, y);
  const around = (lag: number): number => (lag + shifts) % shifts;
  const lags = Array.from({ length: 2 * maxLag + 1 }, (_, k) => k - maxLag);
  const best = lags.reduce((most, lag) => (strength[around(lag)]! > strength[around(most)]! ? lag : most));
  // A shift by s sees the lags s - maxLag to s + maxLag. Equal sums come out a rounding apart, so that much less still reaches it.
  const least = strength[around(best)]! * (1 - 1e-12);
  const seen = new Uint8Array(shifts);
  for (let at = 0; at < shifts; at++) {
    if (strength[at]! < least) continue;
    for (const lag of lags) seen[around(at + lag) % shifts] = 1;
  }
  const exceed = seen.reduce((count, one) => count + one, 0);
  return {
    correlations: lags.map((lag) => ({ lag, rho: rho[around(lag)]! })),
    strongest: { lag: best, rho: rho[around(best)]! },
    exceed,
    pValue: exceed / shifts,
    shifts,
  };
}

/** Circular cross-correlation at every lag l, the mean of x(t) y(t + l), and its size against the scatter of these products. */
function allLags(x: Float64Array, y: Float64Array): { rho: Float64Array; strength: Float64Array } {
  const length = x.length;
  const twice = new Float64Array(2 * length);
  twice.set(y);
  twice.set(y, length);
  const rho = new Float64Array(length);
  const strength = new Float64Array(length);
  for (let lag = 0; lag < length; lag++) {
    let sum = 0;
    let squares = 0;
    for (let t = 0; t < length; t++) {
      const product = x[t]! * twice[t + lag]!;
      sum += product;
      squares += product * product;
    }
    rho[lag] = sum / length;
    strength[lag] = squares > 0 ? Math.abs(sum) / Math.sqrt(squares) : 0;
  }
  return { rho, strength };
}

function standardised(values: readonly number[]): Float64Array | undefined {
  const centre = mean(values);
  const scatter = variance(values);
  // A flat column leaves rounding behind, not variance.
  return scatter > (1e-14 * Math.abs(centre)) ** 2 ? Float64Array.from(values, (value) => (value - centre) / Math.sqrt(scatter)) : undefined;
}
