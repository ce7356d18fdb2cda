import { IS_HIGH, MODAL } from "../lexicon/cues.ts";
import { spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const CATCH_UP =
  /\b(?:catch(?:es|ing)? up|caught up|close the gap|closing the gap|follow(?:s|ing)? (?:suit|through|higher)?|rejoin|join(?:s|ing)? (?:the|them|in)|play(?:s|ing)? catch-?up)\b/i;
const POLICY = /\b(?:rate|rates|rate cuts?|cuts?|hikes?|hold|Fed|easing|tightening)\b/;
const PRICE =
  /\b(?:see|catch\w*|close the gap|follow|rejoin|join|rise|rally|rallies|climb|gain|break|hit|reach|test|retest|soar|surge|jump|fall|drop|slide|crash|correct|correction|decline|recover|rebound|bounce|outperform|underperform|beat|lag|lead|peak|bottom|breakout|upside|downside|record|records|high|highs|top|double|triple|higher|lower|cheap|expensive|undervalued|overvalued|overbought|oversold|ripe|bull|bear|catch-up|move|trade|end|finish|target|go)\b/i;

/** What nobody can check on the day: a forecast, a recommendation, a judgement on where a market goes. */
export const opinion: Rule = (place) => {
  const match = MODAL.exec(place.clause.text) ?? (place.isSupposed ? /\S/.exec(place.clause.text) : null);
  const level = place.quantities(({ unit, value }) => unit === "USD" || (unit === "none" && value >= 1000))[0] ?? null;
  // What another rule has read in this clause is what it says: "earnings are expected to grow".
  if (!match || place.isTaken(place.clause)) return [];
  const named = place.clause.entities.some(({ of, pointsBack }) => of === "market" && !pointsBack);
  if (!level && !named && ![POLICY, PRICE, CATCH_UP].some((words) => words.test(place.clause.text))) return [];
  const at = place.clause.from + match.index;
  const cue = { from: at, to: at + match[0].length };
  if (place.isTaken(cue)) return [];
  const own = place.clause.groups[0];
  const subject = place.subjectAt(at) ?? (own && { subjects: own.subjects, span: own });
  if (!subject && !POLICY.test(place.clause.text)) return [];
  const by = place.periods(({ future }) => future)[0] ?? null;
  // The numbers of a forecast are its own: none of them is left as not understood.
  place.take({ from: place.clause.from, to: place.clause.to });
  const about = CATCH_UP.test(place.clause.text) ? "catchUp" : level ? "level" : IS_HIGH.test(place.clause.text) ? "record" : "other";
  const text = place.clause.text;
  const from = place.clause.from + (/^[\s,;:\u2013\u2014-]*(?:and\s|but\s)?/i.exec(text)?.[0].length ?? 0);
  const to = place.clause.from + text.trimEnd().replace(/[.!,;]+$/, "").length;
  return [{ kind: "opinion", ...spanning({ from, to: Math.max(to, cue.to) }), subjects: subject?.subjects ?? { of: [], kind: false }, about, level, by }];
};
