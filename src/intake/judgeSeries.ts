import { type Calendar, COVERED, closeInstant, isSession, sessionsBetween } from "../market/index.ts";
import { type Judgement, judge, type OtherSource } from "../quality/index.ts";
import { type Batch, byHand, finalBars, type HeldBars, heldBars, type SeriesKey, type Sql, seriesId, type Verdict, writeVerdicts } from "../store/index.ts";
import { label, type Subject } from "./subject.ts";

/**
 * Judges all bars that are held of a series, inside a transaction, and writes what changed.
 *
 * The verdict is one on the data, not on the batch: the same bars are judged alike whichever came first.
 */
export async function judgeSeries(
  sql: Sql,
  series: number,
  subject: Subject,
  { peers, now }: { peers: readonly SeriesKey[]; now: number },
  batch: Batch,
): Promise<{ held: HeldBars; judgement: Judgement }> {
  const held = await heldBars(sql, series);
  const judgement = judgeHeld(held, subject, { others: await othersOf(sql, peers, series), now });
  await writeVerdicts(sql, held, verdictsOf(judgement), batch);
  return { held, judgement };
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
    bySession.set(
      session,
      before
        ? { session, status: before.status === "provisional" ? status : before.status, reason: `${before.reason}; ${reason}` }
        : { session, status, reason },
    );
  }
  return [...bySession.values()];
}

/** The sessions that the calendar has where bars are held; those before the calendar is known, and those of a weekly reading, stand for themselves. */
function expectedOf(sessions: Int32Array, { calendar, weekly }: Subject): Int32Array {
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (first === undefined || last === undefined || weekly) return sessions;
  if (calendar === "24/7" || first >= COVERED.from) return sessionsBetween(calendar, first, last);
  const before = sessions.filter((session) => session < COVERED.from);
  return Int32Array.of(...before, ...(last < COVERED.from ? [] : sessionsBetween(calendar, COVERED.from, last)));
}

/** The sessions of the calendar, between the first and the last held, of which no bar is held. */
export function missingSessions(sessions: Int32Array, subject: Subject): number[] {
  const held = new Set(sessions);
  return [...expectedOf(sessions, subject)].filter((session) => !held.has(session));
}

async function othersOf(sql: Sql, peers: readonly SeriesKey[], own: number): Promise<OtherSource[]> {
  const others: OtherSource[] = [];
  for (const peer of peers) {
    const series = await seriesId(sql, peer);
    if (series === undefined || series === own) continue;
    const bars = finalBars(await heldBars(sql, series));
    if (bars.sessions.length > 0) others.push({ source: label(peer), bars });
  }
  return others;
}
