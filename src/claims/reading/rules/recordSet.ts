import type { Basis } from "../../../market/index.ts";
import type { Quantity } from "../../mention.ts";
import { HIGH, IS_HIGH, SETTING, WINDOW_HIGH } from "../lexicon/cues.ts";
import { type Place, spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const SET = new RegExp(`\\b${SETTING}\\s+(?:(?!close to\\b)[\\w'\u2019$%,.-]+\\s+){0,5}?${HIGH}(?!\\w)`, "gi");
const ANOTHER_ONE = /\b(?:set|sets|hit|hits|notched|posted|reached|saw|had)\s+(?:its|their|a|the|another)\s+(?:[\w-]+\s+){0,2}ones?\b/gi;
const SHORT_OF = new RegExp(
  `\\b(?:fell|falls|fallen|ended|ends|closed|closes|finished|stopped|came up)\\s(?:just\\s|a (?:hair|whisker|touch)\\s)?(?:short|shy) of (?:a|its|their|another)\\s(?:new\\s|fresh\\s)?${HIGH}`,
  "gi",
);
const WITHOUT = new RegExp(`\\bwithout (?:a |any |a single |another )(?:new |fresh )?${HIGH}`, "gi");
const CAME = new RegExp(
  `\\b(?:its|their|whose|the)\\s+(?:[\\w-]+\\s+){0,2}${HIGH}\\s+(?:came|was set|were set|dates? from|dated from|fell|happened|was reached|occurred)\\b`,
  "gi",
);
const CAME_ON = /\b(?:came|was set|were set|dates? from|dated from|fell|happened|was reached|occurred)$/i;
const NEGATED = /\b(?:not|never|no|yet to|failed to|fails to|without (?:a |any )?|nor|neither|short of|shy of)\b|n['\u2019]t\b/i;
const NOUN_FIRST = new RegExp(
  `(?:^|[\\s,\u2013\u2014:])${HIGH}(?=\\s+(?:for|in|by|as)\\s)|^\\s*(?:new|fresh|another)?\\s*${HIGH}(?=\\s*[!.,:;]|$)|\\bthe\\s+(?:\\d{1,3}(?:st|nd|rd|th)|[a-z]+(?:st|nd|rd|th))\\s+${HIGH}|(?:^|[,:–—-])\\s*(?:a|its|their|another|yet another|new)\\s+(?:[\\w-]+\\s+){0,2}${HIGH}`,
  "gi",
);
const BARE = new RegExp(`(?:new|another|fresh)\\s+(?:[\\w-]+\\s+)?${HIGH}`, "gi");
const STRAIGHT = /\b(?:straight|consecutive|successive|in a row|running)\b/i;
const MADE_OF = /\b(?:below|under|from|off|beneath|since|of|near|than|without)\s+(?:[\w'\u2019-]+\s+){0,4}$/i;

/** "The Russell 2000 closed at a record on Thursday", "a 52-week high", "has not set a record since October". */
export const recordSet: Rule = (place) => {
  // What is still to come is no fact yet.
  if (place.isSupposed || place.periods(({ future }) => future).length > 0) return [];
  const found: ReturnType<Rule> = [];
  for (const cue of place.cues(WINDOW_HIGH)) {
    const subject = place.subjectAt(cue.from);
    if (!subject || MADE_OF.test(before(place, cue.from))) continue;
    place.take(cue);
    const weeks = cue.match[1] === undefined ? 52 : Number(cue.match[1]);
    found.push({ ...common(place, cue), ...spanning(cue, subject.span), subjects: subject.subjects, weeks, count: null, straight: false });
  }
  for (const pattern of IS_HIGH.test(place.sentence) ? [WITHOUT, SHORT_OF, CAME, SET, NOUN_FIRST, BARE, ANOTHER_ONE] : [SET, NOUN_FIRST]) {
    for (const cue of place.cues(pattern)) {
      if (place.isTaken(cue)) continue;
      // "$BTC new high": a headline that leaves out its verb.
      if (pattern === BARE && !place.clause.groups.some(({ to }) => to <= cue.from && /^\s*$/.test(place.sentence.slice(to, cue.from)))) continue;
      if (pattern === NOUN_FIRST && MADE_OF.test(before(place, cue.from))) continue;
      const head = cue.match[0];
      if (
        (pattern !== CAME && pattern !== WITHOUT && pattern !== SHORT_OF && /\b(?:below|under|from|than|shy of|without)\b/i.test(head)) ||
        /\b(?:close|near|next|compared)\s*$/i.test(before(place, cue.from))
      )
        continue;
      const subject = place.subjectAt(cue.from);
      if (!subject) continue;
      const count =
        place
          .quantities(({ unit, from, to }) => unit === "none" && from >= cue.from - 12 && to <= cue.to)
          .find(({ value }) => Number.isInteger(value) && value < 400) ?? null;
      const year = place.periods(({ precision, future, from }) => precision === "year" && !future && from > cue.from)[0];
      const ordinal =
        year && !count
          ? place.quantities(({ unit, value, from }) => unit === "none" && Number.isInteger(value) && from >= cue.to && from < year.from)[0]
          : undefined;
      place.take(cue, count, ordinal);
      const own = pattern === WITHOUT || pattern === SHORT_OF ? { ...common(place, cue), negated: true } : common(place, cue);
      // "Set a record on Friday, its 28th this year": counted from the year's first day to that one.
      const counted = ordinal && { on: own.on?.precision === "day" ? { ...year!, last: own.on.last } : year!, count: asCount(ordinal) };
      found.push({
        ...own,
        ...spanning(cue, subject.span, count, ordinal, counted ? year : null),
        subjects: subject.subjects,
        weeks: null,
        count: count && asCount(count),
        straight: count !== null && STRAIGHT.test(place.clause.text),
        ...counted,
      });
    }
  }
  return found;
};

function common(place: Place, cue: { from: number; to: number; match: RegExpMatchArray }) {
  const behind = CAME_ON.test(cue.match[0]) ? place.periods(({ from, future }) => from >= cue.from && !future)[0] : undefined;
  const own = behind ? { ...behind, relation: "in" as const, last: behind.precision === "day" ? behind.first : behind.last } : place.timeAt(cue.from);
  // A report of a day goes on with it: "the Dow also closed at a record".
  const on = own ?? (/\b(?:closed|ended|finished|settled)\b/i.test(cue.match[0]) ? place.dayBefore(cue.from) : null);
  const said = `${before(place, cue.from)} ${cue.match[0]} ${place.sentence.slice(cue.to, cue.to + 24)}`;
  const basis: Basis | null = /\bintra-?day\b/i.test(said)
    ? "intraday"
    : /\btotal[- ]return\b/i.test(said)
      ? "total-return"
      : /\bclos(?:e|ed|ing|es)\b|\bsettle|\bfinish|\bended\b/i.test(said)
        ? "close"
        : null;
  return {
    kind: "recordSet" as const,
    on: on && !on.future ? on : null,
    basis,
    negated: NEGATED.test(place.sentence.slice(Math.max(place.clause.from, cue.from - 48), cue.to)),
  };
}

function before(place: Place, at: number): string {
  return place.sentence.slice(Math.max(place.clause.from, at - 64), at);
}

/** A number of records counts them one by one. */
function asCount(count: Quantity): Quantity {
  return { ...count, step: 1 };
}
