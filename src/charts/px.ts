/** A length in pixels as it is written: to a tenth, which no eye and no printer resolves. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
