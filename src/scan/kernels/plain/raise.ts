/** Raises each `most` to (count - mean) * scale where that is more; what is no number raises nothing. */
export function raise(counts: Uint16Array, mean: number, scale: number, most: Float64Array): void {
  for (let s = 0; s < counts.length; s++) {
    const value = (counts[s]! - mean) * scale;
    if (value > most[s]!) most[s] = value;
  }
}
