import fc from "fast-check";

const NUMBERS = [
  "1e999",
  "-1e999",
  "-0",
  "0",
  "NaN",
  "Infinity",
  "1e308",
  "5e-324",
  "-1",
  "0.1",
  "9007199254740993",
  "9".repeat(400),
  "1e-400",
  "0x10",
  "1_000",
];
const DAYS = ["0000-01-01", "0001-01-01", "0999-12-31", "1000-01-01", "2026-02-30", "2999-12-31", "3000-01-01", "9999-12-31", "20260918", "9/8/2026"];
const KEYS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "length", "", "\u0000", "\ud800"];
const VALUES = [
  "null",
  "true",
  '""',
  "[]",
  "{}",
  "[[]]",
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '"\\ud800"',
  '"x\\ny"',
  '{"toString":1}',
  "&a [*a]",
  "*a",
  "!!binary x",
  ".nan",
  "-.inf",
];
const PIECES = [
  "\uFEFF",
  "\r\n",
  "\n",
  "\r",
  "\u0000",
  "\u2028",
  "\ud800",
  "\udc00",
  "\u202e",
  "é",
  "\u{1F600}",
  '"',
  '""',
  "'",
  ",",
  ";",
  "\t",
  "{",
  "}",
  "[",
  "]",
  ":",
  "#",
  "|",
  "<!doctype html>",
  "__proto__",
];

type Change = (text: string) => string;

// Without bias: a beginning that is hit over and over tells little.
const place = fc.noBias(fc.nat(9999));
const short = fc.noBias(fc.nat(400));

const changes: fc.Arbitrary<Change> = fc.oneof(
  weighed(
    6,
    fc.tuple(place, fc.nat(15)).map(
      ([at, bit]): Change =>
        (text) =>
          replaced(text, at, 1, (one) => String.fromCharCode(one.charCodeAt(0) ^ (1 << bit))),
    ),
  ),
  weighed(
    1,
    place.map(
      (at): Change =>
        (text) =>
          text.slice(0, indexOf(text, at)),
    ),
  ),
  weighed(
    4,
    fc.tuple(place, short, place, fc.constantFrom("remove", "twice", "move")).map(
      ([at, length, to, how]): Change =>
        (text) =>
          rearranged(text, { from: edge(text, indexOf(text, at)), to: edge(text, indexOf(text, at) + length), put: edge(text, indexOf(text, to)), how }),
    ),
  ),
  weighed(
    8,
    fc.tuple(place, fc.constantFrom(...NUMBERS)).map(
      ([at, put]): Change =>
        (text) =>
          match(text, at, /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g, put),
    ),
  ),
  weighed(
    3,
    fc.tuple(place, fc.constantFrom(...DAYS)).map(
      ([at, put]): Change =>
        (text) =>
          match(text, at, /\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4}|\d{8}/g, put),
    ),
  ),
  weighed(
    3,
    fc.tuple(place, fc.noBias(fc.nat(9))).map(
      ([at, digit]): Change =>
        (text) =>
          match(text, at, /\d/g, String(digit)),
    ),
  ),
  weighed(
    3,
    fc.tuple(place, fc.constantFrom(...KEYS)).map(
      ([at, put]): Change =>
        (text) =>
          match(text, at, /"[^"\n]*"/g, `"${put}"`),
    ),
  ),
  weighed(
    6,
    fc.tuple(place, fc.constantFrom(...VALUES, ...NUMBERS)).map(
      ([at, put]): Change =>
        (text) =>
          match(text, at, /(?<=[,;:\t[]\s*)[^,;:\t[\]{}\n]+/g, put),
    ),
  ),
  weighed(
    4,
    fc.tuple(place, fc.nat(3), fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 4 }))).map(
      ([at, cut, put]): Change =>
        (text) =>
          replaced(text, at, cut, () => put),
    ),
  ),
  weighed(
    1,
    fc.constantFrom<Change>(
      (text) => `\uFEFF${text}`,
      (text) => text.replaceAll(/\r?\n/g, "\r\n"),
      (text) => text.replaceAll("\n", "\r"),
      (text) => text.replaceAll('"', "'"),
      (text) => text.trimEnd(),
      (text) => `${text}${text}`,
    ),
  ),
);

