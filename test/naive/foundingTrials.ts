/** Closes by their days, as a table would hold them. */
export type Closes = readonly (readonly [day: string, close: number])[];

interface Options {
  laggardBelow: number;
  leaderFalls: number;
  days: number;
  until: string;
}

interface Trial {
  onset: string;
  outcome: number;
  overlaps: boolean;
}

/** Every trial of a pair, read off two tables row by row, with dates as text. */
export function foundingTrials(leader: Closes, laggard: Closes, { laggardBelow, leaderFalls, days, until }: Options): Trial[] {
  const trials: Trial[] = [];
  const [leaderOn, laggardOn] = [new Map(leader), new Map(laggard)];
  let countedTo = "";
  let open = false;
  for (const day of everyDay(leader[0]![0], until)) {
    const lead = leaderOn.get(day);
    const lag = laggardOn.get(day);
    const leadBefore = highestBefore(leader, day);
    const lagBefore = highestBefore(laggard, day);
    const leadHigh = Math.max(leadBefore, lead ?? 0);
    if (open) {
      const caughtUp = lag !== undefined && lag > lagBefore;
      const rolledOver = lead !== undefined && lead <= leadHigh * (1 - leaderFalls);
      if (caughtUp || rolledOver) open = false;
      continue;
    }
    if (lead === undefined || lag === undefined || lead <= leadBefore || lag > lagBefore * (1 - laggardBelow)) continue;
    open = true;
    const end = later(day, days);
    const record = laggard.find(([on, close]) => on > day && on <= end && close > highestBefore(laggard, on));
    const overlaps = day < countedTo;
    if (!overlaps) countedTo = end;
    trials.push({ onset: day, outcome: end > until ? Number.NaN : record ? 1 : 0, overlaps });
  }
  return trials;
}

const highs = new WeakMap<Closes, Map<string, number>>();

/** The highest close on a day before this one; found once for each day of a table and the day after its last. */
function highestBefore(closes: Closes, day: string): number {
  let known = highs.get(closes);
  if (!known) {
    known = new Map();
    let highest = 0;
    let next = 0;
    for (const one of everyDay("2000-01-01", later(closes.at(-1)![0], 1))) {
      known.set(one, highest);
      if (closes[next]?.[0] === one) highest = Math.max(highest, closes[next++]![1]);
    }
    highs.set(closes, known);
  }
  return known.get(day)!;
}

function everyDay(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = later(day, 1)) days.push(day);
  return days;
}

function later(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
