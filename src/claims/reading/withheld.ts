import type { Quantity } from "../mention.ts";
import { DOWN, UP } from "./lexicon/cues.ts";
import type { FoundClaim } from "./rules/rule.ts";
import type { Clause } from "./view.ts";

type Kind = FoundClaim["kind"];

/** Why a claim that a rule has read is not made after all. */
interface Guard {
  /** The kinds that it looks at; all others have words of their own for it. */
  kinds: readonly Kind[];
  holds: (claim: FoundClaim, at: { sentence: string; clause: Clause }) => boolean;
  why: string;
}

const MEASURED: readonly Kind[] = ["nearRecord", "distance", "level", "turn", "coincidence", "firstSince", "return", "ranking", "purchase", "programme"];
const STATED: readonly Kind[] = [...MEASURED, "recordSet", "outOfStep", "policyMove"];

const DENIES =
  /\b(?:not(?! only\b| just\b| least\b)|never(?! before\b)|no longer|hardly(?! (?:changed|moved))|nowhere|neither|nor|none|failed to|fails to|yet to|cannot|far from|anything but|no (?:more|less) than)\b|n['\u2019]t\b/i;
const PUT_RIGHT = /\bnot\b[^.;]{0,24}?\d[^.;]{0,24}?\bbut\b|\bnot (?:touched|moved|budged)\b/i;
const HABIT = /\b(?:always|every time|whenever|each time|the last time|as a rule|tend(?:s|ed)? to|usually|typically|normally|in the past|back then)\b/i;
const CONDITION = /\b(?:if|unless|would have|suppose|assuming|provided that|in case)\b/i;
const BETWEEN_TURNS = /\bfrom\b[^.;]{2,60}\b(?:peak|high|top|low|bottom|trough|record)\b[^.;]{0,24}\bto\b[^.;]{2,48}\b(?:low|bottom|trough|peak|high|top)\b/i;
const FROM_LOW = /\b(?:from|since|off|above)\s(?:(?:its|the|their|that|[\w'\u2019]+)\s)(?:[\w.,'\u2019-]+\s){0,5}?(?:lows?|bottoms?|trough|nadir)\b/i;
const WITHIN_DAY = /\b(?:as much as|up to|at one point|at the (?:high|low|worst|best)|intraday)\b/i;
const DENIED_WHOLE = /\b(?:(?:it is|it's|that is) (?:false|untrue|wrong|a myth|not true)|(?:is|was) (?:false|untrue|a myth)|no truth|myth that)\b/i;
const ALMOST = /\b(?:almost|nearly|far from|instead of|rather than|narrowly missed|missed)\s+(?:\w+\s+){0,2}$/i;
const PART_OF_LIST = /\b(?:none of|neither|nor)\b|,\s*not\s+(?:the\s)?[\w&]+\s*,/i;
const EXCEPT = /\b(?:except|excluding|barring|apart from|other than|with the exception of)\b/i;
const THROUGHOUT = /\b(?:throughout|every (?:day|session|week|month)|each (?:day|session|week|month)|all (?:day|week|month|quarter|year)|consistently)\b/i;
const RUN =
  /\b(?:(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})[- ](?:straight|consecutive|successive|day running|days running|days in a row|sessions in a row|weeks in a row|months in a row)|(?:for a|a) (?:second|third|fourth|fifth|sixth|seventh|eighth|\w+th) (?:day|session|week|month|quarter)|(?:winning|losing) (?:streak|run))\b/i;
const RANK = /\b(?:second|third|fourth|fifth)[- ](?:best|worst|strongest|weakest)|\b(?:one of|among) the\b|\b(?:best|worst) of the (?:two|three|four|five)\b/i;
const FROM_LEVEL = /\bfrom\b[^.;]{0,16}\$?\d[\d,.]*[^.;]{0,48}\bto\b[^.;]{0,14}\$?\d/i;
const STARTS_FROM = /^\s*(?:slightly |sharply |steeply )?from\s+(?:about |nearly |roughly |almost |some )?$/i;
const APART_BY = /^\s*(?:dollars?\s)?(?:below|above|under|over|off|from|short of|shy of|away|higher|lower|more|less)\b/i;
const PAID = /\b(?:bought|sold|purchased|acquired|cost basis|average price|entry|strike|margin)\b/i;
const SHARE_OF_LEVEL = /\d\s?(?:%|percent|per cent)\s+$/i;
const OTHER_THING =
  /\b(?:short interest|price[- ](?:to-)?earnings|P\/E|ratio|inflows?|outflows?|volumes?|open interest|hash ?rate|volatility|dominance|earnings|profits?(?!-)|dividends?|market (?:cap|value)|capitali[sz]ation|turnover|positioning|supply|production|correlations?|premiums?|fees|transactions|sentiment|funding rate|staking|wallets?|addresses)\b/i;
const OTHER_MEASURE =
  /\bin (?:euros?|yen|sterling|pounds?|francs?|gold|bitcoin|dollar|real)(?: terms)?\b(?! (?:and|or))|\b(?:priced|measured|denominated|expressed) in\b|\b(?:euro|yen|sterling|dollar|real|inflation-adjusted) terms\b|\binflation-adjusted\b|\bagainst (?:the (?:dollar|euro|yen|franc|pound)|gold|bitcoin|silver)\b/i;
const OTHER_BUYER = /\b(?:banks?|investors|foreign(?:ers)?|companies|corporate|households|funds|ECB|Japan|China|notes|bonds|mortgage|MBS)\b/i;
const BETWEEN_MARKETS = new RegExp(
  `\\b(?:${UP}|${DOWN})\\s(?:\\w+\\s)?(?:less|more) than\\s+(?:the\\s)?(?:[A-Z]|gold|silver|bitcoin|small|large|stocks|metals|ether)`,
);
const SLASHED_DATE =
  /\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b|\b(?:Christmas|Thanksgiving|Easter|Labor Day|Memorial Day|Independence Day|Election Day|Black Friday|Halloween|Good Friday|Boxing Day)\b/;
const EDGE = /\b(?:started|began|begun|opened|ended|closed|finished)\s(?:out\s)?(?:the|this|last)\s(?:day|week|month|quarter|year)\b/i;
const BY_DOLLARS = new RegExp(`\\b(?:${UP}|${DOWN})\\s+(?:by\\s+|another\\s+|some\\s+|about\\s+|more than\\s+|almost\\s+|nearly\\s+)*$`, "i");

const GUARDS: readonly Guard[] = [
  { kinds: STATED, holds: (_, { sentence }) => DENIED_WHOLE.test(sentence), why: "it denies something: denials are read only of records and of steps" },
  {
    kinds: STATED,
    holds: (claim, { sentence }) => ALMOST.test(sentence.slice(Math.max(0, claim.from - 4), verbOf(claim, sentence))),
    why: "it speaks of what almost was, or was not",
  },
  { kinds: [...MEASURED, "recordSet"], holds: (_, { clause }) => PART_OF_LIST.test(clause.text), why: "which of its markets it denies was not understood" },
  {
    kinds: [...MEASURED, "recordSet"],
    holds: (claim, { sentence }) => EXCEPT.test(sentence) && "subjects" in claim,
    why: "which market it leaves out was not understood",
  },
  {
    kinds: ["recordSet", "level", "return", "nearRecord", "distance"],
    holds: (claim, { clause }) =>
      (THROUGHOUT.test(clause.text) && !(claim.kind === "level" && claim.on === null)) ||
      (claim.kind === "level" && claim.on !== null && claim.on.first !== claim.on.last && /\b(?:stayed|held|holding|remained|kept)\b/i.test(clause.text)),
    why: "what holds all the time is not read",
  },
  { kinds: ["return"], holds: (_, { clause }) => RUN.test(clause.text), why: "a run of days is not read" },
  { kinds: ["ranking"], holds: (_, { clause }) => RANK.test(clause.text), why: "a place other than the first or last is not read" },
  { kinds: ["return", "level"], holds: (_, { clause }) => FROM_LEVEL.test(clause.text), why: "a move from one level to another is not read" },
  {
    kinds: ["return"],
    holds: (claim, { sentence }) => claim.kind === "return" && claim.size !== null && STARTS_FROM.test(between(sentence, claim)),
    why: "a change from one share to another is not read",
  },
  {
    kinds: ["return"],
    holds: (claim, { clause }) => claim.kind === "return" && claim.size === null && BETWEEN_MARKETS.test(clause.text),
    why: "how the two moves compare was not understood",
  },
  {
    kinds: ["return"],
    holds: (claim, { clause }) =>
      claim.kind === "return" &&
      claim.size === null &&
      clause.quantities.some(({ unit, from }) => (unit === "USD" || unit === "points" || unit === "EUR") && from >= claim.from),
    why: "a change in dollars or points is not read",
  },
  {
    kinds: ["level"],
    holds: (claim, { sentence, clause }) =>
      claim.kind === "level" &&
      (APART_BY.test(sentence.slice(claim.level.to)) ||
        PAID.test(before(sentence, claim.level, 32)) ||
        SHARE_OF_LEVEL.test(before(sentence, claim.level, 24)) ||
        (claim.on === null && EDGE.test(clause.text))),
    why: "a distance or a price paid is no level",
  },
  {
    kinds: [...MEASURED.filter((kind) => kind !== "purchase" && kind !== "programme"), "recordSet"],
    holds: (_, { clause }) => OTHER_THING.test(clause.text),
    why: "it speaks of something else than a price",
  },
  {
    kinds: ["recordSet", "nearRecord", "distance", "level", "turn", "return", "ranking"],
    holds: (_, { clause }) => OTHER_MEASURE.test(clause.text),
    why: "it is measured in something else than dollars",
  },
  {
    kinds: ["purchase", "programme"],
    holds: (_, { sentence, clause }) =>
      OTHER_BUYER.test(clause.text) && !/\b(?:Fed|Federal Reserve|central bank)\b/.test(sentence.replace(/\b(?:notes|bonds|mortgage|MBS)\b.*$/i, "")),
    why: "who buys, or what, was not understood",
  },
  {
    kinds: ["recordSet", "level", "return", "nearRecord", "turn", "policyMove"],
    holds: (claim, { sentence, clause }) => "on" in claim && claim.on === null && SLASHED_DATE.test(sentence) && clause.periods.length === 0,
    why: "its date was not understood",
  },
  { kinds: ["recordSet"], holds: (_, { sentence }) => /\bcoincid|\bcome together\b/i.test(sentence), why: "it speaks of several highs at once" },
  {
    kinds: [...MEASURED, "policyMove"],
    holds: (claim, { sentence, clause }) => denies(sentence.slice(clause.from, claim.to)),
    why: "it denies something: denials are read only of records and of steps",
  },
  { kinds: STATED, holds: (_, { clause }) => CONDITION.test(clause.text), why: "it is conditional" },
  {
    kinds: ["recordSet", "nearRecord", "level", "return", "turn", "distance"],
    holds: (_, { sentence }) => HABIT.test(sentence),
    why: "it speaks of a habit or of another time",
  },
  { kinds: ["return", "distance"], holds: (_, { sentence }) => BETWEEN_TURNS.test(sentence), why: "a move from one turning point to another is not read" },
  { kinds: ["return"], holds: (_, { clause }) => FROM_LOW.test(clause.text), why: "a move from a low is not read" },
  { kinds: ["return", "ranking"], holds: (claim, at) => "over" in claim && hasOtherSince(claim, at), why: "the day since when it is said was not understood" },
  {
    kinds: ["return", "ranking"],
    holds: (_, { sentence }) => /\brespectively\b/i.test(sentence),
    why: "which number belongs to which market was not understood",
  },
  {
    kinds: ["return"],
    holds: (claim, { sentence }) =>
      "size" in claim && claim.size !== null && WITHIN_DAY.test(before(sentence, claim.size, 16) + sentence.slice(claim.size.from, claim.size.to)),
    why: "a move within the day is not read",
  },
  {
    kinds: ["outOfStep"],
    holds: (claim, { clause }) => claim.kind === "outOfStep" && clause.periods.some(({ relation }) => relation === "since" || relation === "past"),
    why: "a state over a time is not read, only one as of a day",
  },
  {
    kinds: ["level"],
    holds: (claim, { sentence }) =>
      claim.kind === "level" &&
      !/^(?:above|below|over|under|past|beyond)\b/i.test(sentence.slice(claim.level.from)) &&
      BY_DOLLARS.test(before(sentence, claim.level, 40)),
    why: "a change in dollars is not read",
  },
];

/** Why a claim is not made, where its sentence says something else than its words: a denial, a habit, a condition. Undefined where nothing speaks against it. */
export function withheld(claim: FoundClaim, at: { sentence: string; clause: Clause }): string | undefined {
  return GUARDS.find(({ kinds, holds }) => kinds.includes(claim.kind) && holds(claim, at))?.why;
}

function denies(text: string): boolean {
  return DENIES.test(text.replace(PUT_RIGHT, ""));
}

/** Whether a "since" of the clause is not that of the claim's own time. */
function hasOtherSince(claim: Extract<FoundClaim, { over: unknown }>, { sentence, clause }: { sentence: string; clause: Clause }): boolean {
  return [...clause.text.matchAll(/\bsince\b/gi)].some(({ index }) => {
    const at = clause.from + index;
    // "Its best week since March" measures nothing from March.
    if (/\b(?:best|worst|biggest|largest|steepest|first|longest|highest|lowest|most|strongest|weakest)\b/i.test(before(sentence, { from: at }, 40)))
      return false;
    return (
      claim.over.relation !== "since" &&
      !clause.periods.some((one) => one.relation === "since" && at >= one.from && at < one.to && one.from === claim.over.from)
    );
  });
}

/** The words between the verb of a return and its number. */
function between(sentence: string, claim: Extract<FoundClaim, { kind: "return" }>): string {
  const text = sentence.slice(claim.from, claim.size?.from ?? claim.from);
  return text.slice(text.search(/\b(?:from)\b/i) < 0 ? text.length : text.search(/\s+(?:slightly |sharply |steeply )?from\b/i));
}

/** Where the verb of a claim may begin at the latest. */
function verbOf({ from, to }: FoundClaim, sentence: string): number {
  const match = /\b(?:set|hit|reach|notch|post|touch|clos|record)\w*/i.exec(sentence.slice(from, to));
  return from + (match?.index ?? 0);
}

function before(sentence: string, { from }: Pick<Quantity, "from">, length: number): string {
  return sentence.slice(Math.max(0, from - length), from);
}
