/** A value of a long list with so many decimals, which would otherwise only make the file longer; null = none. */
export function rounded(value: number, decimals = 6): number | null {
  const scale = 10 ** decimals;
  return Number.isNaN(value) ? null : Math.round(value * scale) / scale + 0;
}
