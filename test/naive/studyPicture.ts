/** Closes by their days, ascending, as a table would hold them. */
export type Closes = readonly (readonly [day: string, close: number])[];

const DAY = 86_400_000;

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}

function highestThrough(closes: Closes, day: string): number {
  return Math.max(...closes.filter(([on]) => on <= day).map(([, close]) => close));
}

/** Days on which a close lies above every close before it. */
export function naiveRecordDays(closes: Closes): string[] {
  const days: string[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  for (const [day, close] of closes) {
    if (close > highest) days.push(day);
    highest = Math.max(highest, close);
  }
  return days;
}

/** Row by row: how many days after the onset, and how far below the highest close up to that very row. */
export function naiveCasePath(closes: Closes, onset: string, end: string): { days: number[]; values: number[] } {
  const rows = closes.filter(([day]) => day >= onset && day <= end);
  return { days: rows.map(([day]) => daysBetween(onset, day)), values: rows.map(([day, close]) => close / highestThrough(closes, day) - 1) };
}

/** Both from one hundred at the first day from a day on that is in both tables, on the rows of the leader. */
export function naiveRebased(leader: Closes, laggard: Closes, from: string): { sessions: string[]; values: (number | null)[][] } {
  const other = new Map(laggard);
  const rows = leader.filter(([day]) => day >= from);
  const first = rows.findIndex(([day]) => other.has(day));
  const shown = rows.slice(first);
  const [[day, start]] = shown as [[string, number]];
  return {
    sessions: shown.map(([on]) => on),
    values: [shown.map(([, close]) => (100 * close) / start), shown.map(([on]) => (other.has(on) ? (100 * other.get(on)!) / other.get(day)! : null))],
  };
}

/** Pairs of log returns from one row of the leader to the next, where the laggard has both, by the day they end on. */
export function naiveSharedReturns(leader: Closes, laggard: Closes): [day: string, leader: number, laggard: number][] {
  const other = new Map(laggard);
  const begun = leader[0]![0] > laggard[0]![0] ? leader[0]![0] : laggard[0]![0];
  const rows = leader.filter(([day]) => day >= begun);
  return rows.flatMap(([day, close], k): [string, number, number][] => {
    const before = rows[k - 1];
    if (!before || !other.has(day) || !other.has(before[0])) return [];
    return [[day, Math.log(close / before[1]), Math.log(other.get(day)! / other.get(before[0])!)]];
  });
}

/** The last day of each month in a list of days. */
export function naiveMonthEnds(days: readonly string[]): string[] {
  return days.filter((day, k) => days[k + 1]?.slice(0, 7) !== day.slice(0, 7));
}
