import type { CutsPriced } from "../../claim.ts";
import { PRICING } from "../lexicon/cues.ts";
import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const WHAT: readonly (readonly [CutsPriced["direction"], RegExp])[] = [
  ["hold", /\b(?:hold|pause|no change|unchanged|steady|stand(?:s|ing)? pat|on hold)\b/gi],
  ["hike", /\b(?:hikes?|increases?|rate rises?|tightening|higher rates)\b/gi],
  ["cut", /\b(?:cuts?|cutting|easing|reductions?|lower rates|loosening)\b/gi],
];
const MARKETS = /\b(?:futures|FedWatch|traders|investors|markets?|money markets|swaps|curve|priced|pricing|pricing in|implied|odds|chances?|probability)\b/i;

/** "Another 50 basis points of cuts are priced for the next 12 months", "a 75 % chance of a hold in January". */
export const cutsPriced: Rule = (place) => {
  if (!MARKETS.test(place.clause.text) || !PRICING.test(place.clause.text)) return [];
  const probability =
    place.quantities(
      ({ unit, from, to }) => unit === "ratio" && /\b(?:chance|probability|odds|likelihood)\b/i.test(place.sentence.slice(Math.max(0, from - 40), to + 40)),
    )[0] ?? null;
  for (const [direction, pattern] of WHAT) {
    const [cue] = place.cues(pattern);
    if (!cue) continue;
    const size = place.quantities(({ unit, value }) => unit === "bp" || (unit === "none" && Number.isInteger(value) && value < 20))[0] ?? null;
    if (!size && !probability) continue;
    const by = place.periods()[0] ?? place.clauses.flatMap(({ periods }) => periods).find(({ future }) => future) ?? null;
    place.take(cue, size, probability, by);
    return [
      {
        kind: "cutsPriced",
        ...spanning(
          cue,
          size,
          probability,
          by && by.from >= place.clause.from && by.to <= place.clause.to ? by : null,
          ...place.clause.entities.filter(({ of }) => of === "tool"),
        ),
        direction,
        size,
        probability,
        by,
      },
    ];
  }
  // "A further 75 basis points by year-end": the way is that of the move told before.
  const [further] = place.cues(/\b(?:a further|another|additional|more)\b/gi);
  const [size] = place.quantities(({ unit }) => unit === "bp");
  if (!further || !size) return [];
  const by = place.periods()[0] ?? null;
  place.take(size, by);
  const direction = place.said.policy === "hike" ? "hike" : "cut";
  return [{ kind: "cutsPriced", ...spanning(further, size, by), direction, size, probability: null, by }];
};
