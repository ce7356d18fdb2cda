import type { Period } from "../../mention.ts";
import { namedIn } from "../numbers/namedIn.ts";
import { numeralAt } from "../numbers/numeralAt.ts";
import type { Token } from "../numbers/tokensOf.ts";
import { hyphenAt } from "../numbers/unitAt.ts";
import { type Stretch, YEARS } from "./civil.ts";
import { type Anchor, type Core, yearStretch } from "./core.ts";
import { coreAt } from "./coreAt.ts";
import { countAt, countedFrom } from "./countAt.ts";
import { looksForward } from "./looksForward.ts";
import { type Prefix, prefixAt } from "./prefixAt.ts";
import { precisionOf } from "./relativeAt.ts";

/** A phrase of the calendar, by the positions of its tokens. */
export interface Phrase {
  from: number;
  next: number;
  /** Whether its digits name a date and so count nothing. */
  dated: boolean;
  /** Undefined where it names no day that there is. */
  period: (Stretch & Pick<Period, "precision" | "relation" | "future">) | undefined;
}

const COARSER: readonly Period["precision"][] = ["day", "week", "part", "month", "quarter", "year", "years"];
const DASHES = new Set(["-", "–", "—"]);
const EARLIEST = yearStretch(YEARS.first).first;
const LATEST = yearStretch(YEARS.last).last;

/** The phrases of a sentence that name days or periods, resolved against a day of publication. */
export function phrasesIn(tokens: readonly Token[], published: number): Phrase[] {
  const named = namedIn(tokens);
  const looks = looksForward(tokens);
  const phrases: Phrase[] = [];
  let superlative = false;
  for (let at = 0; at < tokens.length; ) {
    const anchor = { at: published, forward: looks[at] === "forward" };
    const phrase = named[at] ? undefined : phraseAt(tokens, at, anchor, { superlative, open: looks[at] === "open" });
    if (phrase) phrases.push(phrase);
    superlative ||= SUPERLATIVE.test(tokens[at]!.low);
    at = phrase?.next ?? at + 1;
  }
  return phrases;
}

// After "the first time" and "the longest run", "in five years" looks back.
const SUPERLATIVE = /^(?:first|longest|best|worst|most|least|(?:high|low|bigg|larg|steep|sharp|strong|weak|small|long|short|fast|great|deep)est)$/;

function phraseAt(tokens: readonly Token[], at: number, anchor: Anchor, { superlative, open }: { superlative: boolean; open: boolean }): Phrase | undefined {
  const prefix = prefixAt(tokens, at);
  const begins = prefix?.next ?? at;
  const looking = open && (prefix?.starts || tokens[at]!.low === "by") ? nearer(tokens, begins, anchor) : anchor;
  const found =
    rangeAt(tokens, begins, looking, prefix?.kind) ??
    (prefix ? countedAt(tokens, at, prefix, looking, superlative) : undefined) ??
    coreAt(tokens, begins, looking);
  if (!found) return undefined;
  const next = tokens[found.next]?.low === "'" && tokens[found.next + 1]?.low === "s" && !tokens[found.next]!.gap ? found.next + 2 : found.next;
  const period = found.stretch && related(found, found.stretch, prefix?.kind ?? "in", looking, tokens, next);
  const within = period !== undefined && period.first >= EARLIEST && period.last <= LATEST && period.first <= period.last;
  return { from: at, next, dated: found.dated, period: within ? period : undefined };
}

// "Starting in January" and "by December" look to the nearer one, where nothing before them says where to look.
function nearer(tokens: readonly Token[], at: number, anchor: Anchor): Anchor {
  const ahead = { ...anchor, forward: true };
  const [back, next] = [coreAt(tokens, at, anchor), coreAt(tokens, at, ahead)];
  if (!back?.anchored || !back.dated || !back.stretch || !next?.stretch) return anchor;
  return next.stretch.first - anchor.at < anchor.at - back.stretch.last ? ahead : anchor;
}

// "Between 6 October and 21 November", "from Monday to Wednesday", "2020-22".
function rangeAt(tokens: readonly Token[], at: number, anchor: Anchor, kind: Prefix["kind"] | undefined): Core | undefined {
  const one = coreAt(tokens, at, anchor);
  if (!one || one.relation === "past" || (one.future && !one.dated)) return undefined;
  const join = tokens[one.next]?.low ?? "";
  const short = DASHES.has(join) ? shortYearAt(tokens, at, one) : undefined;
  if (short) return short;
  const joins =
    kind === "between" ? join === "and" : DASHES.has(join) || join === "to" || join === "through" || (kind === "from" && ["until", "till"].includes(join));
  const two = joins ? coreAt(tokens, one.next + 1, anchor) : undefined;
  if (!two || two.relation === "past" || one.dated !== two.dated) return undefined;
  return joined(tokens, [at, one], [one.next + 1, two]);
}

