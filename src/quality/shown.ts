/** A level as a reason shows it: no more digits than a reader compares. */
export function shownLevel(level: number): string {
  return String(Number(level.toPrecision(7)));
}

/** A share as a reason shows it. */
export function shownPercent(share: number): string {
  return `${(100 * Math.abs(share)).toFixed(2)} %`;
}
