// Slow and obvious: for each value look at everything before it.
export function naiveRecordIndices(values: readonly number[]): number[] {
  return values.flatMap((value, t) => (!Number.isNaN(value) && values.slice(0, t).every((earlier) => Number.isNaN(earlier) || earlier < value) ? [t] : []));
}

export function naiveDrawdowns(values: readonly number[]): number[] {
  return values.map((value, t) => (Number.isNaN(value) ? Number.NaN : value / Math.max(...values.slice(0, t + 1).filter((one) => !Number.isNaN(one))) - 1));
}