function joined(tokens: readonly Token[], [at, one]: [number, Core], [then, two]: [number, Core]): Core | undefined {
  const named = one.dated && two.dated;
  const later = named && !one.anchored && two.anchored && one.stretch ? coreAt(tokens, then, { at: one.stretch.first, forward: true }) : two;
  const first = named && one.anchored && later?.stretch ? coreAt(tokens, at, { at: later.stretch.last, forward: false })?.stretch : one.stretch;
  const last = later?.stretch;
  if (!first || !last || last.last < first.first) return undefined;
  const precision = COARSER[Math.max(COARSER.indexOf(one.precision), COARSER.indexOf(two.precision))]!;
  return {
    next: two.next,
    stretch: { first: first.first, last: last.last },
    precision: precision === "year" ? "years" : precision,
    anchored: false,
    dated: named,
    range: true,
  };
}

function shortYearAt(tokens: readonly Token[], at: number, one: Core): Core | undefined {
  const two = tokens[one.next + 1];
  if (one.precision !== "year" || one.next !== at + 1 || two?.kind !== "number" || two.gap || !/^\d\d$/.test(two.low) || !one.stretch) return undefined;
  const year = Number(tokens[at]!.low);
  const last = Math.floor(year / 100) * 100 + Number(two.low);
  return last <= year ? undefined : { ...one, next: one.next + 2, stretch: { first: one.stretch.first, last: yearStretch(last).last }, precision: "years" };
}

const HEDGES = new Set([
  "more",
  "than",
  "over",
  "about",
  "around",
  "nearly",
  "almost",
  "roughly",
  "at",
  "least",
  "some",
  "approximately",
  "less",
  "under",
  "just",
  "well",
]);
const MOST_HEDGES = 3;

// "In five years", "for more than a year", "over 12 months".
function countedAt(tokens: readonly Token[], at: number, prefix: Prefix, { at: today, forward }: Anchor, superlative: boolean): Core | undefined {
  if (!["in", "for", "over", "within"].includes(tokens[at]!.low) || prefix.next !== at + 1) return undefined;
  let begins = prefix.next;
  while (begins - prefix.next < MOST_HEDGES && HEDGES.has(tokens[begins]?.low ?? "")) begins++;
  const article = ["a", "an"].includes(tokens[begins]?.low ?? "");
  if (article ? tokens[begins + 1]?.kind !== "word" : numeralAt(tokens, begins) === undefined) return undefined;
  const read = (article ? countAt(tokens, begins + 1) : undefined) ?? countAt(tokens, begins);
  const numeral = numeralAt(tokens, begins);
  if (!read || (!article && numeral && hyphenAt(tokens, numeral.next)) || ["ago", "earlier", "later", "old"].includes(tokens[read.next]?.low ?? ""))
    return undefined;
  if (tokens[at]!.low === "for" && article && ["of", "in"].includes(tokens[read.next]?.low ?? "")) return undefined;
  const time = tokens[read.next]?.low === "'" && tokens[read.next + 1]?.low === "time";
  const ahead = time || (forward && !superlative);
  if (tokens[at]!.low === "within" && !ahead) return undefined;
  const stretch = ahead ? { first: today, last: countedFrom(today, read, 1) } : { first: countedFrom(today, read, -1), last: today };
  const next = time ? read.next + 2 : read.next;
  return { next, stretch, precision: precisionOf(read), anchored: true, dated: false, ...(ahead ? { future: true } : { relation: "past" }) };
}

// A high that is meant, not a time that began: "down from October's record".
const POINTS = new Set(["high", "highs", "peak", "peaks", "record", "records", "low", "lows", "close", "level", "levels", "top", "bottom"]);

function related(
  { precision, relation, future, range, atEnd }: Core,
  { first, last }: Stretch,
  kind: Prefix["kind"],
  { at: today, forward }: Anchor,
  tokens: readonly Token[],
  next: number,
): Phrase["period"] {
  const is = (as: Period["relation"], from: number, to: number, later = future ?? from > today): Phrase["period"] => ({
    first: from,
    last: to,
    precision,
    relation: as,
    future: later,
  });
  if (relation !== undefined) return is(relation, first, last);
  switch (kind) {
    case "in":
    case "between":
      return is("in", first, last);
    case "from":
      if (range || POINTS.has(tokens[next]?.low ?? "") || (tokens[next - 1]?.low === "s" && tokens[next - 2]?.low === "'")) return is("in", first, last);
      return since();
    case "since":
      return since();
    case "until":
      return forward || last > today ? is("until", Math.min(today, last), last, last > today) : is("until", first, last);
    case "before":
      return is("until", EARLIEST, first - 1, false);
    default:
      throw new RangeError(`invalid preposition: ${String(kind satisfies never)}`);
  }
  function since(): Phrase["period"] {
    const from = atEnd ? last : first;
    return from > today ? is("since", from, last) : is("since", from, today);
  }
}
