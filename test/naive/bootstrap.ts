/** Chance that deals every resample of n values once: n to the power of n of them. */
export function everyResample(n: number): () => number {
  let call = 0;
  return () => {
    const [resample, place] = [Math.floor(call / n), call % n];
    call++;
    return (Math.floor(resample / n ** place) % n) / n;
  };
}

/** Bias and acceleration of the mean by their definitions: over every resample, and by leaving each value out. */
export function naiveBca(values: readonly number[]): { means: number[]; below: number; acceleration: number } {
  const n = values.length;
  const average = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const next = everyResample(n);
  const means = Array.from({ length: n ** n }, () => average(values.map(() => values[Math.floor(next() * n)]!)));
  const whole = average(values);
  const share = (test: (mean: number) => boolean) => means.filter(test).length / means.length;
  const without = values.map((_, k) => average(values.toSpliced(k, 1)));
  const centre = average(without);
  const cubes = without.reduce((sum, one) => sum + (centre - one) ** 3, 0);
  const squares = without.reduce((sum, one) => sum + (centre - one) ** 2, 0);
  return {
    means,
    below: share((mean) => mean < whole - 1e-12) + 0.5 * share((mean) => Math.abs(mean - whole) <= 1e-12),
    acceleration: cubes / (6 * squares ** 1.5),
  };
}
