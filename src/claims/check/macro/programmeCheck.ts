import { planAgainstDone, RESERVE_PURCHASES } from "../../../liquidity/index.ts";
import type { Day, Measure } from "../../../market/index.ts";
import { provenance } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Answer, Judged } from "../../verdict.ts";
import { placeOfBeginning } from "../figures/placeOf.ts";
import { fits } from "../verdict/fits.ts";
import { forAll, notCheckable } from "../verdict/forEachSubject.ts";
import { gravest } from "../verdict/gravest.ts";
import type { World } from "../world.ts";
import { dollarsSaid } from "./billsKnown.ts";

/**
 * How a claim on the size of the plan of purchases fares: the amount announced, what it is per, and when it begins.
 *
 * The plan is one of so much a month: its amount without the month is imprecise, with another time contradicted. The announcement of the plan named that
 * of its first month (conventional). Where the amount of the month that runs at the publication is not held, another number may be that one: it is not
 * checkable.
 */
export function programmeCheck({ size, begins }: ClaimOf<"programme">, { published }: World): Answer {
  const { name, announced, start, amountsOfMonth, whyNoOther } = RESERVE_PURCHASES;
  if (published < announced) return notCheckable("", `a plan of purchases that was announced by ${published}: none is held`);
  if (size.unit !== "USD" && size.unit !== "none") return notCheckable("", `a plan in ${size.unit}: held is that of the Federal Reserve, in US dollars`);
  const judge = (amount: number): Judged["verdict"] => {
    const per = size.per === "month" ? "supported" : size.per === undefined ? "imprecise" : "contradicted";
    const placed = begins === null ? "in" : placeOfBeginning(begins, start);
    return gravest([fits(size, amount), per, placed === "in" ? "supported" : placed === "near" ? "imprecise" : "contradicted"]) ?? "supported";
  };
  const of = (from: Day, amount: number): Judged => ({
    label: `the amount announced for the month from ${from}`,
    verdict: judge(amount),
    value: planned(amount, from, published),
    says: `${dollarsSaid(amount)} a month, announced for the month from ${from}; the purchases begin on ${start}`,
  });
  const rows = [{ market: name, on: start, field: "planned", value: amountsOfMonth[start]!, unit: "USD", source: SOURCE }];
  const first = of(start, amountsOfMonth[start]!);
  // Which month is running says the calendar of the announcements; what was bought plays no part.
  const running = planAgainstDone([], { asOf: published }).months.at(-1)!;
  const named = begins !== null && placeOfBeginning(begins, start) === "in";
  if (named || running.from === start) return forAll("", { judged: [first], conventional: true, rows });
  if (running.planned !== null) return forAll("", { judged: [of(running.from, running.planned), first], conventional: true, rows });
  const needed = `the amount planned for the month from ${running.from}: ${whyNoOther}`;
  if (first.verdict === "contradicted") return notCheckable("", needed);
  const now: Judged = { label: `the amount announced for the month from ${running.from}`, verdict: "not-checkable", value: null, says: needed };
  return forAll("", { judged: [first, now], conventional: true, rows });
}

const SOURCE = RESERVE_PURCHASES.sources.map(({ url }) => url).join(", ");

function planned(value: number, from: Day, asOf: Day): Measure {
  const about = { unit: "USD", asOf, method: "planAgainstDone", definition: `planned purchases of the month from ${from} alone` };
  return { value, ...provenance(about, []), n: 1, on: from, sources: RESERVE_PURCHASES.sources.map(({ url }) => url) };
}
