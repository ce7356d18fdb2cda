import { type EarningsRow, earningsFor, earningsGrowth } from "../../../earnings/index.ts";
import type { Day } from "../../../market/index.ts";
import { orReason } from "../../../study/macro/orReason.ts";
import { provenance } from "../../../study/measures.ts";
import type { ClaimOf, Subject } from "../../claim.ts";
import type { Answer, Judged, Part, Row } from "../../verdict.ts";
import { percentSaid } from "../figures/numberSaid.ts";
import { fits } from "../verdict/fits.ts";
import { notCheckable } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { basisPointsOf } from "./basisPointsOf.ts";
import { earningsIndexOf } from "./earningsIndexOf.ts";

/**
 * How a quoted forecast of earnings fares: against the quotations held that were public by the publication, each by itself.
 *
 * A quotation with the number bears the claim; where others differ it depends on whom one asks. Without any that has the number the claim is not
 * checkable: a forecast refutes no other. A quotation that its source has since replaced does not count.
 */
export function earningsCheck(claim: ClaimOf<"earnings">, world: World): Answer {
  const { subjects, size, year } = claim;
  if (subjects.of.length === 0) return notCheckable("", "the market whose earnings are meant: the text names none");
  const growth = size.unit === "ratio" || size.unit === "none" || size.unit === "points" ? size : undefined;
  const said = growth && basisPointsOf(growth.unit === "none" ? { ...growth, unit: "points" } : growth);
  const rows: Row[] = [];
  const parts = subjects.of.map((subject): Part => {
    const found = quotesOf(subject, year, world);
    if ("needed" in found) return { about: subject.name, judged: [], conventional: false, needed: found.needed };
    const { index, quotes } = found;
    const about = `growth of earnings per share of ${index}${year === null ? "" : ` in ${year}`}`;
    if (!said) return { about: index, judged: [], conventional: false, needed: `${about}: it is held in percent` };
    const judged = quotes.map((one) => judge(one, (value) => fits(said, value * 10_000), world.published));
    if (!judged.some(({ verdict }) => verdict === "supported")) {
      const others = judged.map(({ says }) => says).join("; ");
      return { about: index, judged: [], conventional: false, needed: `a public quotation of ${about} with that number: those held say ${others}` };
    }
    rows.push(...quotes.map(rowOf));
    return { about: index, judged, conventional: false, needed: null };
  });
  return { parts, kind: subjects.kind, rows };
}

type Quote = EarningsRow & { said: number };

/** The quotations of the index of a subject that were public and not replaced by the publication, or what would be needed. */
function quotesOf({ name, candidates }: Subject, year: number | null, { macro, published }: World): { index: string; quotes: Quote[] } | { needed: string } {
  const index = earningsIndexOf(candidates);
  if (index === undefined) return { needed: `quotations of the earnings of ${name}: of it none are held` };
  const what = `a quotation of the growth of earnings per share of ${index}${year === null ? "" : ` in ${year}`} that was public by ${published}`;
  const found = orReason(() =>
    earningsGrowth(
      // What was said later is not known at all on that day.
      macro.forecasts.filter(({ day }) => day <= published),
      { asOf: published },
    ),
  );
  if ("reason" in found) return { needed: `${what}: ${found.reason}` };
  const [held] = earningsFor(found, [index]);
  const quotes = held!.rows.flatMap((row): Quote[] => {
    const said = row.growth ?? row.recomputed;
    // Without a year the next results are meant, not those of a year that is over.
    const asked = year === null ? row.year >= yearOf(published) : row.year === year;
    return asked && said !== null && row.supersededOn === null ? [{ ...row, said }] : [];
  });
  return quotes.length > 0 ? { index, quotes } : { needed: `${what}: ${held!.reason ?? "none is held"}` };
}

function judge(quote: Quote, verdict: (value: number) => Judged["verdict"], asOf: Day): Judged {
  const { index, year, basis, source, quotedOn, said, growth, heldIn } = quote;
  const definition = growth === null ? "recomputed from the earnings quoted" : "as quoted";
  const about = { unit: "ratio", asOf, method: "quoted", definition: `growth of earnings per share of ${index} from ${year - 1} to ${year}, ${definition}` };
  return {
    label: `${basis}, ${source}, ${quotedOn}`,
    verdict: verdict(said),
    value: { value: said, on: quotedOn, ...provenance(about, []), n: growth === null ? 2 : 1, from: quotedOn, to: quotedOn, sources: [source, heldIn] },
    says: `${percentSaid(said)} in ${year} (${source})`,
  };
}

function rowOf({ index, year, quotedOn, said, heldIn }: Quote): Row {
  return { market: index, on: quotedOn, field: `growth ${year}`, value: said, unit: "ratio", source: heldIn };
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}
