import { type Day, dayNumber, Problem, toDay } from "../market/index.ts";
import { refText } from "../sources/index.ts";
import { heldSeries, type Judged, newBatch, type SeriesKey, type Store, writeJudgements } from "../store/index.ts";
import { judgeMarket } from "./judgeSeries.ts";

/** A bar that waits or that something speaks against. */
export interface QuarantinedBar {
  ref: SeriesKey;
  session: Day;
  status: Judged["status"]; // "quarantined"
  close: number | null; // what the source said; the value of a reading
  unit: string;
  reason: string;
  by: Judged["by"];
}

/** The bars of a store that are not final, by series and session. */
export async function quarantined(store: Store): Promise<QuarantinedBar[]> {
  const found = await store.read((sql) =>
    sql.rows(
      `with last as (select * from judgements qualify row_number() over (partition by series, session order by batch desc) = 1),
        held as (select * from observations qualify row_number() over (partition by series, session order by known_at desc, batch desc) = 1)
      select source, symbol, (session - date '1970-01-01')::integer, status, coalesce(close, value, total_return), unit, reason, decided_by
      from last join held using (series, session) join (select series, source, symbol, unit from series) using (series) where status <> 'final' order by source, symbol, session`,
    ),
  );
  return found.map(([source, symbol, session, status, close, unit, reason, by]) => ({
    ref: { source: String(source), symbol: String(symbol) },
    session: toDay(Number(session)),
    status: status as Judged["status"],
    close: close === null ? null : Number(close),
    unit: String(unit),
    reason: String(reason),
    by: by as Judged["by"],
  }));
}

/** What is decided by hand, and why. */
export interface Decision {
  ref: SeriesKey;
  session: Day;
  accept: boolean;
  reason: string;
  peers: readonly SeriesKey[]; // other series of the same market, which may confirm its bars
  now: number;
}

/**
 * Accepts or rejects a bar by hand. The decision holds for the value that is held: one that is restated later is judged anew.
 *
 * @throws Problem (usage) when no such bar is held; Problem (data) when what cannot be is to be accepted: a price that is none, a session that is none or not over
 */
export async function decide(
  store: Store,
  { ref, session, accept, reason, peers, now }: Decision,
): Promise<{ before: Judged["status"]; after: Judged["status"] }> {
  const place = `${refText(ref)} ${session}`;
  return store.transaction(async (sql) => {
    const held = await heldSeries(sql, ref);
    if (!held) throw new Problem("usage", "expected a series that the store holds; received another", place);
    const at = held.bars.sessions.indexOf(dayNumber(session));
    if (at < 0) throw new Problem("usage", "expected a session that is held; received one that is not", place);
    const before = held.judged.get(dayNumber(session))?.status ?? "final";
    const after = accept ? "final" : "quarantined";
    const batch = await newBatch(sql, { now, what: "decision", detail: place });
    await writeJudgements(sql, held, [{ session: dayNumber(session), status: after, reason }], "hand", batch);
    // What is trusted or not decides of others too: a record is one against all that are trusted.
    const judged = await judgeMarket(sql, [ref, ...peers], now, batch);
    const still = accept ? judged.get(refText(ref))?.judgement.flags.find((flag) => flag.session === dayNumber(session)) : undefined;
    if (still) throw new Problem("data", `cannot be accepted: ${still.reason}`, place);
    return { before, after };
  });
}
