import { type Calendar, COVERED, closeInstant, isSession, sessionsBetween } from "../market/index.ts";
import { type FlagKind, type Judgement, judge, type OtherSource } from "../quality/index.ts";
import { refText } from "../sources/index.ts";
import { type Batch, byHand, type HeldBars, heldSeries, type SeriesKey, type Sql, type Verdict, withoutSessions, writeVerdicts } from "../store/index.ts";
import { type Subject } from "./subject.ts";

/** What only waits for a confirmation: such a bar may itself confirm that of another source. */
const WAITING: ReadonlySet<FlagKind> = new Set(["record", "jump"]);

/** A series with what the gate says of it. */
export interface Judged {
  held: HeldBars;
  judgement: Judgement;
}

/**
 * Judges all that is held of a market, source by source and against each other, inside a transaction, and writes what changed.
 *
 * The verdict is one on the data, not on the batch: the same bars are judged alike whichever came first. Each source is held against the bars
 * of the others that stand by themselves, those that only wait for a confirmation included, so that two sources confirm each other.
 *
 * @returns what is said of each series that is held, by its reference as text
 */
export async function judgeMarket(sql: Sql, keys: readonly SeriesKey[], now: number, batch: Batch): Promise<Map<string, Judged>> {
  const found: { key: SeriesKey; held: HeldBars; subject: Subject }[] = [];
  for (const key of new Map(keys.map((one) => [refText(one), one])).values()) {
    const held = await heldSeries(sql, key);
    if (held) found.push({ key, held, subject: JSON.parse(held.subject) as Subject });
  }
  // A series that is alone has nobody to stand up to.
  const offered = found.length === 1 ? [] : found.map(({ key, held, subject }) => ({ held, source: refText(key), bars: standing(held, subject, now) }));
  const judged = new Map<string, Judged>();
  for (const { key, held, subject } of found) {
    const others = offered.filter((one) => one.held !== held && one.bars.sessions.length > 0);
    const judgement = judgeHeld(held, subject, { others, now });
    await writeVerdicts(sql, held, verdictsOf(judgement), batch);
    judged.set(refText(key), { held, judgement });
  }
  return judged;
}

/** The bars of a series against which nothing speaks that they say themselves. */
function standing(held: HeldBars, subject: Subject, now: number): OtherSource["bars"] {
  const { flags } = judgeHeld(held, subject, { others: [], now });
  return withoutSessions(held.bars, new Set(flags.flatMap(({ session, kind }) => (WAITING.has(kind) ? [] : [session]))));
}

/** What the gate says of bars that are held. */
export function judgeHeld(held: HeldBars, subject: Subject, { others, now }: { others: readonly OtherSource[]; now: number }): Judgement {
  const { calendar, close, settles, kind } = subject;
  return judge(held.bars, {
    kind,
    continuous: calendar === "24/7" && kind !== "reading",
    expected: expectedOf(held.bars.sessions, subject),
    closeOf: (session) => closeInstant(close, isKnownSession(calendar, session) ? calendar : "24/7", session) + settles * 60_000,
    beginOf: (session) => closeInstant({ time: "00:00", zone: close.zone }, "24/7", session),
    now,
    others,
    ...byHand(held),
  });
}

/** A bar of a day that is no session is flagged for that; when it would have closed is asked of it all the same. */
function isKnownSession(calendar: Calendar, session: number): boolean {
  return calendar === "24/7" || (session >= COVERED.from && session <= COVERED.to && isSession(calendar, session));
}

/** One verdict a session: quarantined when anything says so, with every reason. */
export function verdictsOf({ flags }: Judgement): Verdict[] {
  const bySession = new Map<number, Verdict>();
  for (const { session, status, reason } of flags) {
    const before = bySession.get(session);
    const worse = before?.status === "quarantined" ? before.status : status;
    bySession.set(session, { session, status: worse, reason: before ? `${before.reason}; ${reason}` : reason });
  }
  return [...bySession.values()];
}

/** The sessions of the calendar, between the first and the last held, of which no bar is held. */
export function missingSessions(sessions: Int32Array, subject: Subject): number[] {
  const held = new Set(sessions);
  return [...expectedOf(sessions, subject)].filter((session) => !held.has(session));
}

/**
 * The sessions that the calendar has where bars are held. Those before the years that it covers, and those of a weekly reading, stand for
 * themselves; a bar after these years is a session of no calendar.
 */
function expectedOf(sessions: Int32Array, { calendar, weekly }: Subject): Int32Array {
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (first === undefined || last === undefined || weekly) return sessions;
  if (calendar === "24/7") return sessionsBetween(calendar, first, last);
  const [from, to] = [Math.max(first, COVERED.from), Math.min(last, COVERED.to)];
  const before = sessions.filter((session) => session < COVERED.from);
  return Int32Array.of(...before, ...(from > to ? [] : sessionsBetween(calendar, from, to)));
}
