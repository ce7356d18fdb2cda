import { createHash } from "node:crypto";
import type { MarketBars, Universe } from "../scan/index.ts";

/** The hexadecimal SHA-256 of all that a scan reads of a universe: ids, sessions and closes, in order. Its name does not count. */
export function universeDigest({ markets }: Pick<Universe, "markets">): string {
  const hash = createHash("sha256");
  for (const market of markets) {
    // Lengths first: without them the end of one could be the beginning of the next.
    const id = Buffer.from(market.id);
    hash.update(Uint32Array.of(id.length, market.sessions.length, market.closes.length)).update(id);
    hash.update(bytesOf(market.sessions)).update(closesBytes(market));
  }
  return hash.digest("hex");
}

/** The closes of a market as bytes, little-endian doubles; every NaN in the same bits, since a missing close has many. */
export function closesBytes({ closes }: Pick<MarketBars, "closes">): Uint8Array {
  return bytesOf(closes.map((close) => (Number.isNaN(close) ? Number.NaN : close)));
}

/** The bytes of an array of numbers, in place. */
export function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
