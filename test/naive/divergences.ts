import type { Divergence, DivergenceOptions } from "../../src/lag/index.ts";
import type { Gauge, Series } from "../../src/market/index.ts";

/** A state machine that walks calendar day by calendar day and looks everything up afresh on each. */
export function naiveDivergences({ leader, laggard, laggardBelow, leaderFalls, leaderWithin = 0 }: { leader: Gauge; laggard: Gauge } & DivergenceOptions): {
  cases: Divergence[];
  missing: number;
} {
  const first = Math.min(...leader.level.sessions, ...laggard.level.sessions);
  const last = Math.max(...leader.level.sessions, ...laggard.level.sessions);
  const cases: Divergence[] = [];
  let missing = 0;
  for (let day = first; day <= last; day++) {
    const open = cases.find(({ resolution }) => resolution === "open");
    const lead = valueOn(leader.level, day);
    const lag = valueOn(laggard.level, day);
    const leaderFell = isBelow(lead, highest(leader.record, day), leaderFalls);
    const laggardSets = sets(laggard.record, day);
    if (open) {
      if (!Number.isNaN(lead)) open.sessions++;
      open.tied = leaderFell && laggardSets;
      if (leaderFell) close(open, "rollOver", day);
      else if (laggardSets) close(open, "catchUp", day);
      continue;
    }
    if (Number.isNaN(lead)) continue;
    const record = leader.record.sessions.findLast((session) => session <= day && sets(leader.record, session)) ?? Number.NaN;
    const sessionsSince = leader.level.sessions.filter((session) => session > record && session <= day).length;
    if (sets(leader.record, day) && Number.isNaN(lag) && highest(laggard.record, day) > 0) missing++;
    if (Number.isNaN(record) || sessionsSince > leaderWithin || leaderFell || !isBelow(lag, highest(laggard.record, day), laggardBelow)) continue;
    const laggardDistance = lag / highest(laggard.record, day) - 1;
    cases.push({ onset: iso(day), laggardDistance, resolution: "open", resolvedOn: null, sessions: 0, tied: false });
  }
  return { cases, missing };
}

function isBelow(value: number, record: number, by: number): boolean {
  return record > 0 && value / record - 1 <= -by + 1e-12;
}

function sets(series: Series, day: number): boolean {
  return valueOn(series, day) > highest(series, day - 1);
}

function close(one: Divergence, resolution: "catchUp" | "rollOver", day: number): void {
  one.resolution = resolution;
  one.resolvedOn = iso(day);
}

function valueOn(series: Series, day: number): number {
  const at = series.sessions.indexOf(day);
  return at < 0 ? Number.NaN : series.values[at]!;
}

function highest(series: Series, day: number): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...[...series.values].filter((value, k) => series.sessions[k]! <= day && !Number.isNaN(value)));
}

function iso(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
