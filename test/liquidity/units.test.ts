import assert from "node:assert/strict";
import { test } from "node:test";
import { inDollars, type LiquidityPart, possibleDollars, weekChanges } from "../../src/liquidity/index.ts";
import { toReading } from "../../src/market/index.ts";
import { caseReadings } from "./caseFigures.ts";

const release = { calendar: "US-FED", after: 1, time: "16:30" } as const;
const reading = (unit: string, ...values: number[]) =>
  toReading({ id: "X", name: "x", unit, source: "x.csv", release, sessions: values.map((_, i) => 20_432 + 7 * i), values });

test("dollars, millions and billions come out as dollars; missing stays missing", () => {
  assert.deepEqual([...inDollars(reading("USD", 225_000_000, 0.5)).values], [225_000_000, 0.5]);
  assert.deepEqual([...inDollars(reading("millions of USD", 6_745_699, Number.NaN)).values], [6_745_699e6, Number.NaN]);
  // 2.127 * 1e9 is 2126999999.9999998 in doubles.
  assert.deepEqual([...inDollars(reading("billions of USD", 2.127, 0)).values], [2_127_000_000, 0]);
  assert.equal(inDollars(reading("billions of USD", 1)).unit, "USD");
});

test("any other unit is refused, whatever its values look like", () => {
  for (const unit of ["percent", "million USD", "usd", ""]) {
    assert.throws(() => inDollars(reading(unit, 6_745_699)), {
      kind: "data",
      message: `X, x.csv: expected USD, millions of USD, billions of USD; received ${JSON.stringify(unit)}`,
    });
  }
});

test("a balance in another unit than is said is refused, not rescaled", () => {
  // Witness: WALCL 6 539 303 and WTREGEN 858 946 millions, RRPONTSYD 5.045 billions on 2025-12-10.
  const refused: [LiquidityPart, string, number][] = [
    ["assets", "millions of USD", 6_539_303_000_000],
    ["assets", "billions of USD", 6_539_303],
    ["assets", "USD", 6_539_303],
    ["assets", "millions of USD", 6539.303],
    ["treasuryAccount", "USD", 858_946],
    ["treasuryAccount", "billions of USD", 858_946],
    ["treasuryAccount", "millions of USD", 0],
    ["treasuryAccount", "millions of USD", -5],
    ["reverseRepo", "USD", 5.045],
    ["reverseRepo", "millions of USD", 0.225],
    ["reverseRepo", "billions of USD", 2_553_716],
  ];
  for (const [part, unit, value] of refused)
    assert.throws(() => possibleDollars(reading(unit, Number.NaN, value), part), { kind: "data" }, `${part} ${value} ${unit}`);
  assert.throws(() => possibleDollars(reading("millions of USD", 6_539_303, 6_539_303_000_000), "assets"), {
    message: "X, x.csv: expected total assets of 0.5 to 50 trillion dollars; received 6539303000000 millions of USD on 2025-12-17",
  });
});

test("all of the founding case is possible, no reverse repo and the least one among it", () => {
  for (const [part, one] of Object.entries(caseReadings())) {
    const { values } = possibleDollars(one, part as LiquidityPart);
    assert.ok(values.some((value) => !Number.isNaN(value)));
  }
  // FRED, RRPONTSYD: 0.001 on 2019-12-05.
  assert.deepEqual([...possibleDollars(reading("billions of USD", 0, 0.001), "reverseRepo").values], [0, 1e6]);
});

test("a change is against the value of so many weeks before, to the day", () => {
  const sessions = [6, 13, 20, 27, 41];
  assert.deepEqual([...weekChanges({ sessions, values: [10, 12, Number.NaN, 15, 20] }, 1)], [Number.NaN, 2, Number.NaN, Number.NaN, Number.NaN]);
  assert.deepEqual([...weekChanges({ sessions, values: [10, 12, Number.NaN, 15, 20] }, 2)], [Number.NaN, Number.NaN, Number.NaN, 3, 5]);
  assert.throws(() => weekChanges({ sessions, values: [1, 2, 3, 4, 5] }, 0), { message: "invalid weeks: 0" });
  assert.throws(() => weekChanges({ sessions, values: [1] }, 4), { message: "invalid lengths: 5 and 1" });
});
