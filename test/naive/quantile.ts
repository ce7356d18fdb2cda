/** The two nearest of the sorted values, weighted by how near they are. */
export function naiveQuantile(values: readonly number[], p: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  if (sorted.length === 0) return Number.NaN;
  const place = p * (sorted.length - 1);
  const share = place - Math.floor(place);
  return (1 - share) * sorted[Math.floor(place)]! + share * sorted[Math.ceil(place)]!;
}

export function naiveMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
