import assert from "node:assert/strict";
import test from "node:test";
import { circularCounts, seeded, windowRecords } from "../../../src/num/index.ts";
import { both, within, wordsFor } from "./rows.ts";

const SERIES = 200;
const SESSIONS = 1000;
const W = 5;

test("reached agrees with the slow exact null on all ordered pairs of 200 series", () => {
  const uniform = seeded(8);
  const walks = Array.from({ length: SERIES }, () => {
    let level = 0;
    return Array.from({ length: SESSIONS }, () => (level += uniform() + uniform() + uniform() - 1.45));
  });
  const events = walks.map((walk) => windowRecords(walk, { window: 60 }));
  const marks = events.map((of) => {
    const near = new Uint8Array(SESSIONS);
    for (const event of of) for (let away = -W; away <= W; away++) near[(event + away + SESSIONS) % SESSIONS] = 1;
    return near;
  });
  const [wasm] = both;
  const mismatches = within(wasm, (place) => {
    const words = wordsFor(SESSIONS);
    const eventRows = events.map((of) => place.bits(of, words));
    const markRows = eventRows.map((row) => {
      const near = place.room(words * 4);
      wasm.dilate(row, SESSIONS, W, W, words, near);
      return near;
    });
    let differ = 0;
    for (let a = 0; a < SERIES; a++) {
      for (let b = 0; b < SERIES; b++) {
        if (a === b) continue;
        const counts = circularCounts(events[a]!, marks[b]!);
        let reached = 0;
        for (let s = 0; s < SESSIONS; s++) if (counts[s]! >= counts[0]!) reached++;
        if (wasm.reached(eventRows[a]!, markRows[b]!, SESSIONS) !== reached) differ++;
      }
    }
    return differ;
  });
  // Walks with a little drift: enough highs that there is something to agree on.
  assert.ok(events.reduce((sum, of) => sum + of.length, 0) > 20 * SERIES);
  assert.equal(mismatches, 0);
});
