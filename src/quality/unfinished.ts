import { toDay } from "../market/index.ts";
import type { History } from "./history.ts";
import type { JudgeContext } from "./judgement.ts";
import type { Raise } from "./raise.ts";

const DAY = 86_400_000; // ms
const EASTERNMOST = 14 * 3_600_000; // ms; UTC+14, where every day begins first

/**
 * Bars of sessions that are not over (`partial`, provisional) or cannot have begun (`ahead`).
 *
 * Over is what `closeOf` says, with the time that the source needs to settle. Where the context does not say when a session begins, none has
 * before its day has begun somewhere on earth. Looks only at the last bars, since closes ascend.
 */
export function unfinished({ sessions, present }: History, { closeOf, beginOf, now }: JudgeContext, raise: Raise): void {
  for (let i = sessions.length - 1; i >= 0; i--) {
    const session = sessions[i]!;
    if (closeOf(session) <= now) return;
    if (present[i] === 0) continue;
    const begins = beginOf ? beginOf(session) : session * DAY - EASTERNMOST;
    if (now < begins) raise(i, "ahead", `expected a session that has begun; received ${toDay(session)}`);
    else raise(i, "partial", `the session of ${toDay(session)} is not over`, "provisional");
  }
}
