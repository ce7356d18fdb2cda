/** By how much more often the second of a pair comes after the first than before it, in units of a fair coin's spread. */
export function leadOf({ before, after }: { before: number; after: number }): number {
  return (after - before) / Math.sqrt(Math.max(1, after + before));
}
