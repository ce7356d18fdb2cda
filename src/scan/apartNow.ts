import type { ScanDefinition } from "./definition.ts";

/** Where a market stands on the last session of a scan; null where that is not known. */
export interface Stands {
  distance: number | null; // from its highest close, <= 0
  since: number | null; // sessions since that
}

/** Of two markets the one that is at its record and the one far below its own; undefined where they do not stand so. */
export function apartNow<T extends Stands>(
  a: T,
  b: T,
  { nearSessions, below }: Pick<ScanDefinition, "nearSessions" | "below">,
): { top: T; under: T } | undefined {
  const near = ({ since }: Stands) => since !== null && since <= nearSessions;
  const far = ({ distance }: Stands) => distance !== null && distance <= -below;
  if (near(a) && far(b)) return { top: a, under: b };
  return near(b) && far(a) ? { top: b, under: a } : undefined;
}
