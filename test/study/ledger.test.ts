import assert from "node:assert/strict";
import { test } from "node:test";
import { openMarket } from "../../src/sources/index.ts";
import { ledgerOf, ledgerSchema, toJson } from "../../src/study/index.ts";

const iwm = openMarket("IWM");

test("the ledger lists from a day on but counts the whole history", () => {
  const ledger = ledgerOf(iwm, { since: "2025-12-12" });
  assert.deepEqual([ledger.records.length, ledger.count.value, ledger.historyFrom], [28, 336, "2000-05-26"]);
  assert.equal(ledger.records[0]?.previous?.session, "2025-12-11");
  assert.deepEqual(ledgerSchema.parse(JSON.parse(toJson(ledger))), JSON.parse(toJson(ledger)));
});

test("as of a day the ledger ends there", () => {
  const ledger = ledgerOf(iwm, { asOf: "2025-12-11" });
  assert.deepEqual([ledger.count.value, ledger.figuresEnd, ledger.records.at(-1)?.session], [308, "2025-12-11", "2025-12-11"]);
});

test("a basis that ends earlier says so, and an absent one is a problem", () => {
  assert.equal(ledgerOf(iwm, { basis: "total-return" }).figuresEnd, "2026-07-31");
  assert.throws(
    () => ledgerOf(iwm, { basis: "total-return", asOf: "2026-08-20" }),
    /expected total-return figures of IWM for 2026-08-20; .* end on 2026-07-31/,
  );
  assert.throws(() => ledgerOf(openMarket("SPY"), { basis: "intraday" }), /^Problem: expected intraday figures of SPY; held are close$/);
  assert.throws(() => ledgerOf(iwm, { since: "yesterday" }), /expected a day like 2025-12-11; received yesterday/);
});

// Witness: the mean at 6,596 steps by Stirling's series, 2 sqrt(n / pi) (1 + 3 / (8 n)) to leading order.
test("the yardstick of a random walk is over as many sessions", () => {
  const { randomWalk, count } = ledgerOf(iwm);
  const steps = count.n - 1;
  assert.ok(Math.abs((randomWalk.mean.value ?? 0) - 2 * Math.sqrt(steps / Math.PI) * (1 + 3 / (8 * steps))) < 1e-3);
});
