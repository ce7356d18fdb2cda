/** The mean of the last values, by cutting them out. */
export function naiveTrailingMean(values: readonly number[], window: number): number {
  const last = values.slice(-window);
  return last.reduce((sum, value) => sum + value, 0) / last.length;
}

/** The median of the last values, by sorting them. */
export function naiveTrailingMedian(values: readonly number[], window: number): number {
  const last = values.slice(-window).toSorted((a, b) => a - b);
  if (last.length === 0) return Number.NaN;
  return (last[Math.floor((last.length - 1) / 2)]! + last[Math.ceil((last.length - 1) / 2)]!) / 2;
}

/** Sessions on which two columns of positive levels differ from their usual ratio: every list made anew for every session. */
export function naiveDisagreements(ours: ReadonlyMap<number, number>, theirs: ReadonlyMap<number, number>): number[] {
  const common = [...ours.keys()].filter((session) => theirs.has(session));
  const apart = common.map((session) => Math.log(ours.get(session)! / theirs.get(session)!));
  const off = apart.map((one, k) => (k < 5 ? Number.NaN : one - naiveTrailingMedian(apart.slice(0, k), 21)));
  return common.filter((_, k) => {
    const before = off.slice(5, k).map(Math.abs);
    const scatter = before.length < 5 ? 0 : naiveTrailingMedian(before, 63);
    return Math.abs(off[k]!) > Math.max(0.005, 4 * scatter);
  });
}
