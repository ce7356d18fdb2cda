import type { Basis, Day } from "../market/index.ts";
import type { Span } from "./article.ts";
import type { Period, Quantity } from "./mention.ts";

/** A market that a claim is about, as the article names it. */
export interface Subject {
  name: string; // "Russell 2000 Index"
  /** The markets that may stand for it, in order of preference; none where the program knows no figures of it. */
  candidates: readonly string[]; // ["IWM", "RUT"]
  as: "fund" | "index" | "market";
}

/** Several subjects: all of them are meant ("the Dow and the S&P 500"), or the kind as such ("metals"), of which some may hold and some not. */
export interface Subjects {
  of: readonly Subject[];
  kind: boolean; // true: "metals", "stocks", "the major indexes"
}

interface Common extends Span {
  sentence: number; // position of its sentence in the article
}

/** A record high set: "the Russell 2000 closed at a record on Thursday". */
export interface RecordSet extends Common {
  kind: "recordSet";
  subjects: Subjects;
  on: Period | null;
  basis: Basis | null; // what the article says: "closing record", "intraday high"; null where it does not say
  negated: boolean; // "has not set a record since …" holds while none was set in `on`
  /** A high of a window in place of all of history, in weeks: "52-week high". */
  weeks: number | null;
  count: Quantity | null; // "its fifth record this year"; how many in `on`
  straight: boolean; // "its second straight record": `count` is of sessions in a row, the last in `on`
}

/** Just below a record: "the Nasdaq 100 is just below its record". */
export interface NearRecord extends Common {
  kind: "nearRecord";
  subjects: Subjects;
  on: Period | null;
  within: Quantity | null; // "within 2 % of its record"
}

/** So far below a record: "bitcoin is 27 % below its October record". */
export interface Distance extends Common {
  kind: "distance";
  subjects: Subjects;
  size: Quantity;
  recordIn: Period | null; // when the record is said to have been set
  on: Period | null; // as of when
}

/** A level reached, held, lost: "bitcoin reached 126,000", "above $90,000". */
export interface LevelReached extends Common {
  kind: "level";
  subjects: Subjects;
  level: Quantity;
  how: "reached" | "closedAt" | "above" | "below" | "at"; // "reached": at least once in `on`; "above"/"below": at its last session or at least once in `on`; "at": its last session
  on: Period | null;
}

/** A high or low point: "bitcoin peaked in November 2021 at 69,000", "both bottomed on 21 November". */
export interface TurningPoint extends Common {
  kind: "turn";
  subjects: Subjects;
  turn: "peak" | "trough";
  on: Period;
  level: Quantity | null;
}

/** Highs that come together: "new highs of small caps typically coincide with new highs of bitcoin". */
export interface Coinciding extends Common {
  kind: "coincidence";
  subjects: Subjects; // two or more
  what: "highs" | "lows";
  often: "always" | "usually" | "sometimes" | "rarely" | "once"; // "once": on one occasion, in `on`
  on: Period | null; // with "once" the occasion; otherwise the time over which it is said ("since 2020")
}

/** The first time since, the longest time since: "for the first time in five years small caps set records without bitcoin". */
export interface FirstSince extends Common {
  kind: "firstSince";
  event: "recordWithout" | "record" | "longestWithout";
  subjects: Subjects; // the one that sets the record, then those without
  since: Period | null; // "since 2021", "since November 2024"
  inYears: Quantity | null; // "in five years", in the unit years, months, weeks or days
  ever: boolean; // "for the first time ever"
}

/** One market away from the others: "bitcoin has fallen out of step with stocks". */
export interface OutOfStepClaim extends Common {
  kind: "outOfStep";
  subjects: Subjects; // who is out of step, then with whom, where it is said
  negated: boolean; // "in lockstep"
  on: Period | null;
}

/** A return over a time: "silver has doubled this year", "down 5 % on the week". */
export interface Return extends Common {
  kind: "return";
  subjects: Subjects;
  /** Signed by direction; null size where only the direction is said ("fell on Friday"). */
  direction: "up" | "down" | "flat";
  size: Quantity | null;
  over: Period;
}

/** An order of returns: "silver outpaced gold this year", "bitcoin is the worst performer". */
export interface Ranking extends Common {
  kind: "ranking";
  subjects: Subjects; // the better first
  ahead: number; // 1; how many of the subjects are said to do better than the rest
  rank: "above" | "best" | "worst";
  over: Period;
  by: Quantity | null; // "by 10 percentage points"
}

/** A decision of the Federal Reserve: "the Fed cut by 25 basis points on Wednesday". */
export interface PolicyMove extends Common {
  kind: "policyMove";
  direction: "cut" | "hike" | "hold";
  size: Quantity | null; // basis points or points of percent
  range: Quantity | null; // the target range after it, as ratios: 0.035 with upper 0.0375
  on: Period | null;
  /** "the third cut in a row", "the first since March": the count of such moves, where it is said. */
  count: Quantity | null;
}

/** What futures imply: "another 50 basis points of cuts are priced over the next 12 months", "a 75 % chance of a hold in January". */
export interface CutsPriced extends Common {
  kind: "cutsPriced";
  direction: "cut" | "hike" | "hold";
  size: Quantity | null; // basis points; or a number of quarter-point moves in the unit none
  probability: Quantity | null; // of the move at the meeting in `by`
  by: Period | null; // up to when, or the meeting meant
}

/** The size of a programme of purchases: "a 40 billion dollar plan", "$40 billion a month". */
export interface Programme extends Common {
  kind: "programme";
  size: Quantity; // US dollars; `per` where it is said
  begins: Period | null; // when it begins
}

/** One operation: "bought 8.2 billion of bills on Friday". */
export interface Purchase extends Common {
  kind: "purchase";
  size: Quantity;
  on: Period | null;
  first: boolean; // "purchases begin with"
}

/** A forecast of earnings that is quoted: "small-cap earnings are expected to grow 49 % in 2026". */
export interface EarningsGrowthClaim extends Common {
  kind: "earnings";
  subjects: Subjects;
  size: Quantity;
  year: number | null;
}

/** What nobody can check today: "bitcoin is likely to catch up", "we expect a breakout". */
export interface ForecastOrOpinion extends Common {
  kind: "opinion";
  subjects: Subjects;
  /** What is foreseen: a record of the subject, a level, or nothing that a computation could name. */
  about: "catchUp" | "record" | "level" | "other";
  level: Quantity | null;
  by: Period | null;
}

/** A statement of an article that is typed, and so can be checked or be said to be none that can. */
export type Claim =
  | RecordSet
  | NearRecord
  | Distance
  | LevelReached
  | TurningPoint
  | Coinciding
  | FirstSince
  | OutOfStepClaim
  | Return
  | Ranking
  | PolicyMove
  | CutsPriced
  | Programme
  | Purchase
  | EarningsGrowthClaim
  | ForecastOrOpinion;

export type ClaimKind = Claim["kind"];

/** A claim of one kind. */
export type ClaimOf<K extends ClaimKind> = Extract<Claim, { kind: K }>;

/** A sentence with a number that no rule took: silence is not support. */
export interface NotUnderstood extends Span {
  sentence: number;
  why: string; // "no market is named"
}

/** What an article was read as. */
export interface ReadArticle {
  published: Day;
  sentences: readonly Span[];
  claims: readonly Claim[];
  notUnderstood: readonly NotUnderstood[];
}
