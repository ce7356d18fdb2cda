import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Specification, specificationCurve } from "../../src/lag/index.ts";
import { naiveFlips } from "../naive/specificationCurve.ts";

const NONE = Number.NaN;
const BELOW = ["20%", "27%", "40%"];
const CLOCK = ["New York", "UTC"];
const FALLS = ["5%", "10%"];

/** All definitions on a grid, with effects and conclusions as drawn. */
const grid = fc
  .array(
    fc.record({
      effect: fc.constantFrom(NONE, -0.2, -0.1, 0, 0, 0.1, 0.3),
      more: fc.constantFrom(true, false, undefined),
      less: fc.constantFrom(true, false, undefined),
    }),
    {
      minLength: 12,
      maxLength: 12,
    },
  )
  .map((drawn) =>
    BELOW.flatMap((below) => CLOCK.flatMap((clock) => FALLS.map((falls) => ({ below, clock, falls })))).map(
      (definition, k): Specification => ({ definition, effect: drawn[k]!.effect, conclusions: { more: drawn[k]!.more, less: drawn[k]!.less } }),
    ),
  );

test("effects ascend from the lowest to the highest, with those that are none left out", () => {
  fc.assert(
    fc.property(grid, fc.nat(11), (specifications, main) => {
      const { tried, computable, effects, order } = specificationCurve(specifications, { main });
      const held = specifications
        .map(({ effect }) => effect)
        .filter((effect) => !Number.isNaN(effect))
        .sort((a, b) => a - b);
      assert.deepEqual([tried, computable], [12, held.length]);
      assert.deepEqual(
        order.map((k) => specifications[k]!.effect),
        held,
      );
      assert.equal(new Set(order).size, held.length);
      const middle = held.length === 0 ? NONE : (held[Math.floor((held.length - 1) / 2)]! + held[Math.ceil((held.length - 1) / 2)]!) / 2;
      assert.deepEqual(effects, { lowest: held[0] ?? NONE, median: middle, highest: held.at(-1) ?? NONE, main: specifications[main]!.effect });
    }),
    { numRuns: 300 },
  );
});

test("support is counted over all definitions, and by each value of each choice", () => {
  fc.assert(
    fc.property(grid, fc.nat(11), (specifications, main) => {
      for (const { conclusion, main: holds, support, decided, shares } of specificationCurve(specifications, { main }).conclusions) {
        const of = (within: readonly Specification[]) => {
          const said = within.map(({ conclusions }) => conclusions[conclusion]).filter((one) => one !== undefined);
          return { support: said.filter(Boolean).length, decided: said.length };
        };
        assert.deepEqual([holds, { support, decided }], [specifications[main]!.conclusions[conclusion], of(specifications)]);
        const choices = Object.entries({ below: BELOW, clock: CLOCK, falls: FALLS });
        const expected = choices.flatMap(([dimension, values]) =>
          values.map((value) => ({ dimension, value, ...of(specifications.filter(({ definition }) => definition[dimension] === value)) })),
        );
        assert.deepEqual(shares, expected);
      }
    }),
    { numRuns: 200 },
  );
});

test("the choices on which a conclusion hangs are found by changing one at a time", () => {
  let flipped = 0;
  fc.assert(
    fc.property(grid, fc.nat(11), (specifications, main) => {
      const { conclusions } = specificationCurve(specifications, { main });
      assert.deepEqual(
        conclusions.map(({ conclusion }) => conclusion),
        ["more", "less"],
      );
      for (const { conclusion, flips } of conclusions) {
        assert.deepEqual(
          flips.map(({ dimension, to }) => `${dimension} ${to}`),
          naiveFlips(specifications, main, conclusion),
        );
        flipped += flips.length;
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(flipped > 100, `${flipped} flips`);
});

const one = (below: string, clock: string, effect: number, more: boolean | undefined): Specification => ({
  definition: { below, clock },
  effect,
  conclusions: { more },
});

// By hand: from 20 % in New York 27 % turns it around by itself; 27 % in UTC changes two choices, 40 % cannot say.
test("a curve by hand", () => {
  const specifications = [
    one("20%", "New York", 0.1, true),
    one("27%", "New York", -0.1, false),
    one("27%", "UTC", -0.3, false),
    one("20%", "UTC", 0.2, true),
    one("40%", "New York", NONE, undefined),
  ];
  const { tried, computable, effects, order, conclusions } = specificationCurve(specifications, { main: 0 });
  assert.deepEqual([tried, computable, order], [5, 4, [2, 1, 0, 3]]);
  assert.deepEqual(effects, { lowest: -0.3, median: 0, highest: 0.2, main: 0.1 });
  assert.deepEqual(conclusions, [
    {
      conclusion: "more",
      main: true,
      support: 2,
      decided: 4,
      flips: [{ dimension: "below", to: "27%" }],
      shares: [
        { dimension: "below", value: "20%", support: 2, decided: 2 },
        { dimension: "below", value: "27%", support: 0, decided: 2 },
        { dimension: "below", value: "40%", support: 0, decided: 0 },
        { dimension: "clock", value: "New York", support: 1, decided: 2 },
        { dimension: "clock", value: "UTC", support: 1, decided: 2 },
      ],
    },
  ]);
});

test("a conclusion that the definitions in force do not reach hangs on nothing", () => {
  const specifications = [one("40%", "UTC", NONE, undefined), one("20%", "UTC", 0.1, true), one("27%", "UTC", -0.1, false)];
  const { effects, conclusions } = specificationCurve(specifications, { main: 0 });
  assert.deepEqual([effects.main, conclusions[0]?.main, conclusions[0]?.flips, conclusions[0]?.decided], [NONE, undefined, [], 2]);
});

test("without a computable effect there is none, and of two the median lies between", () => {
  const none = specificationCurve([one("20%", "UTC", NONE, undefined)], { main: 0 });
  assert.deepEqual([none.computable, none.effects, none.order], [0, { lowest: NONE, median: NONE, highest: NONE, main: NONE }, []]);
  assert.equal(specificationCurve([one("20%", "UTC", 0.5, true), one("27%", "UTC", 0.25, true)], { main: 1 }).effects.median, 0.375);
});

test("definitions in force that are not among those tried are refused", () => {
  for (const main of [-1, 1, 0.5, NONE]) {
    assert.throws(() => specificationCurve([one("20%", "UTC", 0, true)], { main }), new RangeError(`invalid main: ${main}`));
  }
});
