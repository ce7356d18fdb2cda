import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const APART =
  /\b(?:out of (?:sync|step|line|lockstep|phase)|decoupled|decouples|diverged|diverges|diverging|parted ways|come unglued|come adrift|gone (?:its|their) own way|broken ranks|detached|disconnected|parted company|broken away|left behind|lags? (?:far |well |badly )?behind|lagg(?:ed|ing) (?:far |well |badly )?behind|been lagging|is lagging|are lagging|fallen behind|falling behind|missing out|missed the (?:party|rally)|the (?:odd one out|laggard)|stands apart|not (?:confirmed|joined)|has not joined|sat out|sitting out)\b/gi;
const TOGETHER = /\b(?:in (?:lockstep|step|sync|tandem)|marching together|moving together|move together|hand in glove)\b/gi;

/** "Bitcoin has fallen out of step with stocks", "the two are in lockstep". */
export const outOfStep: Rule = (place) => {
  if (place.isSupposed) return [];
  const [apart] = place.cues(APART);
  const [together] = apart ? [] : place.cues(TOGETHER);
  const cue = apart ?? together;
  if (!cue) return [];
  const subject = place.subjectAt(cue.from);
  if (!subject) return [];
  const others = place.clause.groups.filter((group) => group !== subject.span && group.from > cue.from).flatMap(({ subjects }) => subjects.of);
  const denied = /\b(?:not|no longer|hardly|n['\u2019]t|never)\s*(?:[\w-]+\s+){0,2}$/i.test(place.sentence.slice(Math.max(0, cue.from - 30), cue.from));
  const on = place.timeAt(cue.from);
  place.take(cue);
  return [
    {
      kind: "outOfStep",
      ...spanning(cue, subject.span, ...place.clause.groups),
      subjects: { of: [...subject.subjects.of, ...others], kind: false },
      negated: (cue === together) !== denied,
      on: on && !on.future && (on.precision === "day" || on.relation === "in") ? on : null,
    },
  ];
};
