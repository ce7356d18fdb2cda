/** Chance that deals every resample of n values once: n to the power of n of them. */
export function everyResample(n: number): () => number {
  let call = 0;
  return () => {
    const [resample, place] = [Math.floor(call / n), call % n];
    call++;
    return (Math.floor(resample / n ** place) % n) / n;
  };
}

/** The studentised interval by its definition, over every resample: sorted, and read off by hand. */
export function naiveBootstrap(values: readonly number[], level: number): { lower: number; upper: number } {
  const n = values.length;
  const average = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const error = (of: readonly number[]) => Math.sqrt(of.reduce((sum, value) => sum + (value - average(of)) ** 2, 0) / (n - 1)) / Math.sqrt(n);
  const next = everyResample(n);
  const t = Array.from({ length: n ** n }, () => {
    const resample = values.map(() => values[Math.floor(next() * n)]!);
    return (average(resample) - average(values)) / error(resample);
  });
  const sorted = t.filter((one) => !Number.isNaN(one)).toSorted((a, b) => a - b);
  const at = (p: number) => {
    const place = p * (sorted.length - 1);
    const low = sorted[Math.floor(place)]!;
    return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low);
  };
  return { lower: average(values) - at((1 + level) / 2) * error(values), upper: average(values) - at((1 - level) / 2) * error(values) };
}
