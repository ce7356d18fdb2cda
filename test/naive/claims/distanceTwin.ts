import type { ClaimOf } from "../../../src/claims/claim.ts";
import { clocksOf, highestOf, lastBy, upTo } from "./clocksOf.ts";
import { asOfDays } from "./daysOf.ts";
import { numberFits } from "./numberFits.ts";
import type { Entry } from "./tableOf.ts";
import { verdictOn, type Way } from "./ways.ts";

interface Below {
  size: number; // 0.27
  on: string; // day of the record
}

/** How far a market's last value up to a day lies below the highest of some entries. */
function below(market: string, column: string, record: readonly Entry[] | undefined, day: string): Below | undefined {
  const last = lastBy(market, column, day);
  const high = record && highestOf(record);
  return last && high && { size: 1 - last.value / high.value, on: high.on };
}

/** Close against the record close and the intraday record, the market's own clock first. */
function byClose(market: string, day: string): (Below | undefined)[] {
  return clocksOf(market).flatMap((clock) => [
    below(clock, "close", upTo(clock, "close", day), day),
    lastBy(market, "high", day) && below(clock, "close", upTo(market, "high", day), day),
  ]);
}

/** The verdict on "it is so far below its record". */
export function distanceTwin({ on, size, recordIn }: ClaimOf<"distance">, market: string, published: string): string {
  return verdictOn(asOfDays(on, published), (day, isSecond) => {
    const found = [...byClose(market, day), below(market, "total_return", upTo(market, "total_return", day), day)];
    return (isSecond ? found.slice(0, 1) : found).map((one): Way => {
      const inPeriod = !one || !recordIn || (one.on >= recordIn.first && one.on <= recordIn.last);
      return inPeriod ? numberFits(one?.size, size) : "contradicted";
    });
  });
}

/** The verdict on "it is just below its record", and "within 3 % of it". */
export function nearTwin({ on, within }: ClaimOf<"nearRecord">, market: string, published: string): string {
  const days = asOfDays(on, published);
  if (within === null) {
    const just = (day: string, most: number): Way => {
      const close = byClose(market, day)[0];
      return close && (close.size < most ? "supported" : "contradicted");
    };
    return verdictOn(days, (day) => [just(day, 0.02), just(day, 0.05), just(day, 0.1)], false);
  }
  return verdictOn(days, (day, isSecond) => {
    const ways = byClose(market, day).map((one) => numberFits(one?.size, { ...within, bound: "below" }));
    return isSecond ? ways.slice(0, 1) : ways;
  });
}
