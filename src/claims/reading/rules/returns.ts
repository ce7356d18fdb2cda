import type { Return } from "../../claim.ts";
import type { Quantity } from "../../mention.ts";
import { asShare } from "../asShare.ts";
import { isDenied } from "../denied.ts";
import { DOWN, UP } from "../lexicon/cues.ts";
import { type Place, spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const MOVE = new RegExp(
  `\\b(?:(${UP})|(${DOWN})|(flat|unchanged|little changed|barely changed|sideways))\\b|\\b(gains?|rall(?:y|ies)|advance|rise|increase|plus)(?= of\\b)|\\b(loss|losses|decline|drop|fall|slide|minus)(?= of\\b)`,
  "gi",
);
/** "Silver has doubled this year", "down 5 % on the week", "fell on Friday". */
export const returns: Rule = (place) => {
  if (place.isSupposed) return [];
  const found: ReturnType<Rule> = [...signed(place)];
  for (const cue of place.cues(MOVE)) {
    const word = cue.match[0].toLowerCase();
    const size = sizeAt(place, cue);
    const over = place.timeAt(size?.from ?? cue.from) ?? place.overBefore(cue.from);
    const subject = place.subjectAt(cue.from);
    if (!subject || !over || over.future) continue;
    // "The drop", "a rally": a thing that is spoken of, not one that is said.
    const ahead = place.sentence.slice(Math.max(0, cue.from - 16), cue.from);
    if (!size && /\b(?:the|a|an|this|that|its|their|of|any|no)\s(?:\w+\s)?$/i.test(ahead)) continue;
    const stands = /\b(?:is|are|was|were|still|now)\s(?:\w+\s)?$/i.test(ahead) && place.periods().length > 0;
    // Without a number a direction is said only by a verb that stands beside its time.
    if (
      !size &&
      !stands &&
      !(cue.match[3] && place.said.over) &&
      (/^(?:up|down|higher|lower|add|adds|lost|increased|gains?|rise|increase|advance|decline|drop|fall|slide)$/.test(word) || !place.timeAt(cue.from))
    )
      continue;
    const direction: Return["direction"] = cue.match[1] || cue.match[4] ? "up" : cue.match[3] ? "flat" : "down";
    place.take(cue, size);
    found.push({
      kind: "return",
      ...spanning(cue, subject.span, size, place.clause.periods.includes(over) ? over : null),
      subjects: subject.subjects,
      direction,
      size,
      over: { ...over },
    });
  }
  return found;
};

/** "+6.4 % so far this month": a sign in place of a verb. */
function signed(place: Place): ReturnType<Rule> {
  return place
    .quantities(({ unit, per }) => unit === "ratio" && per === undefined)
    .flatMap((size): ReturnType<Rule> => {
      const sign =
        /[+\u2212-]\s?$/.exec(place.sentence.slice(Math.max(0, size.from - 2), size.from))?.[0] ??
        /^[+\u2212-]/.exec(place.sentence.slice(size.from, size.to))?.[0];
      const over = place.timeAt(size.from) ?? place.overBefore(size.from);
      const subject = place.subjectAt(size.from);
      if (!sign || !subject || !over || over.future) return [];
      place.take(size);
      const span = spanning(size, subject.span, place.clause.periods.includes(over) ? over : null);
      return [{ kind: "return", ...span, subjects: subject.subjects, direction: sign.startsWith("+") ? "up" : "down", size, over }];
    });
}

/** The number that belongs to a word of movement: right after it, or right before ("a 3 % gain"). */
function sizeAt(place: Place, cue: { from: number; to: number }): Quantity | null {
  const word = place.sentence.slice(cue.from, cue.to);
  // "Down 77 since January": beside a word of movement a number without its unit is one of percent.
  const bare = (one: Quantity) =>
    one.unit === "none" &&
    one.value > 0 &&
    one.value < 1000 &&
    /^\s*(?:by\s|another\s|of\s)?$/.test(place.sentence.slice(cue.to, one.from)) &&
    /^(?:up|down|lost|gained|added|fell|rose|loss|gain|did|shed)/i.test(word);
  const shares = place
    .quantities((one) => one.per === undefined && !isDenied(place.sentence, one) && (one.unit === "ratio" || (one.from >= cue.to && bare(one))))
    .map(asShare);
  const itself = shares.find(({ from, to }) => from < cue.to && to > cue.from);
  if (itself) return itself;
  const beside = shares.findLast(({ to }) => to <= cue.from && /^\s*$/.test(place.sentence.slice(to, cue.from)));
  if (beside && /^(?:higher|lower)$/i.test(word)) return beside;
  const after = shares.find(({ from }) => from >= cue.to && from - cue.to < 40 && !/[;:]/.test(place.sentence.slice(cue.to, from)));
  if (after) return after;
  return shares.findLast(({ to }) => to <= cue.from && cue.from - to < 12) ?? null;
}
