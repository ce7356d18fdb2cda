import type { Bars } from "../market/index.ts";
import { agreement } from "./agreement.ts";
import { farReading } from "./farReading.ts";
import { historyOf } from "./history.ts";
import type { Flag, FlagKind, JudgeContext, Judgement } from "./judgement.ts";
import { missing } from "./missing.ts";
import { moves } from "./moves.ts";
import { nonPositive } from "./nonPositive.ts";
import { notASession } from "./notASession.ts";
import type { Raise } from "./raise.ts";
import { range } from "./range.ts";
import { stale } from "./stale.ts";
import { unfinished } from "./unfinished.ts";

/** What no hand can make true. */
const CANNOT_BE: ReadonlySet<FlagKind> = new Set(["notASession", "ahead", "partial", "nonPositive"]);

/**
 * What speaks against the bars that one source holds of one market, and which sessions are missing. A bar without a flag is final.
 *
 * Takes the whole history, in the order of sessions; which bars came together does not matter. In this order: what cannot be (not a session,
 * not over, not positive, out of its range), what repeats the session before, what other sources contradict, and how the market moves. A bar
 * that is flagged by one step is absent for the next ones, and never enters what is usual, a record, or what follows a bar. Accepted bars are
 * trusted in all but what cannot be; rejected ones are absent, and said to be. Prices must be adjusted for splits.
 *
 * Of a session it looks ahead to the next bar that takes part and no further: with that bar held, flags change only by hand, by another
 * source, or by what is held of the sessions up to it. While nothing follows, `jump` and `record` wait; `spike`, `split` and `gapToNext` can only then be said.
 * Levels times a constant have the same flags. Cost: linear in the bars.
 *
 * @param bars ascending; NaN = none. Judged is the close, else the value, else the total return
 *
 * @example
 * import { judge } from "lockstep/quality";
 * const bars = { sessions: Int32Array.of(1, 2, 3), columns: { close: Float64Array.of(100, 101, -1) } };
 * const context = { kind: "index", continuous: false, expected: Int32Array.of(1, 2, 3), closeOf: (session) => session * 86_400_000, now: 4 * 86_400_000 };
 * judge(bars, context).flags.map(({ session, kind }) => [session, kind]); // => [[2, "record"], [3, "nonPositive"]]
 */
export function judge(bars: Bars, context: JudgeContext): Judgement {
  const history = historyOf(bars, context);
  const { sessions, usable, accepted } = history;
  const flags: Flag[] = [];
  const raise: Raise = (i, kind, reason, status = "quarantined") => {
    if (accepted[i] === 1 && !CANNOT_BE.has(kind)) return;
    usable[i] = 0;
    flags.push({ session: sessions[i]!, kind, status, reason });
  };
  for (const session of context.rejected ?? [])
    if (sessions.includes(session)) flags.push({ session, kind: "rejected", status: "quarantined", reason: "rejected by hand" });
  notASession(history, context.expected, raise);
  unfinished(history, context, raise);
  nonPositive(history, context.kind, raise);
  range(history, raise);
  if (context.kind !== "reading") stale(history, raise);
  const agreed = agreement(history, context, raise);
  if (context.kind === "reading") farReading(history, (i) => agreed.by[i]! >= 0, raise);
  else moves(history, context, agreed, raise);
  flags.sort((a, b) => a.session - b.session);
  return { flags, missing: missing(history, context.expected) };
}
