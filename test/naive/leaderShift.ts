import type { Gauge } from "../../src/market/index.ts";
import { naiveRegained, naiveStates } from "./laggard.ts";

interface Options {
  sessions: readonly number[];
  highs: readonly number[];
  below: number;
  days: number;
  until: number;
}

/** For every shift, every high on its own: whether it meets the laggard so far below, and whether a record followed. */
export function naiveShifts(gauge: Gauge, { sessions, highs, below, days, until }: Options): { days: number; successes: number }[] {
  const states = naiveStates(gauge, { sessionsPerYear: 1, window: 2 });
  return sessions.map((_, shift) => {
    const counts = { days: 0, successes: 0 };
    for (const high of highs) {
      const session = sessions[(high + shift) % sessions.length]!;
      const at = gauge.level.sessions.indexOf(session);
      if (at < 0 || !(states[at]!.below >= below) || session + days > until) continue;
      counts.days++;
      if (naiveRegained(gauge, at) <= session + days) counts.successes++;
    }
    return counts;
  });
}
