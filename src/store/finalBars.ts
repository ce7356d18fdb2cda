import type { Bars } from "../market/index.ts";
import type { HeldBars } from "./heldBars.ts";

/** The bars of a series against which nothing speaks: those that are not over, and those in quarantine, are left out. */
export function finalBars({ bars, judged }: HeldBars): Bars {
  return withoutSessions(bars, new Set([...judged].flatMap(([session, { status }]) => (status === "final" ? [] : [session]))));
}

/** Bars without those of some sessions. */
export function withoutSessions({ sessions, columns }: Bars, left: ReadonlySet<number>): Bars {
  if (left.size === 0) return { sessions, columns };
  const kept = sessions.map((session) => (left.has(session) ? 0 : 1));
  const take = <T extends Int32Array | Float64Array>(values: T): T => values.filter((_, i) => kept[i] === 1) as T;
  return { sessions: take(sessions), columns: Object.fromEntries(Object.entries(columns).map(([field, values]) => [field, take(values)])) };
}
