import { billPurchases, RESERVE_PURCHASES } from "../../../liquidity/index.ts";
import { type Day, dayNumber, type Measure, toDay } from "../../../market/index.ts";
import { ofOperations } from "../../../study/macro/billMeasures.ts";
import { provenance, unknown } from "../../../study/measures.ts";
import type { Claim, Subjects } from "../../claim.ts";
import { subjectHeld } from "../figures/subjectHeld.ts";
import { billsKnown, covered } from "../macro/billsKnown.ts";
import { decisionSources, decisionsKnown } from "../macro/decisionsKnown.ts";
import { changeMeasure } from "../macro/judgeDecision.ts";
import type { World } from "../world.ts";
import { figuresEnd } from "./figuresEnd.ts";
import { marketSince } from "./marketSince.ts";

/** What came after a publication: it decides nothing. */
export interface SinceRow {
  market: string; // "BTC"; "FOMC" of decisions, "reserve management purchases" of operations
  change: Measure; // of a market from its last close before the publication; of decisions the sum in basis points; of purchases the sum in dollars
  records: Measure; // record closes after the publication; of decisions and purchases how many there were
}

/**
 * What happened since the publication to what a claim is about: change and record closes of its markets, decisions on the rate, purchases of bills.
 *
 * Up to the last figure held. Empty where nothing later is held.
 */
export function sinceOf(claim: Claim, world: World): SinceRow[] {
  if (claim.kind === "policyMove" || claim.kind === "cutsPriced") return decisionsSince(world);
  if (claim.kind === "programme" || claim.kind === "purchase") return purchasesSince(world);
  return marketsSince(claim.subjects, world);
}

function marketsSince(subjects: Subjects, world: World): SinceRow[] {
  const ids = new Set(subjects.of.flatMap((subject) => subjectHeld(subject, world).id ?? []));
  return [...ids].flatMap((id) => {
    const since = marketSince(id, world);
    return since ? [{ market: id, change: since.change, records: since.records }] : [];
  });
}

function decisionsSince(world: World): SinceRow[] {
  const end = endAfter(world);
  if (end === undefined) return [];
  const decisions = decisionsKnown(world, end);
  const made = decisions.made.filter(({ day }) => day > world.published);
  const moves = made.filter(({ changeBp }) => changeBp !== 0).length;
  const silent = made.find(({ changeBp }) => changeBp === null);
  const definition = `sum of the changes of the target range decided after ${world.published}`;
  const about = { unit: "decisions", asOf: end, method: "meetingsAsOf", definition: `decisions after ${world.published} that moved the target range` };
  const reason = silent && `the decision of ${silent.day} is not held`;
  const sum = made.reduce((total, { changeBp }) => total + (changeBp ?? 0), 0);
  return [
    {
      market: "FOMC",
      change: reason ? unknown({ ...about, unit: "bp", definition }, reason) : changeMeasure(sum, made, decisions, definition),
      records: reason
        ? unknown(about, reason)
        : {
            value: moves,
            ...provenance(about, []),
            n: made.length,
            from: made[0]?.day ?? null,
            to: made.at(-1)?.day ?? null,
            sources: decisionSources(made, decisions),
          },
    },
  ];
}

function purchasesSince(world: World): SinceRow[] {
  const end = endAfter(world);
  if (end === undefined) return [];
  const { published } = world;
  const what = `after ${published}, reinvested agency principal included`;
  const known = billsKnown(world, end);
  const whole = "needed" in known ? known : covered(known, toDay(dayNumber(published) + 1), end);
  const bought = "needed" in known || "needed" in whole ? undefined : billPurchases(known.operations, { since: toDay(dayNumber(published) + 1), asOf: end });
  const reason = "needed" in whole ? whole.needed : (bought?.reason ?? null);
  const operations = bought?.operations ?? [];
  return [
    {
      market: RESERVE_PURCHASES.name,
      change: ofOperations("USD", `par of the Treasury bills accepted ${what}`, bought?.total ?? null, operations, end, reason),
      records: ofOperations("operations", `purchases of Treasury bills ${what}`, bought?.total == null ? null : operations.length, operations, end, reason),
    },
  ];
}

/** The last day held, where it lies after the publication. */
function endAfter(world: World): Day | undefined {
  const end = figuresEnd(world);
  return end !== undefined && end > world.published ? end : undefined;
}
