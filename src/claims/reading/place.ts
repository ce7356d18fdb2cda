import type { Span } from "../article.ts";
import type { Subjects } from "../claim.ts";
import type { Period, Quantity } from "../mention.ts";
import { MODAL } from "./lexicon/cues.ts";
import { type Clause, type Discourse, HELD_AGAINST, type SubjectGroup } from "./view.ts";

// After these it can be what a noun before it belongs to: "a record for the Dow".
const BELONGS = new Set(["for", "of", "in", "by"]);
const OTHER_SUBJECT =
  /\b(?:our|my|his|her|your)\s(?!count|view|opinion|mind|reckoning)\w+|\b(?:ECB|Bank of|GDP|inflation|revenues?|volumes?|sales|exports|imports|unemployment|economy|wages|rents|prices|portfolio|book|strategy|fund|deposits?|yields?|spreads?|inflows?|outflows?|investors?|traders?|turnout|approval|polls?)\b/i;
const SINCE_THEN = /\bsince (?:then|that (?:day|time|date)|it did|doing so)\b/i;
const SAME_DAY = /\b(?:the|that) (?:same|very) (?:day|session|date)\b|\bthat (?:day|session)\b/i;

/** A clause that is being read: what it mentions, and which of it has been taken by a claim. */
export class Place {
  readonly sentence: string;
  readonly clauses: readonly Clause[];
  readonly k: number; // position of the clause
  readonly said: Discourse;
  /** Periods that a noun has taken for itself, as "October" in "its October record". */
  readonly #taken: Span[];

  constructor(sentence: string, clauses: readonly Clause[], k: number, said: Discourse, taken: Span[]) {
    this.sentence = sentence;
    this.clauses = clauses;
    this.k = k;
    this.said = said;
    this.#taken = taken;
  }

  get clause(): Clause {
    return this.clauses[this.k]!;
  }

  /** The places of a word in the clause that no claim has taken, as spans of the sentence. */
  cues(pattern: RegExp): (Span & { match: RegExpMatchArray })[] {
    return [...this.clause.text.matchAll(pattern)]
      .map((match) => ({ from: this.clause.from + match.index, to: this.clause.from + match.index + match[0].length, match }))
      .filter((cue) => !this.isTaken(cue));
  }

  /** Whether the clause says what may come or what somebody thinks: "could fall", "my call: it doubles". */
  get isSupposed(): boolean {
    const before = this.clauses[this.k - 1];
    return this.has(MODAL) || (before !== undefined && /^\s*:/.test(this.clause.text) && before.entities.length === 0 && MODAL.test(before.text));
  }

  has(pattern: RegExp): boolean {
    return pattern.test(this.clause.text);
  }

  isTaken({ from, to }: Span): boolean {
    return this.#taken.some((one) => from < one.to && to > one.from);
  }

  take(...spans: (Span | null | undefined)[]): void {
    for (const one of spans) if (one) this.#taken.push({ from: one.from, to: one.to });
  }

  /** Takes every place of a word in the sentence, whatever clause it stands in. */
  takeAll(pattern: RegExp): void {
    for (const match of this.sentence.matchAll(pattern)) this.take({ from: match.index, to: match.index + match[0].length });
  }

  /** Numbers of the clause that no claim has taken. */
  quantities(accept: (one: Quantity) => boolean): Quantity[] {
    return this.clause.quantities.filter((one) => accept(one) && !this.isTaken(one));
  }

  periods(accept: (one: Period) => boolean = () => true): Period[] {
    return this.clause.periods.filter((one) => accept(one) && !this.isTaken(one));
  }

