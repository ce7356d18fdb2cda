export interface Case {
  time: number;
  event: number;
}

const atRisk = (cases: readonly Case[], t: number) => cases.filter(({ time }) => time >= t).length;
const endingAt = (cases: readonly Case[], t: number, kind?: number) =>
  cases.filter(({ time, event }) => time === t && (kind === undefined ? event > 0 : event === kind)).length;
const timesUpTo = (cases: readonly Case[], t: number) => [...new Set(cases.map(({ time }) => time))].filter((time) => time <= t);

/** The product over the times so far of the share that passes each. */
export function naiveSurvival(cases: readonly Case[], t: number): number {
  return timesUpTo(cases, t).reduce((product, time) => product * (1 - endingAt(cases, time) / atRisk(cases, time)), 1);
}

/** The chance to come as far as each time, times the share that has the event then. */
export function naiveIncidence(cases: readonly Case[], t: number, kind: number): number {
  return timesUpTo(cases, t).reduce((sum, time) => {
    const before = naiveSurvival(cases, Math.max(Number.NEGATIVE_INFINITY, ...timesUpTo(cases, time).filter((one) => one < time)));
    return sum + (before * endingAt(cases, time, kind)) / atRisk(cases, time);
  }, 0);
}

/** Greenwood's formula. */
export function naiveStandardError(cases: readonly Case[], t: number): number {
  const terms = timesUpTo(cases, t).map((time) => {
    const [n, d] = [atRisk(cases, time), endingAt(cases, time)];
    return d / (n * (n - d));
  });
  return naiveSurvival(cases, t) * Math.sqrt(terms.reduce((sum, term) => sum + term, 0));
}
