import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const PEAK =
  /\b(?:peaked|topped out|crested|set (?:its|their) peaks?|hit (?:its|their) peaks?|reached (?:its|their) peaks?|(?:its|their|the) (?:high|top|peak) came)\b/gi;
const TROUGH =
  /\b(?:bottomed(?: out)?|troughed|hit (?:a |the |its |their )?(?:rock )?bottom|found (?:a |the |its |their )?(?:bottom|floor|low)|(?:set|hit|made|marked|reached|put in) (?:a |the |its |their )?(?:common |joint |same )?(?:lows?|troughs?|bottoms?)|(?:its|their|the) lows? came|(?:lows?|troughs?|bottoms?) (?:of|on|in)(?= ))\b/gi;

/** "Bitcoin peaked in November 2021 at 69,000", "both bottomed on 21 November". */
export const turn: Rule = (place) => {
  if (place.isSupposed) return [];
  const found: ReturnType<Rule> = [];
  for (const [kind, pattern] of [
    ["peak", PEAK],
    ["trough", TROUGH],
  ] as const) {
    for (const cue of place.cues(pattern)) {
      const subject = place.subjectAt(cue.from);
      const on = place.timeAt(cue.from);
      if (!subject || !on || on.future) continue;
      const size =
        place
          .quantities(({ unit, value, per }) => per === undefined && (unit === "USD" || unit === "points" || (unit === "none" && value >= 20)))
          .find(({ from }) => from > cue.from) ?? null;
      place.take(cue, size);
      found.push({
        kind: "turn",
        ...spanning(cue, subject.span, on, size),
        subjects: subject.subjects,
        turn: kind,
        on: { ...on, relation: "in" },
        level: size && { ...size, bound: "exact" },
      });
    }
  }
  return found;
};
