import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { scanIdOf } from "../../src/fleet/scanIdOf.ts";
import { closesBytes, universeDigest } from "../../src/fleet/universeDigest.ts";
import { SCAN_DEFAULTS } from "../../src/scan/definition.ts";
import type { MarketBars } from "../../src/scan/universe.ts";

const market = (id: string, sessions: number[], closes: number[]): MarketBars => ({
  id,
  sessions: Int32Array.from(sessions),
  closes: Float64Array.from(closes),
});
const A = market("A", [1, 2], [100, Number.NaN]);
const B = market("B", [1], [50]);

test("a digest is of ids, sessions and closes in their order", () => {
  // By hand: of each market three lengths of four bytes, the id, the sessions, and the closes; all little-endian.
  const bytes = Buffer.from(["010000000200000002000000", "41", "0100000002000000", "0000000000005940", "000000000000f87f"].join(""), "hex");
  assert.equal(universeDigest({ markets: [A] }), createHash("sha256").update(bytes).digest("hex"));
  const all = [[A, B], [B, A], [A], [A, market("C", [1], [50])], [A, market("B", [2], [50])], [A, market("B", [1], [51])], [market("A", [1], [100]), B]];
  assert.equal(new Set(all.map((markets) => universeDigest({ markets }))).size, all.length);
});

test("a missing close has one digest, whatever bits it comes in", () => {
  const odd = market("A", [1, 2], [100, 0]);
  new BigUint64Array(odd.closes.buffer)[1] = 0xfff8_0000_0000_0001n;
  assert.ok(Number.isNaN(odd.closes[1]));
  assert.equal(universeDigest({ markets: [odd] }), universeDigest({ markets: [A] }));
  assert.deepEqual(closesBytes(odd), closesBytes(A));
});

test("the id of a scan hangs on the universe and on every field of the definition, not on their order", () => {
  const id = scanIdOf("digest", SCAN_DEFAULTS);
  assert.match(id, /^[0-9a-f]{16}$/);
  assert.equal(scanIdOf("digest", Object.fromEntries(Object.entries(SCAN_DEFAULTS).reverse()) as unknown as typeof SCAN_DEFAULTS), id);
  const others = Object.keys(SCAN_DEFAULTS).map((field) => scanIdOf("digest", { ...SCAN_DEFAULTS, [field]: "other" }));
  assert.equal(new Set([id, scanIdOf("another", SCAN_DEFAULTS), ...others]).size, others.length + 2);
});
