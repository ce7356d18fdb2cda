/** Raises each `most` to the z of its shift where that is more. Returns the z of the observed; NaN, and nothing is raised, where the counts do not vary. */
export function fold(counts: Uint16Array, mean: number, most: Float64Array): number {
  let squares = 0;
  for (const count of counts) squares += count * count;
  const variance = squares / counts.length - mean * mean;
  if (!(variance > 0)) return Number.NaN;
  const scale = 1 / Math.sqrt(variance);
  for (const [s, count] of counts.entries()) {
    const z = (count - mean) * scale;
    if (z > most[s]!) most[s] = z;
  }
  return (counts[0]! - mean) * scale;
}
