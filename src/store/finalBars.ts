import type { Bars } from "../market/index.ts";
import type { HeldBars } from "./heldBars.ts";

/** The bars of a series against which nothing speaks: those that are not over, and those in quarantine, are left out. */
export function finalBars({ bars: { sessions, columns }, judged }: HeldBars): Bars {
  const kept = sessions.reduce<number[]>((list, session, i) => {
    if ((judged.get(session)?.status ?? "final") === "final") list.push(i);
    return list;
  }, []);
  if (kept.length === sessions.length) return { sessions, columns };
  const take = <T extends Int32Array | Float64Array>(values: T): T => values.filter((_, i) => at.has(i)) as T;
  const at = new Set(kept);
  return { sessions: take(sessions), columns: Object.fromEntries(Object.entries(columns).map(([field, values]) => [field, take(values)])) };
}
