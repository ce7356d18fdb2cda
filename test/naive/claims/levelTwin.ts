import type { ClaimOf } from "../../../src/claims/claim.ts";
import type { Period, Quantity } from "../../../src/claims/mention.ts";
import { heldBetween, highestOf, lastBy, lowestOf, upTo } from "./clocksOf.ts";
import { lengthNamed, plusDays } from "./daysOf.ts";
import { numberFits, rangeFits } from "./numberFits.ts";
import { tableOf } from "./tableOf.ts";
import { verdictBy, verdictOn, type Way } from "./ways.ts";

type Claim = ClaimOf<"level">;
type Columns = readonly [low: string, high: string];

const CLOSES: Columns = ["close", "close"];

/** The verdict on a level reached, held, lost, closed at, traded at. */
export function levelTwin(claim: Claim, market: string, published: string): string {
  const { how, on } = claim;
  const level: Quantity = how === "above" || how === "below" ? { ...claim.level, bound: how } : claim.level;
  if (how === "at") return at(claim, market, published);
  if (how === "reached") {
    // What is rounded up beyond a hundredth was not reached.
    const near = { ...level, step: Math.min(level.step, level.value * 0.01) };
    const ways = tableOf(market).high ? [["low", "high"] as const, CLOSES] : [CLOSES];
    return verdictBy(ways.map((columns) => (on ? inPeriod(near, columns, market, on, published) : between(near, columns, market, ["0000-01-01", published]))));
  }
  if (on === null) {
    return verdictOn([plusDays(published, -1), published], (day, isSecond) => {
      const last = lastBy(market, "close", day);
      return [isSecond && last?.on !== day ? undefined : numberFits(last?.value, level)];
    });
  }
  if (how === "closedAt") {
    const until = on.last < published ? on.last : published;
    const closes = heldBetween(market, "close", on.first, until);
    return verdictBy([closes && (closes.length > 0 ? numberFits(closes.at(-1)!.value, level) : "contradicted")]);
  }
  const first = stands(level, market, on, published) ?? inPeriod(level, CLOSES, market, on, published);
  const column = how === "above" ? "high" : "low";
  return verdictBy([first, tableOf(market)[column] && inPeriod(level, [column, column], market, on, published)]);
}

/** A market that was closed stands above or below a level where its last session left it. */
function stands(level: Quantity, market: string, on: Period, published: string): Way {
  const until = on.last < published ? on.last : published;
  const closed = heldBetween(market, "close", on.first, until)?.length === 0;
  return closed && (level.bound === "above" || level.bound === "below") ? numberFits(lastBy(market, "close", until)?.value, level) : undefined;
}

/** By the values of the period, or beside it. */
function inPeriod(level: Quantity, columns: Columns, market: string, on: Period, published: string): Way {
  const until = (day: string) => (day < published ? day : published);
  const within = between(level, columns, market, [on.first, until(on.last)]);
  if (within !== "contradicted") return within;
  const length = lengthNamed(on);
  const before = between(level, columns, market, [plusDays(on.first, -length), plusDays(on.first, -1)]);
  const after = between(level, columns, market, [plusDays(on.last, 1), until(plusDays(on.last, length))]);
  return length > 0 && (before === "supported" || after === "supported") ? "imprecise" : within;
}

function between(level: Quantity, [low, high]: Columns, market: string, [from, to]: readonly [string, string]): Way {
  const lows = from === "0000-01-01" ? upTo(market, low, to) : heldBetween(market, low, from, to);
  const highs = from === "0000-01-01" ? upTo(market, high, to) : heldBetween(market, high, from, to);
  if (!lows || !highs) return undefined;
  return lows.length === 0 ? "contradicted" : rangeFits(lowestOf(lows)!.value, highestOf(highs)!.value, level);
}

/** Between the close before a day and its low and high; of a longer time of its last session. */
function at({ level, on }: Claim, market: string, published: string): string {
  const until = on && on.last < published ? on.last : published;
  const day = on && on.precision !== "day" ? (lastBy(market, "close", until)?.on ?? until) : until;
  const before = lastBy(market, "close", plusDays(day, -1));
  const today = ["close", "low", "high"].flatMap((column) => heldBetween(market, column, day, day) ?? []);
  const values = [...(before ? [before] : []), ...today].map(({ value }) => value);
  return verdictBy([values.length > 0 ? rangeFits(Math.min(...values), Math.max(...values), level) : undefined]);
}
