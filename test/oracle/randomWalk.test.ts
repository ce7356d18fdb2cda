import assert from "node:assert/strict";
import { test } from "node:test";
import { recordIndices } from "../../src/num/index.ts";
import { randomWalkRecordProbability, randomWalkRecords } from "../../src/records/index.ts";

// Witness: Majumdar and Ziff 2008, equations for mean and variance, evaluated in exact rational arithmetic.
const MEANS: [steps: number, mean: number, variance: number | undefined][] = [
  [1, 1.5, 0.25],
  [2, 1.875, 0.609375],
  [5, 2.70703125, 1.9649505615],
  [10, 3.700138092, 4.6088400078],
  [100, 11.3260442809, undefined],
  [1000, 35.6958613029, undefined],
  [5000, 79.79444004, 3555.0528986683],
];

test("mean and variance of the number of records of a random walk", () => {
  for (const [steps, mean, variance] of MEANS) {
    const walk = randomWalkRecords(steps);
    assert.ok(Math.abs(walk.mean - mean) < 1e-9, `mean at ${steps}: ${walk.mean}`);
    if (variance !== undefined) assert.ok(Math.abs(walk.variance - variance) < 1e-6, `variance at ${steps}: ${walk.variance}`);
  }
  assert.deepEqual(randomWalkRecords(0), { mean: 1, variance: 0, rate: 1 });
  assert.throws(() => randomWalkRecords(-1), /invalid steps/);
});

// Witness: every path. The law is free of the law of the steps, so steps of distinct sizes in all orders and signs stand for it.
test("the distribution agrees with counting every signed order of distinct steps", () => {
  for (const steps of [1, 2, 3, 4]) {
    const counts = new Map<number, number>();
    let paths = 0;
    for (const order of permutations(Array.from({ length: steps }, (_, k) => 2 ** k))) {
      for (let signs = 0; signs < 2 ** steps; signs++) {
        let level = 0;
        const path = [0, ...order.map((step, k) => (level += signs & (1 << k) ? step : -step))];
        const records = recordIndices(path).length;
        counts.set(records, (counts.get(records) ?? 0) + 1);
        paths++;
      }
    }
    for (let count = 0; count <= steps + 2; count++) {
      assert.ok(Math.abs(randomWalkRecordProbability(steps, count) - (counts.get(count) ?? 0) / paths) < 1e-12, `${count} records in ${steps} steps`);
    }
  }
});

test("the distribution sums to one and has the mean and variance", () => {
  for (const steps of [1, 10, 200]) {
    const { mean, variance } = randomWalkRecords(steps);
    let [total, first, second] = [0, 0, 0];
    for (let count = 1; count <= steps + 1; count++) {
      const p = randomWalkRecordProbability(steps, count);
      total += p;
      first += p * count;
      second += p * count * count;
    }
    assert.ok(Math.abs(total - 1) < 1e-10);
    assert.ok(Math.abs(first - mean) < 1e-8);
    assert.ok(Math.abs(second - first * first - variance) < 1e-6);
  }
});

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, k) => permutations(items.toSpliced(k, 1)).map((rest) => [item, ...rest]));
}
