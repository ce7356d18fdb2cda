import type { PolicyMove } from "../../claim.ts";
import type { Quantity } from "../../mention.ts";
import { type Place, spanning } from "../place.ts";
import type { Rule } from "./rule.ts";

const MOVES: readonly (readonly [PolicyMove["direction"], RegExp])[] = [
  [
    "hold",
    /\b(?:held|holds|holding|kept|keeps|sat still|sat tight|not touched|not moved|not budged|left|leaves|leaving|maintained|paused|stood pat|stands pat|unchanged|on hold|hold)\b/gi,
  ],
  ["cut", /\b(?:cut|cuts|cutting|lowered|lowers|lowering|reduced|reduces|reduction|trimmed|trims|slashed|slashes|eased|shaved)\b/gi],
  ["hike", /\b(?:raised|raises|raising|hiked|hikes|hiking|hike|lifted|lifts|increased|increases|increase|tightened)\b/gi],
];
// What is priced, asked for or foreseen is no decision.
const NOT_DONE =
  /\b(?:pric(?:e|ed|es|ing)|imply|implies|implied|expect(?:s|ed|ing|ations)?|likely|unlikely|could|may(?! \d)|might|should|would|will|odds|chances?|probability|bet|bets|hopes?|forecasts?|(?:another|further|more|next)(?= (?:\d|cuts?|hikes?|half|quarter|rate|easing|move|meeting))|calls?|called|urged|demand(?:s|ed)?|refus\w+|refrain\w*|press(?:ed|es|ing)?|wants?|wanted|plans?|planned|ruled? out|oppos\w+|voted against|backed|dissent\w*|favou?r\w*|prefer\w*|consider\w*|discuss\w*|debat\w+|staff|workforce|jobs|projections?|outlook|without|instead)\b/i;
const INFINITIVE = /\bto (?:cut|hike|raise|lower|hold|keep|trim|slash|lift)\b/i;
const DECIDED = /\b(?:decided|voted|moved|chose|opted|agreed)\s(?:[\w-]+\s){0,2}to\b/i;
const RATE =
  /\b(?:(?:interest|policy|benchmark|key|borrowing|lending) (?:rates?|costs)|rates?|basis points?|bps?|percentage point|target range|the range|quarter[- ]point|half[- ]point|half a point)\b/i;
const MOVE_ITSELF =
  /\b(?:hik(?:e|ed|es|ing)|rate (?:cut|hike|increase)s?|(?:cut|hike|hold|increase|rise|reduction|pause)s? in a row|(?:straight|consecutive|successive) (?:cut|hike|hold|increase|rise|reduction|pause)s?|paused|stood pat|sat still|sat tight|not (?:touched|moved|budged)|tightened|eased|in (?:a row|succession)|cuts? (?:again|twice|once)|cut\b)/i;
const OTHER_BANK = /\b(?:ECB|European Central Bank|Bank of (?:England|Japan|Canada)|BoE|BoJ|SNB|RBA|RBNZ|Riksbank|Frankfurt|deposit rate|Bank Rate)\b/;
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
const ORDINAL = new RegExp(
  `\\b(${ORDINALS.slice(1).join("|")})\\s(?:straight |consecutive |successive |such )?(?:(?:cut|hike|hold|increase|reduction|pause|rise|move|meeting)\\b|in (?:a row|succession)\\b)`,
  "gi",
);
const COUNTS =
  /^\s*(?:times?|straight|consecutive|successive|in (?:a row|succession)|(?:more |further )?(?:cuts?|hikes?|moves?|increases|reductions|meetings))\b/i;
const TIMES: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

