import type { Day } from "../../market/index.ts";
import type { Article, Span } from "../article.ts";
import type { Claim, NotUnderstood, ReadArticle, Subjects } from "../claim.ts";
import type { Entity, Period, Quantity } from "../mention.ts";
import { clausesOf } from "./clausesOf.ts";
import { periodsIn } from "./days/periodsIn.ts";
import { distinctSubjects, subjectKey } from "./distinctSubjects.ts";
import { elliptical } from "./elliptical.ts";
import { entitiesIn, type NamedMarket } from "./entitiesIn.ts";
import { inYearSaid } from "./inYearSaid.ts";
import { DOWN, HIGH, UP } from "./lexicon/cues.ts";
import { quantitiesIn } from "./numbers/quantitiesIn.ts";
import { Place } from "./place.ts";
import { RULES } from "./rules/index.ts";
import type { FoundClaim } from "./rules/rule.ts";
import { sentencesIn } from "./sentencesIn.ts";
import { subjectGroups } from "./subjectGroups.ts";
import type { Clause, Discourse } from "./view.ts";
import { withheld } from "./withheld.ts";

/**
 * The checkable statements of an article, each with the span that it stands in, in the order of the text.
 *
 * Read sentence by sentence by rules, one a kind of claim; words that point back are resolved by what was said before. Numbers that no rule took are
 * returned as not understood. A question states nothing. Cost: linear in the length of the text.
 *
 * @param published the day to which "on Thursday" and "this year" refer
 * @param others markets beside those that every reader knows, with their names
 * @throws RangeError when published is no day
 *
 * @example
 * import { readClaims } from "lockstep/claims";
 * const { claims } = readClaims({ text: "Bitcoin is 27 % below its October record." }, "2025-12-12");
 * claims.map(({ kind, size }) => [kind, size.value]); // => [["distance", 0.27]]
 */
export function readClaims({ text }: Pick<Article, "text">, published: Day, others: readonly NamedMarket[] = []): ReadArticle {
  const sentences = sentencesIn(text);
  const claims: Claim[] = [];
  const notUnderstood: NotUnderstood[] = [];
  let said: Discourse = { published, subjects: null, named: [], pair: null, day: null, over: null, bills: false, policy: null, topic: null };
  for (const [k, span] of sentences.entries()) {
    const read = readSentence(text.slice(span.from, span.to), said, others);
    claims.push(...read.claims.map((one) => shifted(one, span.from, k)));
    if (read.why !== null) notUnderstood.push({ ...span, sentence: k, why: read.why });
    said = read.said;
  }
  return { published, sentences, claims, notUnderstood };
}

interface ReadSentence {
  claims: FoundClaim[];
  why: string | null;
  said: Discourse;
}