  /** What is spoken of at a place: the nearest market before it, or one that it belongs to after it, or that of the clauses before. */
  subjectAt(at: number): { subjects: Subjects; span: Span | null } | undefined {
    const { groups } = this.clause;
    const before = groups.filter((one) => one.from < at && (!HELD_AGAINST.has(one.after) || this.#opens(one)));
    const own = before.findLast(({ after }) => !BELONGS.has(after)) ?? before.at(-1);
    if (own) return { subjects: own.subjects, span: own };
    const behind = groups.find(({ from, after }) => from >= at && BELONGS.has(after));
    if (behind) return { subjects: behind.subjects, span: behind };
    // "At less than $40,000 on Sunday, it was": a sentence may begin with what it says of its subject.
    const ahead = this.k === 0 ? groups.find(({ from, after }) => from >= at && !HELD_AGAINST.has(after)) : undefined;
    if (ahead && before.length === 0 && groups.length === 1) return { subjects: ahead.subjects, span: ahead };
    const inherited = this.inherited();
    if (inherited) return { subjects: inherited, span: null };
    const following = this.clauses
      .slice(this.k + 1)
      .flatMap((one) => one.groups)
      .find(({ after }) => !HELD_AGAINST.has(after));
    // "After hitting a record, the Dow fell": a clause without a subject of its own may wait for one.
    if (following && (!this.said.subjects || /^\W*(?:after|before|despite|having|with|by|at|in|on|\w+ing)\b/i.test(this.clause.text)))
      return { subjects: following.subjects, span: null };
    const nobodyElse = this.clauses.every(({ groups: all, entities }) => all.length === 0 && entities.every(({ pointsBack }) => pointsBack));
    const waits = following !== undefined && this.clauses.slice(0, this.k + 1).every(({ groups: all }) => all.length === 0);
    // "Our own book returned 2 %" goes on with no market.
    if (OTHER_SUBJECT.test(this.sentence.slice(this.clause.from, at))) return undefined;
    return (nobodyElse || waits) && this.said.subjects ? { subjects: this.said.subjects, span: null } : undefined;
  }

  /** Whether a market opens its clause ("…, with bitcoin above 90,000"): then it is spoken of, whatever word stands before it. */
  #opens({ from }: Span): boolean {
    return /^[\s,]*(?:and\s+)?(?:with|like|unlike)?\s*(?:the\s+)?$/i.test(this.sentence.slice(this.clause.from, from));
  }

  /** The subject of the clauses before, the nearest first. */
  inherited(): Subjects | undefined {
    for (let k = this.k - 1; k >= 0; k--) {
      const group = this.clauses[k]!.groups.find(({ after }) => !HELD_AGAINST.has(after));
      if (group) return group.subjects;
    }
    return undefined;
  }

  /** Groups of the clause, or of the whole sentence where it has none. */
  groups(): readonly SubjectGroup[] {
    return this.clause.groups.length > 0 ? this.clause.groups : this.clauses.flatMap(({ groups }) => groups);
  }

  /** The last day that the article named before, as if it stood at a place of this sentence. */
  dayBefore(at: number): Period | null {
    return this.said.day && { ...this.said.day, from: at, to: at };
  }

  /** The time over which the article spoke of returns before, or else the last day it named. */
  overBefore(at: number): Period | null {
    return this.said.over ? { ...this.said.over, from: at, to: at } : this.dayBefore(at);
  }

  /** The time of what is said at a place: that of the clause, of the head of the sentence, or the day that is pointed back to. */
  timeAt(at: number): Period | null {
    const own = this.periods();
    const after = own.find(({ from }) => from >= at);
    const before = own.findLast(({ to }) => to <= at);
    const turned = after && before && this.clause.groups.some(({ from }) => from >= before.to && from < at);
    const nearest = turned ? after : after && before ? (after.from - at <= at - before.to ? after : before) : (after ?? before);
    // "On the day" is the day that the report is of.
    if (nearest && /^on the day$/i.test(this.sentence.slice(nearest.from, nearest.to)) && this.said.day)
      return { ...this.said.day, from: nearest.from, to: nearest.to };
    if (nearest) return nearest;
    if (this.has(SAME_DAY) && this.said.day) return this.dayBefore(at);
    if (this.has(SINCE_THEN) && this.said.day) return { ...this.said.day, from: at, to: at, relation: "since", last: this.said.published };
    // "After the Fed cut rates" tells another time than what it comes before.
    if (/^\W*(?:after|before|following|ahead of)\b/i.test(this.clause.text)) return null;
    const first = this.clauses[0]!.periods[0];
    const firstGroup = this.clauses.flatMap(({ groups }) => groups)[0];
    if (first && !this.isTaken(first) && (!firstGroup || first.from < firstGroup.from)) return first;
    const joint = this.k > 0 && /^,?\s*(and|while|as|but|with|when|where)\b/i.exec(this.clause.text);
    if (!joint) return null;
    // "In mid October, when bitcoin reached": the same time is meant; over other joints only a day carries.
    const whole = /^(?:and|with|when|where)$/i.test(joint[1]!);
    const earlier = this.clauses[this.k - 1]!.periods.filter(({ future }) => !future);
    return earlier.findLast(({ precision }) => precision === "day") ?? (whole ? (earlier.at(-1) ?? null) : null);
  }
}

/** The least span that holds all of some spans. */
export function spanning(...spans: readonly (Span | null | undefined)[]): Span {
  const held = spans.flatMap((one) => one ?? []);
  return { from: Math.min(...held.map(({ from }) => from)), to: Math.max(...held.map(({ to }) => to)) };
}
