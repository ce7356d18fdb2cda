import type { ClaimOf } from "../../../src/claims/claim.ts";
import type { Period } from "../../../src/claims/mention.ts";
import { clocksOf, lastBy, upTo } from "./clocksOf.ts";
import { asOfDays, plusDays } from "./daysOf.ts";
import { numberFits } from "./numberFits.ts";
import { verdictOn, type Way } from "./ways.ts";

/** The last value up to a day over the last before the period; "since Friday" is since Friday's close. */
function gain(market: string, column: string, over: Period, day: string): number | undefined {
  const sinceDay = over.relation === "since" && over.precision === "day";
  const end = lastBy(market, column, over.last < day ? over.last : day);
  const start = upTo(market, column, plusDays(over.first, sinceDay ? 0 : -1))?.at(-1);
  if (!end || !start || end.on <= start.on) return undefined;
  if (over.precision === "day" && !sinceDay && end.on !== day) return undefined;
  return end.value / start.value - 1;
}

/** The verdict on "it has doubled this year", "it fell on Friday". */
export function returnTwin({ over, direction, size }: ClaimOf<"return">, market: string, published: string): string {
  const judge = (found: number | undefined): Way => {
    if (found === undefined) return undefined;
    if (direction === "flat") return Math.abs(found) < 0.01 ? "supported" : Math.abs(found) < 0.02 ? "imprecise" : "contradicted";
    const moved = direction === "up" ? found : -found;
    if (!(moved > 0)) return "contradicted";
    return size ? numberFits(moved, size) : "supported";
  };
  return verdictOn(asOfDays(over, published), (day) => [
    judge(gain(market, "close", over, day)),
    judge(gain(market, "total_return", over, day)),
    ...clocksOf(market)
      .slice(1)
      .map((clock) => judge(gain(clock, "close", over, day))),
  ]);
}

/** The verdict on "silver outpaced gold this year", "bitcoin is the worst performer" of some. */
export function rankingTwin({ over, by, rank }: ClaimOf<"ranking">, markets: readonly string[], published: string): string {
  return verdictOn(asOfDays(over, published), (day) =>
    ["close", "total_return"].map((column): Way => {
      // Bitcoin pays nothing out.
      const [first, ...others] = markets.map((market) => gain(market, market === "BTC" ? "close" : column, over, day));
      if (first === undefined || others.includes(undefined)) return undefined;
      const ahead = Math.min(...others.map((other) => (rank === "worst" ? other! - first : first - other!)));
      if (!(ahead > 0)) return "contradicted";
      return by ? numberFits(ahead, by) : "supported";
    }),
  );
}
