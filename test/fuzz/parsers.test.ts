// What `scripts/fuzz.ts` does a million times, some thousand times: the same inputs in every run.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { SOURCES } from "../../src/sources/index.ts";
import { fuzzed } from "./fuzzed.ts";
import { outcomeOf } from "./outcomeOf.ts";
import { openParsers } from "./parsers.ts";

const COUNT = 800; // inputs to each parser
const SEED = 20_251_211;

const { parsers, close } = openParsers();
after(close);

test("every source is fuzzed, by bodies that it reads and bodies that it refuses", () => {
  assert.deepEqual(
    parsers.filter(({ name }) => SOURCES.some(({ id }) => id === name)).map(({ name }) => name).sort(),
    SOURCES.map(({ id }) => id).sort(),
  );
  for (const parser of parsers) assert.ok(parser.specimens.some((one) => outcomeOf(parser, one, one.text).accepted), parser.name);
});

for (const parser of parsers) {
  test(`${parser.name} reads what is mutated into figures that can be, or refuses it in one line and in good time`, () => {
    const { violation, accepted, refused } = fuzzed(parser, { count: COUNT, seed: SEED });
    assert.equal(violation, undefined);
    assert.ok(accepted > COUNT / 50 && refused > COUNT / 50, `${accepted} accepted, ${refused} refused: both outcomes are met`);
  });
}

test("what breaks a promise is seen", () => {
  const parser = { name: "a parser", isRefusal: (error: unknown) => error instanceof RangeError };
  const reading = (one: object) => ({ read: () => ({ held: [], sessions: [], ...one }) });
  const throwing = (error: Error) => ({
    read: () => {
      throw error;
    },
  });
  const broken: [specimen: Parameters<typeof outcomeOf>[1], message: RegExp][] = [
    [reading({ held: { rows: [{ close: Number.NaN }] } }), /gave NaN as result\.rows\.0\.close/],
    [reading({ held: [Number.POSITIVE_INFINITY] }), /gave Infinity/],
    [reading({ sessions: [0.5] }), /the session 0\.5/],
    [reading({ sessions: [-354_286] }), /the session -354286/], // Witness: -354285 is 1000-01-01 by Temporal: PlainDate.from("1970-01-01").add({ days: -354285 })
    [reading({ sessions: [9], asked: { from: 10, to: 11 } }), /asked were 10 to 11/],
    [throwing(new TypeError("x")), /threw what is not documented: TypeError/],
    [throwing(new RangeError("one\ntwo")), /more than one line/],
    [throwing(new RangeError("x".repeat(3000))), /in 3000 characters/],
  ];
  for (const [specimen, message] of broken) assert.throws(() => outcomeOf(parser, specimen, ""), { message });
  const polluting = {
    read: () => {
      (Object.prototype as Record<string, unknown>).polluted = 1;
      return { held: [], sessions: [] };
    },
  };
  try {
    assert.throws(() => outcomeOf(parser, polluting, ""), { message: /Object\.prototype/ });
  } finally {
    delete (Object.prototype as Record<string, unknown>).polluted;
  }
  assert.deepEqual(outcomeOf(parser, throwing(new RangeError("no")), "").accepted, false);
});
