import type { BarField, Bars } from "../market/index.ts";
import { lowerBound } from "../num/index.ts";
import type { JudgeContext } from "./judgement.ts";

/** Bars on their way through the checks: what is judged, and which bars still count. */
export interface History {
  sessions: Int32Array;
  columns: Bars["columns"];
  field: BarField; // "close"; what `level` holds
  level: Float64Array;
  present: Uint8Array; // 1 = something is held and not refused by hand
  usable: Uint8Array; // 1 = nothing speaks against the bar so far
  accepted: Uint8Array; // 1 = trusted by hand
}

const LEVELS = ["close", "value", "totalReturn"] as const satisfies readonly BarField[];

/** Bars before any check: a bar takes part when it holds a level and was not refused by hand. */
export function historyOf({ sessions, columns }: Bars, { accepted, rejected }: Pick<JudgeContext, "accepted" | "rejected">): History {
  const field = LEVELS.find((one) => columns[one] !== undefined) ?? "close";
  const level = columns[field] ?? new Float64Array(sessions.length).fill(Number.NaN);
  const present = new Uint8Array(sessions.length);
  const refused = marked(sessions, rejected);
  const held = Object.values(columns);
  for (let i = 0; i < present.length; i++) if (refused[i] === 0 && (!Number.isNaN(level[i]) || held.some((column) => !Number.isNaN(column[i])))) present[i] = 1;
  const usable = present.map((one, i) => (Number.isNaN(level[i]) ? 0 : one));
  return { sessions, columns, field, level, present, usable, accepted: marked(sessions, accepted) };
}

function marked(sessions: Int32Array, chosen: ReadonlySet<number> = new Set()): Uint8Array {
  const marks = new Uint8Array(sessions.length);
  for (const session of chosen) {
    const i = lowerBound(sessions, session);
    if (sessions[i] === session) marks[i] = 1;
  }
  return marks;
}
