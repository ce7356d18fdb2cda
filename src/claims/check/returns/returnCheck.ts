import { type Day, heldMarket } from "../../../market/index.ts";
import { measured } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Quantity, QuantityUnit } from "../../mention.ts";
import type { Answer, Judged, Row } from "../../verdict.ts";
import { clocksOf } from "../figures/clocksOf.ts";
import { amountSaid, percentSaid } from "../figures/numberSaid.ts";
import { distinctRows, rowOf } from "../figures/rowOf.ts";
import { fits } from "../verdict/fits.ts";
import { forEachSubject, type OneAnswer } from "../verdict/forEachSubject.ts";
import { withPublication } from "../verdict/withPublication.ts";
import type { World } from "../world.ts";
import { type ReturnOver, returnOver } from "./returnOver.ts";

type ReturnClaim = ClaimOf<"return">;

// "Flat" is less than this either way.
const FLAT = 0.01;

// Units of a change in the level itself.
const LEVELS: ReadonlySet<QuantityUnit> = new Set(["points", "none", "USD", "EUR", "GBP", "JPY"]);

/**
 * Whether each subject returned over a period what a statement says: by close (conventional), total return, and at other clocks.
 *
 * A size is held against the return in the direction said: the other direction is never near. A change in dollars or in points is one of the level, so that of an
 * index is not that of a fund on it. A market without figures of the period is not checkable.
 */
export function returnCheck(claim: ReturnClaim, world: World): Answer {
  const asLevel = claim.size !== null && inLevels(claim.size.unit);
  return forEachSubject(claim.subjects, world, (id) => withPublication(claim.over, world, (until) => judgedUntil(id, claim, world, until)), { asLevel });
}

function judgedUntil(id: string, claim: ReturnClaim, world: World, until: Day): OneAnswer {
  const clocks = clocksOf(world, id);
  const definitions = [
    { of: id, basis: "close" as const, label: `close${clocks[0]!.at}` },
    ...(heldMarket(world.markets, id)?.series.totalReturn ? [{ of: id, basis: "total-return" as const, label: "total return" }] : []),
    ...clocks.slice(1).map(({ id: of, at }) => ({ of, basis: "close" as const, label: `close${at}` })),
  ];
  const judged: Judged[] = [];
  const rows: Row[] = [];
  for (const { of, basis, label } of definitions) {
    // An index of total returns has no level that anybody quotes.
    if (basis === "total-return" && claim.size !== null && inLevels(claim.size.unit)) continue;
    const { held, reason } = returnOver(world, of, basis, claim.over, until);
    if (held === undefined && judged.length === 0) return { judged, conventional: true, rows, needed: reason };
    if (held === undefined) continue;
    const one = judge(held, claim, { label, until });
    if (typeof one === "string") return { judged: [], conventional: true, rows: [], needed: one };
    judged.push(one);
    rows.push(rowOf(held.series, held.from.on), rowOf(held.series, held.to.on));
  }
  return { judged, conventional: true, rows: distinctRows(rows) };
}

function judge(held: ReturnOver, { direction, size }: ReturnClaim, { label, until }: { label: string; until: Day }): Judged | string {
  const { value, from, to, series } = held;
  const days = `from ${from.on} to ${to.on}`;
  const found = size === null ? { amount: value, unit: "ratio" } : amountIn(size.unit, held);
  if (typeof found === "string") return found;
  const inRatio = found.unit === "ratio";
  const definition = inRatio ? `value of ${to.on} over that of ${from.on}, minus one` : `value of ${to.on} less that of ${from.on}`;
  const said = inRatio ? percentSaid(value, size?.unit === "ratio" ? size.step : undefined) : amountSaid(Math.abs(found.amount), found.unit, size?.step);
  return {
    label,
    verdict: verdictOn(direction, size, found.amount, value),
    value: measured({ unit: found.unit, asOf: until, method: "returnOver", definition: `${definition}; ${label}` }, inRatio ? value : found.amount, [series], {
      on: to.on,
    }),
    says: `${value > 0 ? "up" : value < 0 ? "down" : "unchanged"} ${said} ${days}`,
  };
}

/** The change in the unit in which it is said, or what would be needed for that. */
function amountIn(unit: QuantityUnit, { value, change, series }: ReturnOver): { amount: number; unit: string } | string {
  if (unit === "ratio") return { amount: value, unit: "ratio" };
  if (unit === "bp") return { amount: value * 1e4, unit: "ratio" };
  if (unit === "times") return { amount: value + 1, unit: "ratio" };
  if (series.unit === unit) return { amount: change, unit };
  // Points of a level; one that is rebased has none that anybody quotes.
  if ((unit === "points" || unit === "none") && series.unit !== "index") return { amount: change, unit: series.unit };
  return `levels of ${series.market} in ${unit}: those held are in ${series.unit}`;
}

function inLevels(unit: QuantityUnit): boolean {
  return LEVELS.has(unit);
}

function verdictOn(direction: ReturnClaim["direction"], size: Quantity | null, amount: number, value: number): Judged["verdict"] {
  switch (direction) {
    case "flat":
      return Math.abs(value) < FLAT ? "supported" : Math.abs(value) < 2 * FLAT ? "imprecise" : "contradicted";
    case "up":
    case "down": {
      // Above or below nothing is what a direction says; a rise that was a fall is not a small rise.
      const right = direction === "up" ? value > 0 : value < 0;
      if (!right) return "contradicted";
      if (size === null) return "supported";
      return fits(size, size.unit === "times" ? amount : Math.abs(amount));
    }
    default:
      throw new RangeError(`invalid direction: ${String(direction satisfies never)}`);
  }
}
