import { plusDays } from "./daysOf.ts";
import { type Entry, tableOf } from "./tableOf.ts";

/** The market itself, then its other clocks. */
export function clocksOf(market: string): string[] {
  return market === "BTC" ? ["BTC", "BTC-NY16"] : [market];
}

/** The entries of a column up to a day, where the market has that column; empty before its history. */
export function upTo(market: string, column: string, day: string): readonly Entry[] | undefined {
  const entries = tableOf(market)[column];
  return entries?.slice(0, entries.findLastIndex(({ on }) => on <= day) + 1);
}

/** The entries strictly above all before them, found by the highest so far. */
export function recordsOf(entries: readonly Entry[]): Entry[] {
  let best = -Infinity;
  return entries.filter(({ value }) => {
    const higher = value > best;
    if (higher) best = value;
    return higher;
  });
}

/** The highest entry; of equal ones the first. */
export function highestOf(entries: readonly Entry[]): Entry | undefined {
  return recordsOf(entries).at(-1);
}

/** The lowest entry; of equal ones the first. */
export function lowestOf(entries: readonly Entry[]): Entry | undefined {
  const turned = highestOf(entries.map(({ on, value }) => ({ on, value: -value })));
  return turned && { on: turned.on, value: -turned.value };
}

/** The entries between two days, both included. */
export function between(entries: readonly Entry[], from: string, to: string): Entry[] {
  return entries.filter(({ on }) => on >= from && on <= to);
}

/** What is held of some days: undefined where the figures lack, none where the market was closed. */
export function heldBetween(market: string, column: string, from: string, to: string): Entry[] | undefined {
  const entries = tableOf(market)[column];
  if (!entries?.length) return undefined;
  const found = between(entries, from, to);
  const begun = found.length > 0 || entries[0]!.on < from;
  return begun && plusDays(entries.at(-1)!.on, 4) >= to ? found : undefined;
}

/** The last entry up to a day; figures of more than a long weekend ago say nothing of it. */
export function lastBy(market: string, column: string, day: string): Entry | undefined {
  const last = upTo(market, column, day)?.at(-1);
  return last && plusDays(last.on, 4) >= day ? last : undefined;
}
