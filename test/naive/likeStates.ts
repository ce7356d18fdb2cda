import type { LikeStateOptions, MatchedBase } from "../../src/lag/index.ts";
import type { Gauge } from "../../src/market/index.ts";
import { average, type NaiveYear, naiveRegained, naiveStates } from "./laggard.ts";

/** Positions in a like state: session by session, each condition by itself, spans day by day. */
export function naiveLikeStates(gauge: Gauge, { scaled, band, days, until, leaderRecords = [], except, ...year }: LikeStateOptions & NaiveYear): number[] {
  return naiveStates(gauge, year).flatMap(({ session, below, volatility }, at) => {
    const own = below / (volatility * Math.sqrt(days / 365));
    const [less, more] = own < scaled ? [own, scaled] : [scaled, own];
    const alike = less === more || more / less <= 1 + band;
    const passed = session + days <= until;
    const away = !Array.from(leaderRecords).some((record) => record <= session && session <= record + 7);
    return alike && passed && away && !sharesDay(session, days, except) ? [at] : [];
  });
}

/** Whether one of the `days` days after a session is one of the days after `from`, up to `to`. */
function sharesDay(session: number, days: number, span: { from: number; to: number } | undefined): boolean {
  for (let day = session + 1; day <= session + days; day++) if (span && day > span.from && day <= span.to) return true;
  return false;
}

/** Of the days in a like state the share after which a record came, and how many of these days lie a horizon apart. */
export function naiveMatchedBase(gauges: readonly Gauge[], options: LikeStateOptions & NaiveYear): Pick<MatchedBase, "share" | "days" | "windows"> {
  const outcomes: number[] = [];
  const days: number[] = [];
  for (const gauge of gauges) {
    for (const at of naiveLikeStates(gauge, options)) {
      days.push(gauge.level.sessions[at]!);
      outcomes.push(naiveRegained(gauge, at) - days.at(-1)! <= options.days ? 1 : 0);
    }
  }
  // One calendar for all: a day within the horizon of one taken before is not taken.
  const taken: number[] = [];
  for (const day of days.toSorted((a, b) => a - b)) if (taken.every((earlier) => day - earlier >= options.days)) taken.push(day);
  return { share: average(outcomes), days: outcomes.length, windows: taken.length };
}