/** "The Fed cut by 25 basis points on Wednesday", "left rates unchanged", "the third hike in a row", "after a half-point cut". */
export const policyMove: Rule = (place) => {
  if (!isOfPolicy(place) || place.has(NOT_DONE)) return [];
  if (place.has(INFINITIVE) && !place.has(DECIDED)) return [];
  const found: ReturnType<Rule> = [];
  for (const [direction, pattern] of MOVES) {
    for (const cue of place.cues(pattern)) {
      // "Its first cut since March 2020" speaks of the cut that was told.
      if (found.length > 0 && /\b(?:first|second|third|last|latest|such)\s$/i.test(place.sentence.slice(0, cue.from))) continue;
      // "Kept its rate unchanged": one hold, two words for it.
      if (direction === "hold" && found.length > 0) continue;
      // "Cut its rate, the third cut in a row": one cut, with its count.
      const again = found.at(-1);
      if (
        again?.kind === "policyMove" &&
        again.direction === direction &&
        /\b(?:a|the|its|this)\s(?:[\w-]+\s){0,2}$/i.test(place.sentence.slice(0, cue.from)) &&
        !place.periods(({ from }) => from > cue.from).length
      )
        continue;
      const size =
        place.quantities(
          (one) => one.unit === "bp" || ((one.unit === "ratio" ? one.value <= 0.011 : one.unit === "points" && one.value <= 1) && one.upper === undefined),
        )[0] ?? null;
      const range = place.quantities(({ unit, upper, value }) => unit === "ratio" && (upper !== undefined || value > 0.011) && value < 0.2)[0] ?? null;
      const count = countIn(place, size);
      const on = place.timeAt(cue.from);
      place.take(cue, size, range, count);
      const fed = place.clause.entities.find(({ of }) => of === "fed");
      found.push({
        kind: "policyMove",
        ...spanning(cue, fed, size, range, on),
        direction,
        size: size && asBp(size),
        range,
        on: on && !on.future ? on : null,
        count,
      });
    }
  }
  return found.length > 0 ? found : rangeAlone(place);
};

const TAKES = /\b(?:takes?|took|brings?|brought|puts?|leaves?|left|set|sets|now|stands?|is|to)\b/gi;

/** "This takes the target range to 4.75-5.00 %": the direction is that of the move told before. */
function rangeAlone(place: Place): ReturnType<Rule> {
  const [range] = place.quantities(({ unit, upper, value }) => unit === "ratio" && upper !== undefined && value < 0.2);
  const [cue] = place.cues(TAKES);
  if (!range || !cue || !/\b(?:range|rates?)\b/i.test(place.clause.text) || place.said.policy === null) return [];
  place.take(range);
  return [{ kind: "policyMove", ...spanning(cue, range), direction: place.said.policy, size: null, range, on: null, count: null }];
}

/** Whether the clause speaks of the Federal Reserve's rate: by its name, by a word for the rate, or by going on with what was said of it. */
function isOfPolicy({ clause, clauses, said, k }: Place): boolean {
  const { text, entities, groups } = clause;
  if (OTHER_BANK.test(text)) return false;
  const fed = entities.some(({ of }) => of === "fed");
  if (fed) return RATE.test(text) || MOVE_ITSELF.test(text);
  if (groups.some(({ subjects }) => subjects.of.some(({ candidates }) => candidates.length > 0)) && !entities.every(({ pointsBack }) => pointsBack))
    return /\b(?:half|quarter)[- ]point (?:cut|hike)|rate (?:cut|hike)\b/i.test(text);
  const before = said.topic === "policy" || clauses.slice(0, k).some((one) => one.entities.some(({ of }) => of === "fed"));
  return before ? RATE.test(text) || MOVE_ITSELF.test(text) : /\b(?:half|quarter)[- ]point (?:cut|hike)|rate (?:cut|hike)\b/i.test(text);
}

/** How many moves are said: "the third in a row", "twice this year". */
function countIn(place: Place, size: Quantity | null): Quantity | null {
  const number = place
    .quantities(({ unit, value, from }) => (unit === "none" || unit === "times") && Number.isInteger(value) && value < 20 && from !== size?.from)
    // Votes and officials are counted as well.
    .find((one) => one.unit === "times" || COUNTS.test(place.sentence.slice(one.to)) || /(?:st|nd|rd|th)$/.test(place.sentence.slice(one.from, one.to)));
  if (number) return { ...number, step: 1 };
  const [ordinal] = place.cues(ORDINAL);
  if (ordinal)
    return {
      kind: "quantity",
      from: ordinal.from,
      to: ordinal.to,
      value: ORDINALS.indexOf(ordinal.match[1]!.toLowerCase()) + 1,
      unit: "none",
      step: 1,
      bound: "exact",
    };
  const [word] = place.cues(/\b(?:once|twice|thrice)\b/gi);
  return word ? { kind: "quantity", from: word.from, to: word.to, value: TIMES[word.match[0].toLowerCase()]!, unit: "none", step: 1, bound: "exact" } : null;
}

function asBp(size: Quantity): Quantity {
  if (size.unit === "points") return { ...size, value: size.value * 100, step: size.step * 100, unit: "bp" };
  return size.unit === "ratio" ? { ...size, value: size.value * 1e4, step: size.step * 1e4, unit: "bp" } : size;
}
