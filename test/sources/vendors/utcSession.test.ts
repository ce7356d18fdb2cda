import assert from "node:assert/strict";
import { test } from "node:test";
import { utcSession } from "../../../src/sources/vendors/utcSession.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");

test("the session is the day that begins at the stamp", () => {
  assert.equal(utcSession(1584662400, "time", NOW), 18341); // `date -u -d 2020-03-20 +%s`, and 1584662400 / 86400
  assert.equal(utcSession(1230940800, "time", NOW), 14247); // 2009-01-03
  assert.equal(utcSession(1795392000, "time", NOW), 20780); // 2026-11-23, a day ahead of the clock here
});

test("what begins no day, or one that cannot be, is refused", () => {
  const faults = [1584662401, 1584662400.5, 1584662400000, 1230854400, 1795478400, 0, -86400, 1e300, Number.NaN, Number.POSITIVE_INFINITY];
  for (const seconds of faults)
    assert.throws(
      () => utcSession(seconds, "time", NOW),
      /^SourceFailure: time: expected the second at which a day of UTC begins, from 2009-01-03 to 2026-11-22; received /,
      String(seconds),
    );
});