function readSentence(sentence: string, before: Discourse, others: readonly NamedMarket[]): ReadSentence {
  const entities = entitiesIn(sentence, others);
  const quantities = quantitiesIn(sentence);
  const periods = inYearSaid(sentence, periodsIn(sentence, before.published));
  const spans = clausesOf(
    sentence,
    entities.filter(({ of }) => of === "market" || of === "unknownMarket"),
  );
  const groups = subjectGroups(sentence, entities, spans, before);
  const clauses = spans.map((span): Clause => {
    const within = (one: Span) => one.from >= span.from && one.from < span.to;
    return {
      ...span,
      text: sentence.slice(span.from, span.to),
      groups: groups.filter(within),
      entities: entities.filter(within),
      quantities: quantities.filter(within),
      periods: periods.filter(within),
    };
  });
  // What is longer is no sentence, and every rule looks at all of it.
  const endless = sentence.length > LONGEST || spans.length > MOST_CLAUSES;
  const asks = /\?["'\u201d\u2019)]*\s*$/.test(sentence);
  const taken: Span[] = [];
  const found: FoundClaim[] = [];
  const reasons: string[] = [];
  let said = before;
  for (const k of endless ? [] : clauses.keys()) {
    const place = new Place(sentence, clauses, k, said, taken);
    const own = asks ? [] : RULES.flatMap((rule) => rule(place));
    if (!asks) own.push(...elliptical(place, [...found, ...own]));
    const made = own.filter((one) => {
      const why = withheld(one, { sentence, clause: clauses[k]! });
      if (why !== undefined) reasons.push(why);
      return why === undefined;
    });
    found.push(...made);
    said = heard(said, clauses[k]!, made);
  }
  const told = found.filter((one) => !isRepeated(one, found));
  told.sort((a, b) => a.from - b.from || b.to - a.to);
  // A number counts as understood when a rule took it for one, not when it stands in words that a rule took.
  const forecast = told.filter(({ kind }) => kind === "opinion");
  const understood = [...taken.filter((span) => quantities.some(({ from, to }) => span.from === from && span.to === to)), ...forecast];
  const left = quantities.filter((one) => isNumber(one) && !understood.some(({ from, to }) => one.from < to && one.to > from));
  if (endless) reasons.push("it is longer than a sentence is");
  const why =
    reasons[0] ?? (left.length > 0 ? whyNot(asks, told, entities, left) : told.length === 0 && !asks && isOfMarkets(entities, sentence) ? UNREAD : null);
  return { claims: told, why, said: after(said, clauses) };
}

const LONGEST = 2000; // characters
const MOST_CLAUSES = 60;
const UNREAD = "it says nothing of a kind that can be checked, or names no time for it";
const OF_PRICES = new RegExp(
  `\\b(?:${UP}|${DOWN})\\b|${HIGH}|\\b(?:low|lows|bear market|bull market|correction|rall(?:y|ies)|sell-?off|outperform\\w*|underperform\\w*)\\b`,
  "i",
);

/** A sentence on the prices of markets, with or without a number: where no rule reads it, that is said. */
function isOfMarkets(entities: readonly Entity[], sentence: string): boolean {
  return entities.some(({ of, pointsBack }) => of === "market" && !pointsBack) && OF_PRICES.test(sentence);
}

/** "Silver plunged on Friday, losing 28.5 %": the move without its size says nothing beside the one with it. */
function isRepeated(one: FoundClaim, all: readonly FoundClaim[]): boolean {
  if (one.kind !== "return" || one.size) return false;
  const market = (claim: FoundClaim) => ("subjects" in claim ? claim.subjects.of.map(subjectKey).join(" ") : "");
  return all.some((other) => other.kind === "return" && other.size && other.direction === one.direction && market(other) === market(one));
}

/** A number that a reader would take for one: a word such as "two" alone is none. */
function isNumber({ unit, step, value }: Quantity): boolean {
  return unit !== "none" || value >= 13 || step < 1;
}

function whyNot(asks: boolean, found: readonly FoundClaim[], entities: readonly Entity[], left: readonly Quantity[]): string {
  if (asks) return "it is a question";
  if (found.length > 0) return left.length === 1 ? "one of its numbers was not understood" : "some of its numbers were not understood";
  if (entities.length === 0) return "it names no market or institution that is known";
  return UNREAD;
}

/** What a clause leaves for words that point back. */
function heard(said: Discourse, { groups, periods, entities, text }: Clause, found: readonly FoundClaim[]): Discourse {
  const about = found.flatMap((one) => ("subjects" in one ? [one.subjects] : [])).at(-1) ?? groups[0]?.subjects;
  // The day of a record that something is measured from is not the day that is spoken of.
  const aside = new Set(found.flatMap((one) => (one.kind === "distance" && one.recordIn ? [one.recordIn.from] : [])));
  const day = periods.findLast((one) => one.precision === "day" && !one.future && !aside.has(one.from)) ?? null;
  const several = [...groups.map(({ subjects }) => subjects), ...found.flatMap((one) => ("subjects" in one ? [one.subjects] : []))].findLast(isPair);
  const kinds = new Set(found.map(({ kind }) => kind));
  const named = groups.flatMap(({ subjects }) => subjects.of);
  return {
    ...said,
    subjects: about ?? said.subjects,
    named: [...said.named, ...named].slice(-24),
    pair: several ?? said.pair,
    day: day ?? said.day,
    over: found.findLast((one) => one.kind === "return")?.over ?? (day && said.over?.precision === "day" ? day : said.over),
    bills:
      entities.some(({ of }) => of === "bills") || /\bT?-?bills\b/i.test(text)
        ? true
        : kinds.size > 0 && !kinds.has("programme") && !kinds.has("purchase")
          ? false
          : said.bills,
    policy: found.findLast((one) => one.kind === "policyMove")?.direction ?? said.policy,
    topic: kinds.has("coincidence") ? "coincidence" : kinds.has("policyMove") || entities.some(({ of }) => of === "fed") ? "policy" : said.topic,
  };
}

/** Two markets beside each other in one sentence are a pair, even where they stand in different clauses. */
function after(said: Discourse, clauses: readonly Clause[]): Discourse {
  const named = clauses.flatMap(({ groups }) => groups.flatMap(({ subjects }) => (subjects.kind ? [] : subjects.of)));
  const distinct = distinctSubjects(named);
  return distinct.length === 2 ? { ...said, pair: { of: distinct, kind: false } } : said;
}

function isPair({ of, kind }: Subjects): boolean {
  return of.length === 2 && !kind;
}

/** A claim with its spans counted in the article. */
function shifted(claim: FoundClaim, by: number, sentence: number): Claim {
  const moved = Object.fromEntries(
    Object.entries(claim).map(([key, value]) => [key, isMention(value) ? { ...value, from: value.from + by, to: value.to + by } : value]),
  );
  return { ...moved, from: claim.from + by, to: claim.to + by, sentence } as Claim;
}

function isMention(value: unknown): value is Quantity | Period {
  return typeof value === "object" && value !== null && "kind" in value && "from" in value && "to" in value;
}
