// Files, not rooms: where everyone stands must not wait for the special functions behind the inference.
import { outOfStep } from "../lockstep/outOfStep.ts";
import { Problem, requireDay } from "../market/index.ts";
import { definitionsOf } from "./definitionsOf.ts";
import type { Group } from "./group.ts";
import { absence, lastSession } from "./held.ts";
import { marketEntry } from "./marketEntry.ts";
import type { Study } from "./schema.ts";
import type { StudyInput } from "./studyInput.ts";

/** The first part of a study: where each member stands, and which is out of step. It costs little, so it can be shown at once. */
export type Standings = Pick<Study, "group" | "definitions" | "asOf" | "figuresEnd" | "markets"> & { outOfStep: Omit<Study["outOfStep"], "since"> };

/**
 * Where each member of a group stands against its record as of a day, and which is out of step.
 *
 * @throws Problem (usage) when `asOf` is no day; Problem (data) when no member has figures on it
 *
 * @example
 * import { openCase } from "lockstep/sources";
 * import { standings } from "lockstep/study";
 * standings({ ...openCase(), asOf: "2025-12-11" }).outOfStep.market; // => "BTC"
 */
export function standings({ group, markets, asOf: asked }: StudyInput): Standings {
  const { basis } = group.definitions;
  const asOf = asked ?? lastSession(markets, group.members, { basis });
  if (asOf === null) throw new Problem("data", `expected ${basis} figures of some member of ${group.name}; none are held`);
  requireDay(asOf, "as of");
  if (!group.members.includes(group.leader))
    throw new Problem("usage", `leader: expected one of ${group.members.join(", ")}; received ${group.leader}`, group.name);
  const rows = group.members.map((id) => marketEntry(markets, id, group, asOf));
  if (rows.every(({ state }) => state === "unknown")) {
    throw new Problem("data", `expected figures of ${group.name} for ${asOf}; ${absence(markets, group, asOf, rows[0]?.reason)}`);
  }
  const states = rows.map(({ id, state, distance }) => ({
    market: id,
    state: state === "unknown" ? undefined : state,
    distance: distance.value ?? Number.NaN,
  }));
  return {
    group: groupSaid(group),
    definitions: definitionsOf(group, asOf),
    asOf,
    figuresEnd: lastSession(markets, group.members, { basis, asOf }),
    markets: rows,
    outOfStep: outOfStep(states, { leader: group.leader, ...(group.laggard === undefined ? {} : { laggard: group.laggard }) }),
  };
}

/** A group as a study names it. */
export function groupSaid({ name, leader, laggard, members, question }: Group): Study["group"] {
  return { name, leader, laggard: laggard ?? null, members: [...members], question: question ? { ...question } : null };
}
