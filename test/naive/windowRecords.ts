/** Scan back from each value over the whole window. */
export function naiveWindowRecords(values: readonly number[], { window, of }: { window: number; of: "highs" | "lows" }): number[] {
  const first = values.findIndex((value) => !Number.isNaN(value));
  return values.flatMap((value, i) => {
    if (Number.isNaN(value) || i < first + window) return [];
    const before = values.slice(i - window, i).filter((earlier) => !Number.isNaN(earlier));
    return before.every((earlier) => (of === "highs" ? value > earlier : value < earlier)) ? [i] : [];
  });
}
