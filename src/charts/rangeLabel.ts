/** A target range in basis points as people quote it in percent: "3.50–3.75". */
export function rangeLabel({ lowerBp, upperBp }: { lowerBp: number; upperBp: number }): string {
  return `${(lowerBp / 100).toFixed(2)}–${(upperBp / 100).toFixed(2)}`;
}
