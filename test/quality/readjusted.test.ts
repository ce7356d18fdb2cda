import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readjusted } from "../../src/quality/index.ts";
import { changed, closes, firstOf, quiet } from "./quiet.ts";

// By hand: Apple's 4:1 split of 2020-08-31 quartered every close before; a dividend of 1 on a price of 100 takes 1 % off all before.
for (const factor of [0.25, 0.99, 10]) {
  test(`all sessions before a day times ${factor} are a re-adjustment`, () => {
    const old = quiet();
    const close = old.columns.close.map((value, i) => (i < 150 ? value * factor : value));
    const { readjusted: found, restated } = readjusted(old, { ...old, columns: { close } });
    assert.ok(Math.abs(found!.factor / factor - 1) < 1e-12);
    assert.deepEqual([found!.sessions, restated], [[...old.sessions.subarray(0, 150)], []]);
  });
}

test("what differs beside the common factor is restated", () => {
  const old = closes([100, 104, 108, 112, 116, 120, 124, 128, 132, 136, 34]);
  const fresh = closes([25, 26, 27, 28, 29.5, 30, 31, 32, 33, 34, 34]);
  assert.deepEqual(readjusted(old, fresh), {
    readjusted: { factor: 0.25, sessions: [10_000, 10_001, 10_002, 10_003, 10_005, 10_006, 10_007, 10_008, 10_009] },
    restated: [10_004],
  });
});

test("one session, sessions of several factors, and sessions after an unchanged one are restated", () => {
  const old = closes([100, 101, 102, 103]);
  assert.deepEqual(readjusted(old, closes([50, 101, 102, 103])), { restated: [10_000] });
  assert.deepEqual(readjusted(old, closes([50, 60, 70, 103])), { restated: [10_000, 10_001, 10_002] });
  // By hand: two of three follow the median ratio of a half, fewer than nine in ten.
  assert.deepEqual(readjusted(old, closes([50, 50.5, 70, 103])), { restated: [10_000, 10_001, 10_002] });
  assert.deepEqual(readjusted(old, closes([100, 50.5, 51, 103])), { restated: [10_001, 10_002] });
});

test("the noise of 32-bit numbers, missing values and sessions of one side are no difference", () => {
  const old = quiet();
  assert.deepEqual(readjusted(old, { ...old, columns: { close: old.columns.close.map(Math.fround) } }), { restated: [] });
  assert.deepEqual(readjusted(old, changed(firstOf(old, 90), "close", 3, Number.NaN)), { restated: [] });
  assert.deepEqual(readjusted(old, { sessions: old.sessions, columns: {} }), { restated: [] });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 199 }), (i) =>
      assert.deepEqual(
        readjusted(
          old,
          changed(old, "close", i, (value) => value * 1.0001),
        ),
        { restated: [old.sessions[i]!] },
      ),
    ),
  );
});

test("another field is compared when asked for", () => {
  const { sessions, columns } = quiet();
  const old = { sessions, columns: { close: columns.close, totalReturn: columns.close } };
  const fresh = { sessions, columns: { close: columns.close, totalReturn: columns.close.map((value, i) => (i < 9 ? value * 0.5 : value)) } };
  assert.deepEqual(readjusted(old, fresh), { restated: [] });
  assert.equal(readjusted(old, fresh, "totalReturn").readjusted?.sessions.length, 9);
});
