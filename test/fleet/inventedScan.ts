import { SCAN_DEFAULTS, type ScanDefinition } from "../../src/scan/definition.ts";
import type { ScanJob } from "../../src/scan/jobs.ts";
import type { ScanEvents } from "../../src/scan/scanEvents.ts";
import type { Universe } from "../../src/scan/universe.ts";

export const WORK = new URL("./inventedWork.ts", import.meta.url);

/** A universe of three markets; only its bytes matter. */
export const UNIVERSE: Universe = {
  name: "invented",
  markets: ["A", "B", "C"].map((id, k) => ({ id, sessions: Int32Array.of(20_000, 20_001 + k), closes: Float64Array.of(100 + k, k === 1 ? Number.NaN : 101) })),
};

/** Jobs that take so many milliseconds each. */
export function definitionOf(ms: number): ScanDefinition {
  return { ...SCAN_DEFAULTS, window: ms };
}

/** Events in which only the days and the ids say anything. */
export function eventsOf({ name, markets }: Universe, definition: ScanDefinition): ScanEvents {
  const days = new Int32Array(new SharedArrayBuffer(4 * markets.length));
  for (const [k, { sessions, closes }] of markets.entries()) days[k] = (sessions.at(-1) ?? 0) + (closes[0] ?? 0);
  const none = new Uint32Array(0);
  return {
    name,
    definition,
    ids: markets.map(({ id }) => id),
    skipped: [],
    days,
    offAxis: 0,
    words: 4,
    spans: new Int32Array(0),
    events: none,
    marks: none,
    under: none,
    standing: { distance: new Float64Array(0), since: new Int32Array(0) },
  };
}

export function jobsOf(count: number): ScanJob[] {
  return Array.from({ length: count }, (_, k) =>
    k % 4 === 3
      ? { kind: "family", id: `family-${String(k).padStart(5, "0")}`, leaders: [k, k + 1] }
      : { kind: "block", id: `block-${String(k).padStart(5, "0")}`, from: k, to: k + 1 },
  );
}

export function block(id: string): ScanJob {
  return { kind: "block", id, from: 0, to: 1 };
}
