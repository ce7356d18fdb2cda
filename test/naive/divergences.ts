import type { Divergence, DivergenceOptions } from "../../src/lag/index.ts";
import type { Gauge, Series } from "../../src/market/index.ts";

/** A state machine that walks calendar day by calendar day and looks everything up afresh on each. */
export function naiveDivergences({ leader, laggard, laggardBelow, leaderFalls }: { leader: Gauge; laggard: Gauge } & DivergenceOptions): Divergence[] {
  const first = Math.min(...leader.level.sessions, ...laggard.level.sessions);
  const last = Math.max(...leader.level.sessions, ...laggard.level.sessions);
  const cases: (Divergence & { on: number })[] = [];
  for (let day = first; day <= last; day++) {
    const open = cases.find(({ resolution }) => resolution === "open");
    const lead = valueOn(leader.level, day);
    const lag = valueOn(laggard.level, day);
    const leaderSets = valueOn(leader.record, day) > highest(leader.record, day - 1);
    const laggardSets = valueOn(laggard.record, day) > highest(laggard.record, day - 1);
    if (open) {
      if (!Number.isNaN(lead)) open.sessions++;
      if (!Number.isNaN(lead) && lead <= highest(leader.record, day) * (1 - leaderFalls) * (1 + 1e-12)) close(open, "rollOver", day);
      else if (laggardSets) close(open, "catchUp", day);
      continue;
    }
    if (Number.isNaN(lag) || !leaderSets) continue;
    if (lag <= highest(laggard.record, day) * (1 - laggardBelow) * (1 + 1e-12)) {
      cases.push({ on: day, onset: iso(day), laggardDistance: lag / highest(laggard.record, day) - 1, resolution: "open", resolvedOn: null, sessions: 0 });
    }
  }
  return cases.map(({ on: _, ...one }) => one);
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
