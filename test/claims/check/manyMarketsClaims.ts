import type { ClaimOf } from "../../../src/claims/claim.ts";
import type { Period } from "../../../src/claims/mention.ts";
import { dayNumber, toDay } from "../../../src/market/index.ts";
import { seeded } from "../../../src/num/index.ts";
import { claimOf, days, number, of } from "./claimsSaid.ts";

type Checked = ClaimOf<"coincidence" | "firstSince" | "outOfStep" | "return" | "ranking">;

const LENGTH = { day: 1, week: 7, part: 10, month: 31, quarter: 92, year: 365, years: 1000 } as const;

/** Some claim on two markets, as an article of a day might make it; of the same seed the same. */
export function someClaim(seed: number, published: string): Checked {
  const uniform = seeded(seed);
  const pick = <T>(...from: T[]): T => from[Math.floor(uniform() * from.length)]!;
  const [one, other] = pick<[string, string]>(["IWM", "BTC"], ["BTC", "IWM"], ["SLV", "GLD"], ["SPY", "BTC"]);
  const maybe = <T>(value: T): T | null => pick(value, null);
  const somePeriod = (): Period => {
    const precision = pick(...(Object.keys(LENGTH) as Period["precision"][]));
    const last = dayNumber(published) + Math.floor(uniform() * 80) - 70;
    const relation = pick<Period["relation"]>("in", "in", "since", "past", "until");
    const end = relation === "since" || relation === "past" ? dayNumber(published) : last;
    return days(toDay(last - LENGTH[precision] + 1), toDay(Math.max(end, last - LENGTH[precision] + 1)), precision, { relation });
  };
  const kind = pick<Checked["kind"]>("coincidence", "firstSince", "outOfStep", "return", "ranking");
  switch (kind) {
    case "coincidence":
      return claimOf("coincidence", {
        subjects: of(one, other),
        what: pick("highs", "highs", "lows"),
        often: pick("once", "once", "usually", "always", "sometimes", "rarely"),
        on: maybe(somePeriod()),
      });
    case "firstSince":
      return claimOf("firstSince", {
        event: pick("recordWithout", "record", "longestWithout"),
        subjects: of(one, other),
        since: maybe(somePeriod()),
        inYears: maybe(number(Math.floor(1 + uniform() * 6), pick("years", "months", "weeks", "days"), 1)),
        ever: false,
      });
    case "outOfStep":
      return claimOf("outOfStep", { subjects: of(...pick([one], [one, other])), negated: pick(true, false), on: maybe(somePeriod()) });
    case "return":
      return claimOf("return", {
        subjects: of(one),
        direction: pick("up", "down", "flat"),
        size: maybe(number(Math.floor(uniform() * 30) / 100, "ratio", 0.01, { bound: pick("exact", "about", "almost", "above", "below") })),
        over: somePeriod(),
      });
    case "ranking":
      return claimOf("ranking", { ahead: 1, subjects: of(one, other), rank: pick("above", "best", "worst"), over: somePeriod(), by: null });
    default:
      throw new RangeError(`invalid kind: ${String(kind satisfies never)}`);
  }
}
