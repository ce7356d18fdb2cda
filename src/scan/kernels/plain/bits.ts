import { setBits } from "../../bits.ts";
import { bitOf, countSet, setBit } from "./row.ts";

/** Copies bits from..to-1 to the beginning of another row. Returns how many are set. */
export function crop(row: Uint32Array, from: number, to: number, out: Uint32Array): number {
  out.fill(0);
  for (let at = from; at < to; at++) if (bitOf(row, at) === 1) setBit(out, at - from);
  return countSet(out);
}

/** Marks the sessions from `back` before to `ahead` after every event, around the circle. Returns how many are marked. */
export function dilate(row: Uint32Array, sessions: number, back: number, ahead: number, out: Uint32Array): number {
  out.fill(0);
  // Once around the circle is enough.
  const before = Math.min(back, sessions);
  const after = Math.min(ahead, sessions);
  for (const event of setBits(row, 0, 0, sessions)) {
    for (let away = -before; away <= after; away++) setBit(out, (event + away + sessions) % sessions);
  }
  return countSet(out);
}
