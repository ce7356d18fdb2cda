/** The next position after i that takes part; -1 when there is none. */
export function nextUsable(usable: Uint8Array, i: number): number {
  for (let next = i + 1; next < usable.length; next++) if (usable[next] === 1) return next;
  return -1;
}
