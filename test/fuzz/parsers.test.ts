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
    parsers
      .filter(({ name }) => SOURCES.some(({ id }) => id === name))
      .map(({ name }) => name)
      .sort(),
    SOURCES.map(({ id }) => id).sort(),
  );
  for (const parser of parsers)
    assert.ok(
      parser.specimens.some((one) => outcomeOf(parser, one, one.text).accepted),
      parser.name,
    );
});

for (const parser of parsers) {
  test(`${parser.name} reads what is mutated into figures that can be, or refuses it in one line and in good time`, () => {
    const { violation, accepted, refused } = fuzzed(parser, { count: COUNT, seed: SEED });
    assert.equal(violation, undefined);
    assert.ok(accepted > COUNT / 50 && refused > COUNT / 50, `${accepted} accepted, ${refused} refused: both outcomes are met`);
  });
}

// What was accepted, brought down with an undocumented error, or waited for, when it was found; or would have been without what guards against it.
const FOUND: readonly [parser: string, what: string, text: string][] = [
  ["bitstamp", "a code that is an object without a text", '{"error":"x","response_code":{"toString":1}}'],
  ["bitstamp", "a code nested deeper than the stack", `{"error":"x","response_code":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
  ["yahoo", "a body nested deeper than the stack", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
  ["readMarketFile", "a start of a day whose day before lies in the year 999", "snapped_at,price\n1000-01-01 00:00:00 UTC,1\n"],
  ["readFigures", "the year 1", "date,close\n0001-01-01,1\n"],
  ["readFigures", "the year 6025", "date,close\n6025-12-12,1\n"],
  ["readLevels", "the year 25", "market,date,field,usd\nIWM,0025-12-11,close,1\n"],
  ["readLevels", "a header with a line break", '"market,date\n",field,usd\n'],
  ["readLevels", "a day of twenty thousand letters", `market,date,field,usd\nIWM,${"[".repeat(20_000)},close,1\n`],
  ["group file", "a list that holds itself", "name: &a [*a]\nleader: A\nmembers: [A, B]\n"],
  ["group file", "lists in lists without end", `${"- ".repeat(5000)}: 1\n  a: 1\n`],
  ["group file", "an open list in every line", `name: ${"[\n".repeat(50_000)}`],
];

for (const [name, what, text] of FOUND) {
  test(`${name} refuses ${what}`, () => {
    const parser = parsers.find((one) => one.name === name)!;
    assert.equal(outcomeOf(parser, parser.specimens[0]!, text).accepted, false);
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
