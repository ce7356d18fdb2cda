import type { ClaimOf } from "../../../src/claims/claim.ts";
import type { Period } from "../../../src/claims/mention.ts";
import { between, clocksOf, heldBetween, lastBy, recordsOf, upTo } from "./clocksOf.ts";
import { asOfDays, endOf, isDay, lengthNamed, plusDays } from "./daysOf.ts";
import { numberFits } from "./numberFits.ts";
import { type Entry, tableOf } from "./tableOf.ts";
import { verdictBy, verdictOn, type Way } from "./ways.ts";

type Claim = ClaimOf<"recordSet">;
interface Kept {
  clock: string;
  column: string;
}

const COLUMN = { close: "close", intraday: "high", "total-return": "total_return" } as const;

/** The ways in which a market's records are kept, that which the claim says first. Bitcoin pays nothing out. */
function keptWays(market: string, basis: Claim["basis"]): Kept[] {
  const said = COLUMN[basis === null || (market === "BTC" && basis === "total-return") ? "close" : basis];
  const own = [said, ...Object.values(COLUMN).filter((column) => column !== said)].map((column) => ({ clock: market, column }));
  const others = clocksOf(market)
    .slice(1)
    .map((clock) => ({ clock, column: "close" }));
  return [...own, ...others];
}

/** The verdict on "it set a record", "it has set none", "its fifth this year". */
export function recordTwin(claim: Claim, market: string, published: string): string {
  const { on, count, basis } = claim;
  const ways = keptWays(market, basis);
  if (count) return on && on.precision !== "day" ? verdictOn(asOfDays(on, published), (day) => [counted(claim, ways[0]!, on, day)]) : "not-checkable";
  if (on) {
    // Closed is closed by every definition.
    const closed = heldBetween(market, "close", on.first, on.last < published ? on.last : published)?.length === 0;
    return verdictBy((closed ? [{ clock: market, column: "close" }] : ways).map((kept) => inPeriod(claim, kept, on, published)));
  }
  return verdictOn([plusDays(published, -1), published], (day, isSecond) =>
    (isSecond ? ways.slice(0, 1) : ways).map((kept): Way => {
      const last = lastBy(kept.clock, kept.column, day);
      if (!last || (isSecond && last.on !== day)) return undefined;
      return highsIn(claim, kept, last.on, last.on).length > 0 === !claim.negated ? "supported" : "contradicted";
    }),
  );
}

function counted(claim: Claim, { clock, column }: Kept, on: Period, day: string): Way {
  if (!heldBetween(clock, column, on.first, day)?.length) return undefined;
  return numberFits(highsIn(claim, { clock, column }, on.first, on.last < day ? on.last : day).length, claim.count!);
}

function inPeriod(claim: Claim, kept: Kept, on: Period, published: string): Way {
  const [first, last] = claim.negated ? deniedDays(on, published) : [on.first, on.last < published ? on.last : published];
  if (!heldBetween(kept.clock, kept.column, first, last)) return undefined;
  if (!hasHistory(claim, kept, last)) return undefined;
  const is = highsIn(claim, kept, first, last).length > 0;
  if (claim.negated) return is ? "contradicted" : "supported";
  if (is) return "supported";
  const length = lengthNamed(on);
  const latest = plusDays(on.last, length);
  return highsIn(claim, kept, plusDays(on.first, -length), latest < published ? latest : published).length > 0 ? "imprecise" : "contradicted";
}

/** Whether a day of a period has a window before it that is full. */
function hasHistory({ weeks }: Claim, { clock, column }: Kept, last: string): boolean {
  return weeks === null || plusDays(tableOf(clock)[column]![0]!.on, 7 * weeks) <= last;
}

/** "Since October" denies what came after October, and what is denied is known up to the day before P. */
function deniedDays(on: Period, published: string): [string, string] {
  if (isDay(on)) return [on.first, on.last];
  const after = on.relation === "since" ? endOf(on.first, on.precision) : on.first;
  const first = after <= published ? after : on.first;
  const before = plusDays(published, -1);
  const last = on.last < before ? on.last : before;
  return first <= last ? [first, last] : [first, published];
}

/** The sessions of some days with a value strictly above all earlier ones, or all those of the weeks before; the first of a history is none. */
function highsIn({ weeks }: Claim, { clock, column }: Kept, from: string, to: string): Entry[] {
  const entries = upTo(clock, column, to) ?? [];
  if (weeks === null) return between(recordsOf(entries).slice(1), from, to);
  return entries.filter(({ on, value }, i) => {
    if (on < from) return false;
    const earliest = plusDays(on, -7 * weeks);
    const before = entries.slice(Math.max(0, i - 7 * weeks), i).filter((one) => one.on >= earliest);
    return tableOf(clock)[column]![0]!.on <= earliest && before.every((one) => one.value < value);
  });
}
