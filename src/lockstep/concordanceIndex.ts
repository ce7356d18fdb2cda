import { circularCounts, effectiveShifts } from "../num/circularCounts.ts";

/** How often two markets are in the same phase, and how often they would be without any relation. */
export interface Concordance {
  index: number; // 0.75; share of sessions in the same phase; NaN without shared sessions
  expected: number; // 0.6; the same if the phases were independent: two markets that mostly rise agree mostly
  mean: { a: number; b: number }; // 0.75, 0.7; share of sessions in the phase 1
  correlation: number; // 0.378; of the two phases; NaN where one of them never changes
  exceed: number; // shifts with at least this index, the observed one among them
  pValue: number; // exceed / shifts; 1 without shared sessions
  shifts: number; // sessions on which both phases are known
  effective: number; // how many of the shifts are worth as independent ones
}

/**
 * Concordance index of two sequences of phases (1 bull, 0 bear, NaN undefined): the share of time that they spend in the same one.
 *
 * I = 1 + 2 rho s_a s_b + 2 m_a m_b - m_a - m_b with s = sqrt(m (1 - m)); under independence rho = 0. The p-value is exact over all
 * circular shifts, one-sided. Phases last long, so few of the shifts are independent: see `effective`. Sessions on which either is
 * undefined are left out. Source: Harding and Pagan 2006 (J. Econometrics 132:59-79).
 *
 * @throws RangeError when lengths differ or a phase is none of 0, 1 and NaN
 *
 * @example
 * import { concordanceIndex } from "lockstep/lockstep";
 * const of = (text) => [...text].map(Number);
 * const { index, expected, correlation } = concordanceIndex({ a: of("11110001111100111111"), b: of("11100011111110011110") });
 * [index, expected.toFixed(2), correlation.toFixed(7)]; // => [0.75, "0.60", "0.3779645"]
 */
export function concordanceIndex({ a, b }: { a: ArrayLike<number>; b: ArrayLike<number> }): Concordance {
  if (a.length !== b.length) throw new RangeError(`invalid lengths: ${a.length} and ${b.length}`);
  const bulls: number[] = [];
  const marks: number[] = [];
  for (let i = 0; i < a.length; i++) {
    for (const phase of [a[i]!, b[i]!]) if (phase !== 0 && phase !== 1 && !Number.isNaN(phase)) throw new RangeError(`invalid phase: ${phase}`);
    if (Number.isNaN(a[i]) || Number.isNaN(b[i])) continue;
    if (a[i] === 1) bulls.push(marks.length);
    marks.push(b[i]!);
  }
  const shifts = marks.length;
  const both = circularCounts(bulls, Uint8Array.from(marks));
  const bullsB = marks.reduce((sum, phase) => sum + phase, 0);
  const meanA = bulls.length / shifts;
  const meanB = bullsB / shifts;
  const expected = 1 + 2 * meanA * meanB - meanA - meanB;
  const observed = both[0] ?? 0;
  // Shifting changes how often both are bulls, and nothing else of the index.
  const index = (shifts + 2 * observed - bulls.length - bullsB) / shifts;
  const spread = Math.sqrt(meanA * (1 - meanA) * meanB * (1 - meanB));
  const exceed = both.reduce((count, one) => count + (one >= observed ? 1 : 0), 0);
  return {
    index,
    expected,
    mean: { a: meanA, b: meanB },
    correlation: spread > 0 ? (index - expected) / (2 * spread) : Number.NaN,
    exceed,
    pValue: shifts === 0 ? 1 : exceed / shifts,
    shifts,
    effective: effectiveShifts(both),
  };
}
