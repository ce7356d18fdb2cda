import { type Day, dayNumber, type Field, quoted, type Series, span, toDay } from "../../../market/index.ts";
// A file, not the room: what a measure says of itself is said once.
import { measured } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Period, Quantity } from "../../mention.ts";
import type { Answer, Judged } from "../../verdict.ts";
import { daysText } from "../figures/daysText.ts";
import { FIELD_WORD } from "../figures/fieldWord.ts";
import { heldIn, isClosed } from "../figures/heldIn.ts";
import { nearPeriod, type Stretch } from "../figures/nearPeriod.ts";
import { amountSaid } from "../figures/numberSaid.ts";
import { rowOf } from "../figures/rowOf.ts";
import type { Days } from "../figures/sessionsIn.ts";
import { seriesUpTo } from "../figures/subjectHeld.ts";
import { fits } from "../verdict/fits.ts";
import { forEachSubject, type OneAnswer } from "../verdict/forEachSubject.ts";
import { dayBefore, type World } from "../world.ts";
import { bestLevel } from "./bestLevel.ts";
import { type Extreme, extremeOf } from "./extremeOf.ts";
import { answered, type Found, needing, onPublication } from "./found.ts";
import { otherUnit } from "./otherUnit.ts";

type LevelClaim = ClaimOf<"level">;

/** Whether a market reached a level, stood above or below it, closed at it or traded at it. The level of an index is not that of a fund on it. */
export function levelCheck(claim: LevelClaim, world: World): Answer {
  return forEachSubject(claim.subjects, world, (id) => levelOf(claim, world, id), { asLevel: true });
}

function levelOf(claim: LevelClaim, world: World, id: string): OneAnswer {
  const needed = otherUnit(claim.level, world, id);
  if (needed !== undefined) return needing(needed);
  if (claim.how === "at") return tradedAt(claim, world, id);
  const asked = claim.how === "closedAt" && claim.on ? lastOf(claim.on, world, id) : (claim.on ?? undated(claim, world, id));
  const ways = waysOf(claim, world, id);
  const tried = ways.map((way) => judge(way, world, id, asked));
  const [conventional] = tried;
  if (typeof conventional === "string") return needing(conventional);
  const found = tried.filter((one) => typeof one === "object");
  if (claim.on === null && claim.how !== "reached" && found[0]?.judged.verdict !== "supported") {
    const today = dayOf(world.published);
    const also = heldIn(world, { id, field: "close" }, today).held && judge(ways[0]!, world, id, today);
    if (typeof also === "object") found.push(onPublication(also));
  }
  return answered(found);
}

/** "Ended 2024 at 93,500" is said of the last close of the year. */
function lastOf(on: Period, world: World, id: string): Stretch {
  const until = on.last < world.published ? on.last : world.published;
  const last = span(seriesUpTo(world, id, "close", until) ?? { sessions: new Int32Array() })?.to;
  return on.first === on.last || last === undefined || last < on.first ? on : dayOf(last);
}

function dayOf(day: Day): Stretch {
  return { first: day, last: day, precision: "day", relation: "in" };
}

/** Without a period: for what was reached all of history, else the last session before the publication. */
function undated({ how }: LevelClaim, world: World, id: string): Stretch {
  const days = span(seriesUpTo(world, id, "close", dayBefore(world))!)!;
  return how === "reached" ? { ...dayOf(days.from), last: world.published } : dayOf(days.to);
}

/** One definition: the range of which fields is held against the level, which then may be a bound. */
interface Way {
  label: string;
  level: Quantity;
  low: Field;
  high: Field;
  /** A state lasts until the next session: on a day without one it is that of the last. */
  lasts: boolean;
}

const WITHIN = 0.01;

function waysOf({ how, level, on }: LevelClaim, { markets }: World, id: string): Way[] {
  const held = markets[id]!.series;
  const extremes: Pick<Way, "low" | "high"> = { low: held.low ? "low" : "close", high: "high" };
  const closes: Pick<Way, "low" | "high"> = { low: "close", high: "close" };
  switch (how) {
    case "reached": {
      // "Reached $130,000" is not said of 126,200: what is rounded up beyond a hundredth was not reached.
      const near: Quantity = { ...level, step: Math.min(level.step, level.value * WITHIN) };
      const between = { label: "between the closes", level: near, lasts: false, ...closes };
      return held.high ? [{ label: "between the session lows and highs", level: near, lasts: false, ...extremes }, between] : [between];
    }
    case "closedAt":
      return [{ label: "close", level, lasts: false, ...closes }];
    case "above":
    case "below": {
      const bounded: Quantity = { ...level, bound: how };
      const close = { label: "close", level: bounded, lasts: true, ...closes };
      const field = how === "above" ? "high" : "low";
      // What is above a level now is said of the last close.
      return held[field] && on ? [close, { label: FIELD_WORD[field], level: bounded, lasts: false, low: field, high: field }] : [close];
    }
    case "at":
      throw new RangeError("invalid how: at has a range of its own");
    default:
      throw new RangeError(`invalid how: ${String(how satisfies never)}`);
  }
}

