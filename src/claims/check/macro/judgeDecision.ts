import type { Measure } from "../../../market/index.ts";
import type { Meeting, TargetRange } from "../../../rates/index.ts";
import { provenance, unknown } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Quantity } from "../../mention.ts";
import type { Judged } from "../../verdict.ts";
import { fits } from "../verdict/fits.ts";
import { gravest } from "../verdict/gravest.ts";
import { basisPointsOf } from "./basisPointsOf.ts";
import { type Decisions, decisionSources } from "./decisionsKnown.ts";
import { changeSaid, type Direction, directionOf, movesSaid, rangeSaid } from "./policyWords.ts";

type Said = Pick<ClaimOf<"policyMove">, "direction" | "size" | "range" | "count">;

/** How a claim fares against one decision, with the moves in a row up to it. */
export function judgeDecision(said: Said, decision: Meeting, decisions: Decisions): Judged {
  const { day, changeBp, after } = decision;
  const label = `the decision of ${day}`;
  if (changeBp === null) return notHeld(label, [decision], decisions);
  const run = said.count ? movesInARow(decision, decisions) : null;
  const parts: Judged["verdict"][] = [
    said.direction === directionOf(changeBp) ? "supported" : "contradicted",
    said.size && said.direction !== "hold" ? sizeFits(said.size, changeBp) : "supported",
    said.range ? rangeFits(said.range, after) : "supported",
    said.count ? countFits(said.count, run) : "supported",
  ];
  const words = [
    `${changeSaid(changeBp)} on ${day}`,
    ...(said.range && after ? [`to ${rangeSaid(after)}`] : []),
    ...(run === null ? [] : [`${movesSaid(run, directionOf(changeBp))} in a row`]),
  ];
  return { label, verdict: gravest(parts) ?? "supported", value: changeMeasure(changeBp, [decision], decisions), says: words.join(", ") };
}

/** How a claim fares against all decisions of a time: its moves counted and added up. */
export function judgeDecisions(said: Said, meant: readonly Meeting[], decisions: Decisions): Judged {
  const label = `all decisions from ${meant[0]!.day} to ${meant.at(-1)!.day}`;
  const moves = meant.filter(({ changeBp }) => changeBp !== null && directionOf(changeBp) === said.direction);
  if (meant.some(({ changeBp }) => changeBp === null)) return notHeld(label, meant, decisions);
  const sum = moves.reduce((total, { changeBp }) => total + changeBp!, 0);
  // That the rate was held over a time means that nothing moved it.
  const held = said.direction === "hold" ? moves.length === meant.length : moves.length > 0;
  const parts: Judged["verdict"][] = [
    held ? "supported" : "contradicted",
    said.size && said.direction !== "hold" ? sizeFits(said.size, sum) : "supported",
    said.range ? rangeFits(said.range, (moves.at(-1) ?? meant.at(-1))!.after) : "supported",
    said.count ? countFits(said.count, moves.length) : "supported",
  ];
  const together = said.direction === "hold" ? `of ${meant.length} decisions` : `${Math.abs(sum)} basis points together`;
  return {
    label,
    verdict: gravest(parts) ?? "supported",
    value: changeMeasure(sum, meant, decisions, `sum of the ${said.direction}s of the target range decided`),
    says: `${movesSaid(moves.length, said.direction)}, ${together}`,
  };
}

/** The change of the target range that some decisions made, in basis points. */
export function changeMeasure(value: number, from: readonly Meeting[], decisions: Decisions, definition = "change of the target range decided"): Measure {
  return {
    value,
    ...(from.length === 1 ? { on: from[0]!.day } : {}),
    ...provenance({ unit: "bp", asOf: decisions.asOf, method: "meetingsAsOf", definition }, []),
    n: from.length,
    from: from[0]?.day ?? null,
    to: from.at(-1)?.day ?? null,
    sources: decisionSources(from, decisions),
  };
}

function notHeld(label: string, meant: readonly Meeting[], { asOf }: Decisions): Judged {
  const reason = `the decision of ${meant.find(({ changeBp }) => changeBp === null)!.day} is not held`;
  const about = { unit: "bp", asOf, method: "meetingsAsOf", definition: "change of the target range decided" };
  return { label, verdict: "not-checkable", value: unknown(about, reason), says: reason };
}

/** How many moves of its kind a decision is in a row, itself counted; null where an earlier one is not held. */
function movesInARow(decision: Meeting, { made }: Decisions): number | null {
  const direction = directionOf(decision.changeBp!);
  const last = made.indexOf(decision);
  let first = last;
  while (first >= 0 && is(made[first]!, direction)) first--;
  return first < 0 || made[first]!.changeBp === null ? null : last - first;
}

function is({ changeBp }: Meeting, direction: Direction): boolean {
  return changeBp !== null && directionOf(changeBp) === direction;
}

// The range is moved by quarters of a point: one is not nearly the next.
const FINEST = 5; // basis points

function sizeFits(size: Quantity, changeBp: number): Judged["verdict"] {
  const said = basisPointsOf(size);
  return said ? fits({ ...said, step: Math.min(said.step, FINEST) }, Math.abs(changeBp)) : "not-checkable";
}

function countFits(count: Quantity, moves: number | null): Judged["verdict"] {
  // Nor is the second the third.
  return moves === null ? "not-checkable" : fits({ ...count, step: Math.min(count.step, 0.5) }, moves);
}

function rangeFits(range: Quantity, after: TargetRange | null): Judged["verdict"] {
  const said = basisPointsOf(range.unit === "none" ? { ...range, unit: "points" } : range);
  if (!said || !after) return "not-checkable";
  const [lower, upper] = [after.lower * 100, after.upper * 100];
  const slack = Math.max(said.step / 2, 0.5) + 1e-6;
  if (said.upper !== undefined) return Math.abs(said.value - lower) <= slack && Math.abs(said.upper - upper) <= slack ? "supported" : "contradicted";
  // "To 3.75 %" names one end, or a rate between both.
  return said.value >= lower - slack && said.value <= upper + slack ? "supported" : "contradicted";
}