/** Deeper than a stack; seldom, since such a text takes a thousand times as long to read as another. */
const deep: fc.Arbitrary<Change> = fc
  .tuple(
    place,
    fc.constantFrom(["[", "]"], ['{"a":', "}"], ["[", ""], ["[\n", ""], ["- ", ""], ['"', ""], ["\n", ""], [",", ""]),
    fc.constantFrom(100, 1000, 10_000, 100_000),
  )
  .map(
    ([at, [open = "", close = ""], depth]): Change =>
      (text) =>
        match(text, at, /(?<=[,;:\t[]\s*)[^,;:\t[\]{}\n]+/g, open.repeat(depth) + close.repeat(depth)),
  );

const cell = fc.oneof(fc.constantFrom(...NUMBERS, ...DAYS, ...KEYS, "date", "close", "Date", "Close"), fc.string({ maxLength: 8 }));

/** Texts that no fixture is near to. */
const anything: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.json({ maxDepth: 4 }),
  fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 5 }).map((rows) => rows.map((row) => `${row.join(",")}\n`).join("")),
);

/** A fixture, which one, and what became of its text. */
export interface Mutated {
  at: number;
  text: string;
}

/** Texts of fixtures with up to four changes, and now and then anything. */
export function mutated(texts: readonly string[]): fc.Arbitrary<Mutated> {
  const at = fc.noBias(fc.nat(texts.length - 1));
  const several = fc.oneof(weighed(2, fc.tuple(changes)), weighed(1, fc.array(changes, { minLength: 2, maxLength: 4 })));
  return fc.oneof(
    weighed(
      300,
      fc.tuple(at, several).map(([at, list]) => ({ at, text: list.reduce((text, change) => change(text), texts[at]!) })),
    ),
    weighed(
      30,
      fc.tuple(at, anything).map(([at, text]) => ({ at, text })),
    ),
    weighed(
      1,
      fc.tuple(at, deep).map(([at, change]) => ({ at, text: change(texts[at]!) })),
    ),
  );
}

function weighed<T>(weight: number, arbitrary: fc.Arbitrary<T>): fc.WeightedArbitrary<T> {
  return { weight, arbitrary };
}

function indexOf(text: string, at: number): number {
  return Math.floor((at / 10_000) * text.length);
}

function replaced(text: string, at: number, length: number, by: (old: string) => string): string {
  const from = indexOf(text, at);
  const old = text.slice(from, from + length);
  return length > 0 && old === "" ? text : text.slice(0, from) + by(old) + text.slice(from + length);
}

/** Puts something for the first thing of a kind at a place or after it. */
function match(text: string, at: number, kind: RegExp, put: string): string {
  kind.lastIndex = indexOf(text, at);
  const found = kind.exec(text);
  return found ? text.slice(0, found.index) + put + text.slice(found.index + found[0].length) : text;
}

/** The next place at which a line, a cell or a value begins. */
function edge(text: string, from: number): number {
  for (let i = from; i < text.length; i++) if (",\n{}[]".includes(text[i]!)) return i;
  return text.length;
}

function rearranged(text: string, { from, to, put, how }: { from: number; to: number; put: number; how: string }): string {
  const chunk = text.slice(from, to);
  if (how === "remove") return text.slice(0, from) + text.slice(to);
  if (how === "twice") return text.slice(0, to) + chunk + text.slice(to);
  const rest = text.slice(0, from) + text.slice(to);
  const at = put < from ? put : Math.max(from, put - chunk.length);
  return rest.slice(0, at) + chunk + rest.slice(at);
}
