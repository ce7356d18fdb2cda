import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const EARNINGS = /\b(?:earnings(?: per share)?|EPS|profits?)\b/gi;
const GROW = /\b(?:grow|grows|growing|grew|growth|rise|rises|rising|increase|increases|expand|expands|jump|jumps|climb|climbs|gain|gains|surge|up)\b/i;

/** "Small-cap earnings are expected to grow about 49 % in 2026." */
export const earnings: Rule = (place) => {
  const [cue] = place.cues(EARNINGS);
  if (!cue || !GROW.test(place.clause.text)) return [];
  const [size] = place.quantities(({ unit }) => unit === "ratio");
  if (!size) return [];
  const group = place.clause.groups[0];
  const subjects = group?.subjects ?? place.inherited() ?? place.said.subjects ?? { of: [], kind: false };
  const year =
    place.periods(({ precision }) => precision === "year")[0] ??
    place.clauses.flatMap(({ periods }) => periods).find(({ precision }) => precision === "year") ??
    null;
  place.take(cue, size, year);
  return [
    {
      kind: "earnings",
      ...spanning(cue, size, group, year && year.from >= place.clause.from && year.to <= place.clause.to ? year : null),
      subjects,
      size,
      year: year ? Number(year.first.slice(0, 4)) : null,
    },
  ];
};
