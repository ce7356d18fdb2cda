import { asShare } from "./asShare.ts";
import type { Place } from "./place.ts";
import { spanning } from "./place.ts";
import type { FoundClaim } from "./rules/rule.ts";

const NOTHING_ELSE =
  /^(?:'s|\u2019s)?\s*(?:,|is|was|are|were|has|had|did|with|by|just|only|another|a|an|lost|gained|added|trails?|leads?|follows?|up|down|of|some|about|around|nearly|almost|more than|less than|over|under|within|\s)*$/i;
const DID = /\b(did not|didn['\u2019]t|did|have not|has not|hasn['\u2019]t|haven['\u2019]t|was not|were not|so did|as did|neither did)\b/i;

/**
 * Claims of a clause that leave out what was said just before: "gold is up 39 %, silver 42 %", "the Dow set a record, but the Nasdaq did not".
 *
 * @param found all claims of the sentence so far
 */
export function elliptical(place: Place, found: readonly FoundClaim[]): FoundClaim[] {
  return [...sameOfAnother(place, found), ...didOrDidNot(place, found)];
}

/** A market and a number without a verb: what was said last of another market is said of it. */
function sameOfAnother(place: Place, found: readonly FoundClaim[]): FoundClaim[] {
  const last = found.findLast((one) => one.kind === "return" || one.kind === "distance" || (one.kind === "nearRecord" && one.within));
  if (!last || !("subjects" in last)) return [];
  const bare = last.kind === "return" && last.size !== null && place.sentence.slice(last.size.from, last.size.to).search(/%|percent|per cent/) < 0;
  return place
    .quantities(
      ({ unit, value, per, to }) =>
        per === undefined && (unit === "ratio" || (unit === "none" && value < 100 && (bare || (last.kind === "return" && ends(place, to))))),
    )
    .flatMap((size): FoundClaim[] => {
      const group = place.clause.groups.findLast(({ to }) => to <= size.from);
      if (!group || group.from < last.from || !NOTHING_ELSE.test(place.sentence.slice(group.to, size.from))) return [];
      place.take(size);
      const own = asShare(size);
      const span = spanning(group, size);
      const word = place.sentence.slice(group.to, size.from);
      if (last.kind === "return") {
        const direction = /\b(?:lost|down)\b/i.test(word) ? "down" : /\b(?:gained|added|up)\b/i.test(word) ? "up" : last.direction;
        return [{ ...last, ...span, subjects: group.subjects, size: own, direction, over: place.periods()[0] ?? last.over }];
      }
      if (last.kind === "distance") return [{ ...last, ...span, subjects: group.subjects, size: own }];
      return [{ ...last, ...span, subjects: group.subjects, within: { ...own, bound: "below" } } as FoundClaim];
    });
}

/** Whether a number without its unit ends what is said: "the Russell 2000 nearly five." */
function ends({ sentence, clause }: Place, at: number): boolean {
  return /^\s*[.!,;]?\s*$/.test(sentence.slice(at, clause.to));
}

/** "But the Nasdaq 100 did not", "as did the Dow". */
function didOrDidNot(place: Place, found: readonly FoundClaim[]): FoundClaim[] {
  const last = found.findLast((one) => one.kind === "recordSet");
  const match = DID.exec(place.clause.text);
  const [group] = place.clause.groups;
  if (
    !last ||
    !match ||
    !group ||
    /^\s*(?:it|that|so)\b/i.test(place.clause.text.slice(match.index + match[0].length)) ||
    found.some((one) => one.from >= place.clause.from && one.from < place.clause.to)
  )
    return [];
  const at = place.clause.from + match.index;
  const negated = /not|n['\u2019]t|neither/i.test(match[1]!) ? !last.negated : last.negated;
  return [{ ...last, ...spanning(group, { from: at, to: at + match[0].length }), subjects: group.subjects, negated, count: null }];
}
