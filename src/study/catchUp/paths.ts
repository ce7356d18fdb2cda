import { type LaggardPath, laggardPath } from "../../lag/index.ts";
import { type Gauge, heldMarket, type Markets, SESSIONS_PER_YEAR } from "../../market/index.ts";
import { recordIndices } from "../../num/index.ts";

/** The path of a market as a laggard, its year as long as its calendar's. */
export function pathOf(markets: Markets, id: string, gauge: Gauge): LaggardPath {
  const calendar = heldMarket(markets, id)?.instrument.calendar ?? "XNYS";
  return laggardPath(gauge, { sessionsPerYear: SESSIONS_PER_YEAR[calendar] });
}

/** Day numbers of the records of a market. */
export function recordDays({ record }: Gauge): number[] {
  return recordIndices(record.values).map((index) => record.sessions[index]!);
}

/** The first day on which a market has been held for so many sessions: before, its records are records by construction. */
export function sinceHistory({ level }: Gauge, sessions: number): number {
  return level.sessions[sessions] ?? Number.POSITIVE_INFINITY;
}
