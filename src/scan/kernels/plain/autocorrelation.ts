import { setBits } from "../../bits.ts";
import { twiceAround } from "./row.ts";

/** For every lag up to half the circle how many set bits have a set bit that many sessions on; zeros behind. */
export function autocorrelation(row: Uint32Array, sessions: number, out: Uint16Array): void {
  out.fill(0);
  const positions = setBits(row, 0, 0, sessions);
  const twice = twiceAround(row, sessions);
  for (let lag = 0; lag <= sessions >> 1; lag++) {
    let both = 0;
    for (const at of positions) both += twice[at + lag]!;
    out[lag] = both;
  }
}
