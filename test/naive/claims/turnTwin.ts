import type { ClaimOf } from "../../../src/claims/claim.ts";
import { clocksOf, heldBetween, highestOf, lowestOf } from "./clocksOf.ts";
import { lengthNamed, plusDays } from "./daysOf.ts";
import { numberFits } from "./numberFits.ts";
import { tableOf } from "./tableOf.ts";
import { verdictBy, type Way } from "./ways.ts";

const BESIDE = 30; // days

/** The verdict on "it peaked in November", "it bottomed on the 21st". */
export function turnTwin({ turn, on, level }: ClaimOf<"turn">, market: string, published: string): string {
  const intraday = turn === "peak" ? "high" : "low";
  const own = level && tableOf(market)[intraday] ? [intraday, "close"] : ["close", intraday];
  const others = clocksOf(market)
    .slice(1)
    .map((clock) => ({ clock, column: "close" }));
  const until = (day: string) => (day < published ? day : published);
  const way = ({ clock, column }: { clock: string; column: string }): Way => {
    if (!heldBetween(clock, column, on.first, until(on.last))) return undefined;
    const around = heldBetween(clock, column, plusDays(on.first, -BESIDE), until(plusDays(on.last, BESIDE)));
    if (!around?.length) return undefined;
    const found = turn === "peak" ? highestOf(around)! : lowestOf(around)!;
    const inside = found.on >= on.first && found.on <= on.last;
    const near = found.on >= plusDays(on.first, -lengthNamed(on)) && found.on <= plusDays(on.last, lengthNamed(on));
    const size = level ? numberFits(found.value, level) : "supported";
    if (inside) return size;
    // A wrong day and a wrong number together are not close.
    return near && size === "supported" ? "imprecise" : "contradicted";
  };
  return verdictBy([...own.map((column) => ({ clock: market, column })), ...others].map(way));
}
