import { setBits } from "../../bits.ts";
import { twiceAround } from "./row.ts";

/** K(s): how many events have a mark s sessions on, around the circle, for every s. */
export function shiftCounts(events: Uint32Array, marks: Uint32Array, sessions: number): Uint16Array {
  const positions = setBits(events, 0, 0, sessions);
  const twice = twiceAround(marks, sessions);
  const counts = new Uint16Array(sessions);
  for (let s = 0; s < sessions; s++) {
    let marked = 0;
    for (const event of positions) marked += twice[event + s]!;
    counts[s] = marked;
  }
  return counts;
}

/** At how many of the shifts K(s) >= K(0). */
export function reached(events: Uint32Array, marks: Uint32Array, sessions: number): number {
  const counts = shiftCounts(events, marks, sessions);
  let shifts = 0;
  for (const count of counts) if (count >= counts[0]!) shifts++;
  return shifts;
}
