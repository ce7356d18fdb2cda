import type { Period, Quantity } from "../../mention.ts";
import { asShare } from "../asShare.ts";
import { isDenied } from "../denied.ts";
import { HIGH } from "../lexicon/cues.ts";
import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const BELOW = new RegExp(
  `\\b(?:below|under|off|beneath|shy of|short of|away from|from|lower than|down from|down on|since|beneath|behind)\\s+(?:(?:[\\w'\u2019-]+|[A-Z][a-z]{2,3}\\.|\\d{1,2},|[$\u20ac]?[\\d,.]+)\\s+){0,7}?(?:${HIGH}|highs?|top|theirs|(?:its|their) own|that (?:mark|peak|high|record|level))(?!\\w)`,
  "gi",
);
// "Below its record of October" names the record; "below its record on Sunday" the day on which it stood there.
const SET_THEN = /^\s*(?:of|in|from|(?:(?:that|which)\s)?(?:it\s|they\s)?(?:had\s)?(?:set|reached|hit|posted|notched)(?:\s(?:in|on))?|,)?\s*$/;
const WAS_SET = /(?:set|reached|hit|posted|notched)(?:\s(?:in|on))?\s*$/;
const DRAWDOWN = /\b(?:drawdown|pullback|correction|retreat|slump|decline|drop|plunge|slide|fall)\b(?=[^.;]*\b(?:from|since|off)\b)|\bdrawdowns?\b/gi;

const FROM_HIGH = new RegExp(`\\b(?:from|since|off)\\b[^.;]*?${HIGH}`, "i");
const PART_OF = new RegExp(`(?<=(?:half|third|quarter|fifth|%|percent) )of\\s+(?:[\\w'\u2019-]+\\s+){0,3}?(?:${HIGH}|highs?|top)(?!\\w)`, "gi");

/** "27 % below its October record", "down 27 % from its peak", "a drawdown of 27 %". */
export const distance: Rule = (place) => {
  const found: ReturnType<Rule> = [];
  const sizes = place
    .quantities(({ unit, value, per }) => per === undefined && (unit === "ratio" || (unit === "none" && value >= 2 && value < 100)))
    .filter((one) => !isDenied(place.sentence, one));
  for (const cue of [...place.cues(BELOW), ...place.cues(PART_OF)]) {
    if (place.isTaken(cue)) continue;
    const size = sizes.findLast(({ from, to }) => from < cue.from && cue.from - to < 40 && !sizes.some((other) => other.from > from && other.to <= cue.from));
    if (!size || place.isTaken(size)) continue;
    const between = place.sentence.slice(size.to, cue.from);
    // "rose 2 % to close 5 % below" has two numbers; anything of a sentence between them is another statement.
    if (/\b(?:and|while|to (?:close|end|trade))\b/.test(between)) continue;
    const ofHigh = /^of\b/i.test(cue.match[0]);
    if (
      ofHigh &&
      size.bound !== "below" &&
      !/\b(?:at|than|to|about|around|only|just|worth|is|are|trades?)\s*$/i.test(place.sentence.slice(Math.max(0, size.from - 12), size.from))
    )
      continue;
    const subject = place.subjectAt(Math.min(cue.from, size.from));
    if (!subject) continue;
    const inside = place.periods(({ from, to, future }) => !future && from >= cue.from - 12 && to <= cue.to + 1);
    const behind = place.periods(
      ({ from, to, future }) =>
        !future &&
        from >= cue.to &&
        SET_THEN.test(place.sentence.slice(cue.to, from)) &&
        (WAS_SET.test(place.sentence.slice(cue.to, from)) || !/^on\b/i.test(place.sentence.slice(from, to))),
    );
    const recordIn = inside[0] ?? behind[0] ?? null;
    place.take(cue, size, recordIn);
    const on = place.periods((one) => one !== recordIn && one.precision === "day" && !one.future)[0] ?? null;
    found.push({
      kind: "distance",
      ...spanning(cue, subject.span, size, recordIn),
      subjects: subject.subjects,
      size: ofHigh ? rest(asShare(size)) : asShare(size),
      recordIn: inOf(recordIn),
      on,
    });
  }
  for (const cue of place.cues(DRAWDOWN)) {
    const size = place.quantities(({ unit }) => unit === "ratio").find(({ from, to }) => Math.min(Math.abs(from - cue.to), Math.abs(cue.from - to)) < 16);
    const subject = place.subjectAt(cue.from);
    if (!size || !subject) continue;
    if (!/drawdown/i.test(cue.match[0]) && !FROM_HIGH.test(place.clause.text)) continue;
    place.take(cue, size);
    found.push({ kind: "distance", ...spanning(cue, subject.span, size), subjects: subject.subjects, size: asShare(size), recordIn: null, on: null });
  }
  return found;
};

/** "Less than half of its high" is more than half below it. */
function rest(size: Quantity): Quantity {
  const bound = size.bound === "below" ? "above" : size.bound === "above" ? "below" : size.bound;
  return { ...size, value: 1 - size.value, bound };
}

function inOf(period: Period | null): Period | null {
  return period && { ...period, relation: "in" };
}
