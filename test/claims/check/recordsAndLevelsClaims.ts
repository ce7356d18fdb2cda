import type { ClaimOf } from "../../../src/claims/claim.ts";
import type { Period } from "../../../src/claims/mention.ts";
import { dayNumber, toDay } from "../../../src/market/index.ts";
import { seeded } from "../../../src/num/index.ts";
import { claimOf, days, number, of } from "./claimsSaid.ts";

type Checked = ClaimOf<"recordSet" | "nearRecord" | "distance" | "level" | "turn">;

/** Some claim on some market, as an article of a day might make it; of the same seed the same. */
export function someClaim(seed: number, published: string): Checked {
  const uniform = seeded(seed);
  const pick = <T>(...from: T[]): T => from[Math.floor(uniform() * from.length)]!;
  const subjects = of(pick("IWM", "BTC", "GLD", "SPY"));
  const on = somePeriod(uniform, published);
  const size = number(Math.floor(uniform() * 40) / 100, "ratio", 0.01, { bound: pick("exact", "about", "almost", "above", "below") });
  const level = number(Math.floor(20 + uniform() * 600) * pick(1, 100), "USD", pick(1, 100));
  const maybe = <T>(one: T): T | null => pick(one, null);
  switch (pick("recordSet", "nearRecord", "distance", "level", "turn")) {
    case "recordSet":
      return claimOf("recordSet", {
        subjects,
        on: maybe(on),
        basis: pick(null, null, "close", "intraday", "total-return"),
        negated: pick(false, false, true),
        weeks: pick(null, null, 52),
        count: pick(null, null, number(3, "none", 1)),
        straight: pick(false, true),
      });
    case "nearRecord":
      return claimOf("nearRecord", { subjects, on: maybe(on), within: maybe(size) });
    case "distance":
      return claimOf("distance", { subjects, size, recordIn: pick(null, null, on), on: maybe(on) });
    case "level":
      return claimOf("level", { subjects, level, how: pick("reached", "closedAt", "above", "below", "at"), on: maybe(on) });
    case "turn":
    default:
      return claimOf("turn", { subjects, turn: pick("peak", "trough"), on, level: pick(null, null, level) });
  }
}

const LENGTH = { day: 1, week: 7, part: 10, month: 31, quarter: 92, year: 365, years: 1000 } as const;

function somePeriod(uniform: () => number, published: string): Period {
  const precision = (Object.keys(LENGTH) as Period["precision"][])[Math.floor(uniform() * 7)]!;
  const last = dayNumber(published) + Math.floor(uniform() * 80) - 70;
  const since = uniform() < 0.2;
  return days(toDay(last - LENGTH[precision] + 1), since ? published : toDay(last), precision, {
    relation: since ? "since" : "in",
    future: last - LENGTH[precision] >= dayNumber(published),
  });
}
