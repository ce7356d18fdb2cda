import { billPurchases, RESERVE_PURCHASES, type TreasuryOperation } from "../../../liquidity/index.ts";
import type { Day } from "../../../market/index.ts";
import { ofOperations } from "../../../study/macro/billMeasures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Period, Quantity } from "../../mention.ts";
import type { Answer, Judged } from "../../verdict.ts";
import { placeOfBeginning } from "../figures/placeOf.ts";
import { fits } from "../verdict/fits.ts";
import { forAll, notCheckable } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { type BillsKnown, billsKnown, covered, dollarsSaid, operationRows } from "./billsKnown.ts";

/**
 * How a claim on purchases of Treasury bills fares: the par accepted on a day, or over a time up to the publication, that day included.
 *
 * Without a day the last operations are meant, with `first` those that begin the reserve purchases. Small-value exercises are none (conventional);
 * where there were some they are also counted. A day on which no operation is held is wrong only where earlier and later ones are held.
 */
export function purchaseCheck({ size, on, first }: ClaimOf<"purchase">, world: World): Answer {
  const { published } = world;
  if (size.unit !== "USD" && size.unit !== "none") return notCheckable("", `purchases in ${size.unit}: operations of the New York Fed are held in US dollars`);
  if (on && on.first > published) return notCheckable("", `operations of the New York Fed from ${on.first} on: they lie after the publication`);
  const known = billsKnown(world, published);
  if ("needed" in known) return notCheckable("", known.needed);
  const asked = first ? firstOf(known) : on ? { first: on.first, last: on.last < published ? on.last : published } : lastOf(known);
  if ("needed" in asked) return notCheckable("", asked.needed);
  const whole = covered(known, asked.first, asked.last);
  if ("needed" in whole) return notCheckable("", whole.needed);
  return judged(size, { ...known, from: whole.from, last: asked.last }, first ? on : null);
}

interface Span {
  first: Day;
  last: Day;
}

/** The day on which the reserve purchases began. */
function firstOf({ bills }: BillsKnown): Span | { needed: string } {
  const { start } = RESERVE_PURCHASES;
  const begin = bills.find(({ day }) => day >= start);
  if (begin?.day === start) return { first: start, last: start };
  return { needed: `operations of the New York Fed from ${start} on: ${begin ? `those held begin on ${begin.day}` : "none are held up to the publication"}` };
}

/** The last day with a purchase, up to the publication. */
function lastOf(known: BillsKnown): Span | { needed: string } {
  const { day } = known.bills.at(-1)!;
  const recent = covered(known, day, known.asOf);
  return "needed" in recent ? recent : { first: day, last: day };
}

function judged(size: Quantity, { operations, from, last, asOf }: BillsKnown & { from: Day; last: Day }, begins: Period | null): Answer {
  const when = from === last ? `on ${from}` : `from ${from} to ${last}`;
  const { operations: bills, total, excluded, reason } = billPurchases(operations, { since: from, asOf: last });
  const silent = bills.find(({ accepted }) => accepted === null);
  if (silent) return notCheckable("", `what operation ${silent.id} accepted: ${reason}`);
  const placed = begins === null ? "in" : placeOfBeginning(begins, from);
  const judge = (amount: number): Judged["verdict"] => {
    const verdict = fits(size, amount);
    if (placed === "in" || verdict === "contradicted") return verdict;
    return placed === "near" ? "imprecise" : "contradicted";
  };
  const nothing = around(operations, from);
  const says = (amount: number, count: number) => {
    if (count === 0) return `no purchase ${when}${nothing}`;
    return `${dollarsSaid(amount)} accepted ${when}${count === 1 ? "" : ` in ${count} operations`}${begins === null ? "" : ", the first"}`;
  };
  const of = (label: string, amount: number, meant: readonly TreasuryOperation[]): Judged => ({
    label,
    verdict: meant.length === 0 ? "contradicted" : judge(amount),
    value: meant.length === 0 ? null : ofOperations("USD", `par of the Treasury bills accepted ${when}`, amount, meant, asOf),
    says: says(amount, meant.length),
  });
  const exercises = excluded.flatMap(({ operation, why }) => (why.startsWith("small-value") && operation.direction === "purchase" ? [operation] : []));
  const tests = exercises.reduce((sum, { accepted }) => sum + (accepted ?? 0), 0);
  const all = [...bills, ...exercises];
  return forAll("", {
    judged: [
      of("par of the purchases of Treasury bills", total ?? 0, bills),
      ...(exercises.length === 0 ? [] : [of("small-value exercises counted too", (total ?? 0) + tests, all)]),
    ],
    conventional: true,
    rows: operationRows(all),
  });
}

/** Which purchases lie beside a day that has none. */
function around(operations: readonly TreasuryOperation[], day: Day): string {
  const before = operations.findLast((one) => one.day < day)?.day;
  const after = operations.find((one) => one.day > day)?.day;
  return before && after ? `; those beside it: ${before} and ${after}` : "";
}
