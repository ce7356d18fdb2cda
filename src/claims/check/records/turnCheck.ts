import { dayNumber, type Field, quoted, toDay } from "../../../market/index.ts";
// A file, not the room: what a measure says of itself is said once.
import { measured } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Answer, Judged } from "../../verdict.ts";
import { type Clock, clocksOf } from "../figures/clocksOf.ts";
import { daysText } from "../figures/daysText.ts";
import { FIELD_WORD } from "../figures/fieldWord.ts";
import { heldIn } from "../figures/heldIn.ts";
import { lengthOf } from "../figures/nearPeriod.ts";
import { amountSaid } from "../figures/numberSaid.ts";
import { rowOf } from "../figures/rowOf.ts";
import { fits } from "../verdict/fits.ts";
import { forEachSubject, type OneAnswer } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { extremeOf } from "./extremeOf.ts";
import { answered, type Found, needing } from "./found.ts";
import { otherUnit } from "./otherUnit.ts";

type TurnClaim = ClaimOf<"turn">;

// A turn is one beside what came before and after it: the highest of November alone says nothing of a peak.
const BESIDE = 30; // days

/** Whether a market had its high or low point when a claim says so, and at the level that it names: by close, intraday and every other clock. */
export function turnCheck(claim: TurnClaim, world: World): Answer {
  return forEachSubject(claim.subjects, world, (id) => turnOf(claim, world, id), { asLevel: claim.level !== null });
}

function turnOf(claim: TurnClaim, world: World, id: string): OneAnswer {
  const needed = claim.level && otherUnit(claim.level, world, id);
  if (needed) return needing(needed);
  const tried = waysOf(claim, world, id).map((way) => judge(claim, world, way));
  const [conventional] = tried;
  if (typeof conventional === "string") return needing(conventional);
  return answered(tried.filter((one) => typeof one === "object"));
}

interface Way {
  id: string;
  field: Field;
  label: string;
  clock: string;
}

function waysOf({ turn, level }: TurnClaim, world: World, id: string): Way[] {
  const [own, ...others] = clocksOf(world, id) as [Clock, ...Clock[]];
  const close = ({ id, at, clock }: Clock): Way => ({ id, field: "close", label: `close${at}`, clock });
  const field = turn === "peak" ? "high" : "low";
  const intraday: Way = { id, field, label: turn === "peak" ? "intraday high" : "intraday low", clock: own.clock };
  const held = world.markets[id]!.series[field] !== undefined;
  // A level that is quoted of a peak is that of the trade, not of the close.
  const ways = held ? (level ? [intraday, close(own)] : [close(own), intraday]) : [close(own)];
  return [...ways, ...others.map(close)];
}

/** How a turning point fares under one definition; what is missing where it cannot be judged. */
function judge({ turn, on, level }: TurnClaim, world: World, { id, field, label, clock }: Way): Found | string {
  const { absent } = heldIn(world, { id, field }, on);
  if (absent !== undefined) return absent;
  const around = { first: toDay(dayNumber(on.first) - BESIDE), last: toDay(dayNumber(on.last) + BESIDE) };
  const { held, closed, absent: none } = heldIn(world, { id, field }, around);
  if (!held) return closed ?? none;
  const which = turn === "peak" ? "highest" : "lowest";
  const point = extremeOf(held.within, which)!;
  const series = held.known;
  const value = quoted(series, point.level);
  const days = { first: around.first, last: around.last < world.published ? around.last : world.published };
  const definition = `${which} ${FIELD_WORD[field]} ${daysText(days)}; sessions close at ${clock}`;
  return {
    judged: {
      label,
      verdict: together(inTime(on, dayNumber(point.on)), level ? fits(level, value) : "supported"),
      value: measured({ unit: series.unit, asOf: days.last, method: "extreme", definition }, value, [series], { on: point.on }),
      says: `${which} ${FIELD_WORD[field]} on ${point.on}: ${amountSaid(value, series.unit, level?.step)}`,
    },
    rows: [rowOf(series, point.on)],
  };
}

function inTime(on: TurnClaim["on"], day: number): Judged["verdict"] {
  const outside = Math.max(dayNumber(on.first) - day, day - dayNumber(on.last));
  if (outside <= 0) return "supported";
  return outside <= lengthOf(on) ? "imprecise" : "contradicted";
}

/** One looseness comes close, two do not. */
function together(day: Judged["verdict"], level: Judged["verdict"]): Judged["verdict"] {
  if (day === "supported") return level;
  return level === "supported" ? day : "contradicted";
}
