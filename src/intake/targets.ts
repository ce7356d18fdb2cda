import { type Calendar, type Day, Problem } from "../market/index.ts";
import { monthOf, monthText } from "../rates/contractMonth.ts";
import { contractCode } from "../rates/index.ts";
import { type Described, FOUNDING_CASE, openGroup, refText, type SourceRef, shippedGroups, sourceOf, sourceRef } from "../sources/index.ts";
import { READINGS } from "./readings.ts";
import { comparable, type Target } from "./subject.ts";

/** A market as something to fetch. */
export function marketTarget({ instrument, sources, earlier }: Described): Target {
  const { id, kind, calendar, close } = instrument;
  return { id, subject: { kind, calendar, close }, sources, ...(earlier ? { earlier } : {}) };
}

/** The readings of the macro picture as things to fetch: each by its sources, in order of preference. */
export function readingTargets(): Target[] {
  return READINGS.map(({ id, sources }) => {
    const refs = sources.map(sourceRef);
    const about = refs.map((ref) => sourceOf(ref).about(ref.symbol))[0];
    if (!about) throw new Problem("usage", `expected a reading that its source knows; received ${sources[0]}`);
    const calendar: Calendar = about.calendar;
    return { id, subject: { kind: "reading", calendar, close: about.close, weekly: about.every === "week" }, sources: refs };
  });
}

// Eighteen months hold every meeting of the coming year, and what is priced after them.
const MONTHS = 18;
// Months that are always listed; later ones may not be, at a source that quotes what has traded.
const LISTED = 12;

/**
 * The federal funds futures of the month of a day and of those that follow, as things to fetch. They are judged as readings: what is priced
 * stands still for weeks and is then moved by a decision, and a record of a contract is none of a market.
 */
export function futuresTargets(today: Day): Target[] {
  const first = monthOf(today);
  return Array.from({ length: MONTHS }, (_, k) => {
    const id = contractCode(monthText(first + k));
    const ref = { source: "yahoo", symbol: `${id}.CBT` };
    const about = sourceOf(ref).about(ref.symbol);
    if (!about) throw new Problem("usage", `expected a contract that its source knows; received ${refText(ref)}`);
    return {
      id,
      subject: { kind: "reading", calendar: about.calendar, close: about.close },
      sources: [ref],
      ...(k < LISTED ? {} : { optional: true as const }),
    };
  });
}

/** Everything that the program knows how to fetch: the markets of the groups that come with it, and the readings. */
export function knownTargets(): Target[] {
  const markets = [FOUNDING_CASE, ...shippedGroups()].flatMap((name) => openGroup(name).members.map(marketTarget));
  return [...markets, ...readingTargets()];
}

/** The other series of the market that a series belongs to, by a group's own markets or those that are known; none when the market is not known. */
export function peersOf(ref: SourceRef, group: string | undefined): SourceRef[] {
  const text = refText(ref);
  const own = group === undefined ? [] : openGroup(group).members.map(marketTarget);
  const market = [...own, ...knownTargets()].map(comparable).find((refs) => refs.some((one) => refText(one) === text)) ?? [];
  return market.filter((one) => refText(one) !== text);
}
