import type { History } from "./history.ts";

/** Sessions of the calendar after the first bar and before the last of which no level is held. A bar that is flagged is held. */
export function missing({ sessions, level }: Pick<History, "sessions" | "level">, expected: Int32Array): number[] {
  const absent: number[] = [];
  const first = level.findIndex((one) => !Number.isNaN(one));
  const last = level.findLastIndex((one) => !Number.isNaN(one));
  if (first < 0) return absent;
  let at = first;
  for (const session of expected) {
    if (session < sessions[first]!) continue;
    if (session > sessions[last]!) break;
    while (sessions[at]! < session) at++;
    if (sessions[at] !== session || Number.isNaN(level[at])) absent.push(session);
  }
  return absent;
}
