import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const BILLS = /\b(?:bills?|T-bills?|Treasur(?:y|ies))\b/i;
const BUY = /\b(?:purchas(?:e|es|ed|ing)|buy|buys|buying|bought|acquir(?:e|es|ed|ing)|took up|taken up|operations?|accepted)\b/i;
const PLAN = /\b(?:plan|programme|program|scheme|pace|initiative|campaign)\b/i;
const OF_PLAN = /^\W*(?:dollars?\s)?(?:[\w-]+\s){0,3}?(?:plan|programme|program|scheme|pace|initiative|campaign)\b/i;
const PLAN_OF = /\b(?:plan|programme|program|scheme|pace|initiative|campaign)\s(?:[\w-]+\s){0,4}$/i;
const FIRST = /\b(?:begin|begins|began|start|starts|started|first|kick(?:s|ed)? off|launch(?:es|ed)?|opening)\b/i;

/** "A 40 billion dollar plan", "$40 billion of bills a month"; "bought $8.2 billion of bills on Friday". */
export const purchases: Rule = (place) => {
  const bills =
    BILLS.test(place.clause.text) ||
    (place.said.bills &&
      (place.clause.entities.some(({ of, pointsBack }) => pointsBack || of === "fed") || BUY.test(place.clause.text) || PLAN.test(place.clause.text)));
  if (!bills || !(BUY.test(place.clause.text) || PLAN.test(place.clause.text))) return [];
  return place
    .quantities(({ unit, value }) => (unit === "USD" || unit === "none") && value >= 1e8)
    .flatMap((size): ReturnType<Rule> => {
      const on = place.timeAt(size.from);
      place.take(size);
      const behind = place.sentence.slice(size.to, place.clause.to);
      const before = place.sentence.slice(place.clause.from, size.from);
      const plan = size.per !== undefined || !BUY.test(place.clause.text) || OF_PLAN.test(behind) || PLAN_OF.test(before);
      const span = spanning(size, on, ...place.clause.entities.filter(({ of }) => of === "bills"));
      if (plan)
        return [
          {
            kind: "programme",
            ...span,
            size,
            begins: on && (on.relation === "since" || /\b(?:start|begin|from)\w*\b/i.test(place.sentence.slice(Math.max(0, on.from - 24), on.to))) ? on : null,
          },
        ];
      return [{ kind: "purchase", ...span, size, on, first: FIRST.test(place.clause.text) }];
    });
};
