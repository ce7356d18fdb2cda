import { toDay } from "../market/index.ts";
import type { History } from "./history.ts";
import type { Raise } from "./raise.ts";

/** A bar on a day on which the market's calendar has no session: a holiday filled forward, a date shifted by a time zone. No threshold. */
export function notASession({ sessions, present }: History, expected: Int32Array, raise: Raise): void {
  let at = 0;
  for (let i = 0; i < sessions.length; i++) {
    while (at < expected.length && expected[at]! < sessions[i]!) at++;
    if (present[i] === 1 && expected[at] !== sessions[i]) {
      raise(i, "notASession", `expected a session of the market's calendar; received ${toDay(sessions[i]!)}`);
    }
  }
}
