/** Every sequence of outcomes, one by one: the probability of each sum of changes. */
export function rangeOdds(steps: readonly (readonly { changeBp: number; probability: number }[])[]): Map<number, number> {
  const sums = new Map<number, number>();
  const walk = (k: number, sum: number, probability: number): void => {
    const outcomes = steps[k];
    if (!outcomes) {
      sums.set(sum, (sums.get(sum) ?? 0) + probability);
      return;
    }
    for (const outcome of outcomes) walk(k + 1, sum + outcome.changeBp, probability * outcome.probability);
  };
  walk(0, 0, 1);
  return sums;
}

/** The average over the days of a month of a rate that changes once: day by day. */
export function monthAverage({ days, decided, old, next, dayOld }: { days: number; decided: number; old: number; next: number; dayOld: boolean }): number {
  let sum = 0;
  for (let date = 1; date <= days; date++) sum += date < decided || (date === decided && dayOld) ? old : next;
  return sum / days;
}
