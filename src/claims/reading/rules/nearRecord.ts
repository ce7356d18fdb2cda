import { HIGH } from "../lexicon/cues.ts";
import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const NEAR = new RegExp(
  `\\b(?:near(?:s|ing|ed)?|close to|just (?:below|under|shy of|off|beneath|short of)|a (?:whisker|hair|touch|shade|fraction) (?:below|from|away from|under|off|short of)|within (?:striking|touching) distance of|within reach of|within a (?:whisker|hair|breath|hair's breadth) of|(?:only |just )?a (?:stone's throw|step|hop|short hop) (?:away )?from|(?:an )?inch(?:es)? (?:away )?from|not far (?:from|below|off)|(?:slightly|a little|barely|narrowly|marginally) (?:below|under|off)|on the (?:verge|brink|cusp) of|approach(?:es|ed|ing)?|hover(?:s|ed|ing)? (?:near|around|just below)|flirt(?:s|ed|ing)? with|knocking on the door of|shy of|inches from)\\s+(?:(?:its|their|a|an|the|another|own|recent|prior|previous|old|fresh|new|[\\w'\u2019-]+)\\s+){0,4}?${HIGH}\\b`,
  "gi",
);
const WITHIN = new RegExp(`\\bwithin\\s+[^,;]{1,24}?\\s(?:of|from)\\s+(?:[\\w'\u2019-]+\\s+){0,4}?${HIGH}\\b`, "gi");

export const nearRecord: Rule = (place) => {
  const found: ReturnType<Rule> = [];
  for (const cue of place.cues(WITHIN)) {
    const [within] = place.quantities(({ unit, from, to }) => unit === "ratio" && from >= cue.from - 8 && to <= cue.to);
    const subject = place.subjectAt(cue.from);
    if (!subject || !within) continue;
    place.take(cue, within);
    const on = place.timeAt(cue.from);
    found.push({ kind: "nearRecord", ...spanning(cue, subject.span, within), subjects: subject.subjects, within: { ...within, bound: "below" }, on: now(on) });
  }
  for (const cue of place.cues(NEAR)) {
    // "27 % shy of its record" is a distance.
    if (place.clause.quantities.some(({ unit, to, from }) => (unit === "ratio" || unit === "none") && cue.from - to < 3 && from < cue.from)) continue;
    const subject = place.subjectAt(cue.from);
    if (!subject) continue;
    place.take(cue);
    found.push({ kind: "nearRecord", ...spanning(cue, subject.span), subjects: subject.subjects, within: null, on: now(place.timeAt(cue.from)) });
  }
  return found;
};

/** Nearness is of a day: a longer time names when the record was set, if anything. */
function now<T extends { precision: string; future: boolean }>(on: T | null): T | null {
  return on && on.precision === "day" && !on.future ? on : null;
}
