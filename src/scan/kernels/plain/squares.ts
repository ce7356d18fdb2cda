/** The sum of the squares of counts. */
export function squares(counts: Uint16Array): number {
  let sum = 0;
  for (const count of counts) sum += count * count;
  return sum;
}