/** How a level fares under one definition; what is missing where it cannot be judged. */
function judge(way: Way, world: World, id: string, asked: Stretch): Found | string {
  const { published } = world;
  if (asked.first > published) return `figures ${daysText(asked)}: that is after the publication`;
  const days = { first: asked.first, last: asked.last < published ? asked.last : published };
  if (isClosed(world, id, days)) {
    const last = way.lasts ? seriesUpTo(world, id, "close", days.last) : undefined;
    if (last) return judge(way, world, id, dayOf(span(last)!.to));
    return { judged: { label: way.label, verdict: "contradicted", value: null, says: `no session ${daysText(days)}` }, rows: [] };
  }
  const within = tryDays(way, world, id, days);
  if (typeof within === "string") return within;
  if (within.verdict === "supported") return told(way, days.last, within);
  const near = nearPeriod(asked).flatMap((days) => {
    const one = tryDays(way, world, id, days);
    return typeof one === "object" && one.verdict === "supported" ? [one] : [];
  });
  const outside = near[0];
  if (outside) return told(way, published, { ...outside, verdict: "imprecise" }, ", outside the period");
  return told(way, days.last, within);
}

interface Tried {
  verdict: Judged["verdict"];
  shown: Extreme;
  series: Series;
}

function tryDays({ level, low, high }: Way, world: World, id: string, days: Days): Tried | string {
  const lower = heldIn(world, { id, field: low }, days);
  const upper = low === high ? lower : heldIn(world, { id, field: high }, days);
  const missing = lower.absent ?? lower.closed ?? upper.absent ?? upper.closed;
  if (!lower.held || !upper.held) return missing!;
  return tried(level, [extremeOf(lower.held.within, "lowest")!, lower.held.known], [extremeOf(upper.held.within, "highest")!, upper.held.known]);
}

function tried(level: Quantity, [low, lows]: readonly [Extreme, Series], [high, highs]: readonly [Extreme, Series]): Tried {
  const best = bestLevel(level, { low: low.level, high: high.level });
  // The end of the range that is nearer to the level says most of it.
  const nearHigh = Math.abs(high.level - best) <= Math.abs(best - low.level);
  return { verdict: fits(level, best), shown: nearHigh ? high : low, series: nearHigh ? highs : lows };
}

function told({ label, level }: Pick<Way, "label" | "level">, asOf: Day, { verdict, shown, series }: Tried, beside = ""): Found {
  const word = FIELD_WORD[series.field];
  const value = quoted(series, shown.level);
  const definition = `${word} of the days said that is nearest to the level`;
  return {
    judged: {
      label,
      verdict,
      value: measured({ unit: series.unit, asOf, method: "extreme", definition }, value, [series], { on: shown.on }),
      says: `${word} of ${amountSaid(value, series.unit, level.step)} on ${shown.on}${beside}`,
    },
    rows: [rowOf(series, shown.on)],
  };
}

/** Whether a market traded at a level on its last session: between the close before, and the low and the high of the day. */
function tradedAt({ level, on }: LevelClaim, world: World, id: string): OneAnswer {
  const { published } = world;
  if (on && on.first > published) return needing(`figures ${daysText(on)}: that is after the publication`);
  const until = on && on.last < published ? on.last : published;
  const last = seriesUpTo(world, id, "close", until);
  const day = on && on.precision !== "day" && last ? span(last)!.to : until;
  const before = seriesUpTo(world, id, "close", toDay(dayNumber(day) - 1));
  const fields: Field[] = ["close", "low", "high"];
  const today = fields.flatMap((field) => heldIn(world, { id, field }, { first: day, last: day }).held ?? []);
  // A level named of a session that is not held cannot be judged by the close before it.
  if (!before || (on && today.length === 0 && !isClosed(world, id, { first: day, last: day }))) return needing(`figures of ${id} on ${day}`);
  const points = [{ point: { on: span(before)!.to, level: before.values.at(-1)! }, series: before }];
  for (const { within, known } of today) points.push({ point: extremeOf(within, "highest")!, series: known });
  const low = points.reduce((best, one) => (one.point.level < best.point.level ? one : best));
  const high = points.reduce((best, one) => (one.point.level > best.point.level ? one : best));
  const label =
    today.length > 1
      ? "between the close before and the low and high of the day"
      : today.length === 1
        ? "between the close before and that of the day"
        : "the close before";
  return answered([told({ label, level }, day, tried(level, [low.point, low.series], [high.point, high.series]))]);
}
