import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { painter } from "../../src/cli/terminal/paint.ts";
import { plotText } from "../../src/cli/terminal/plotText.ts";
import type { Plot } from "../../src/note/index.ts";

const paint = painter(false);
const caption = [{ kind: "words" as const, text: "A picture." }];
const drawn = (plot: Plot, width = 40) => plotText(plot, { width, paint }).split("\n").slice(1);
const bars = (values: readonly (number | null)[], width = 40, texts = values.map(() => "x")) =>
  drawn({ kind: "bars", caption, rows: values.map((value, k) => ({ label: `r${k}`, value, text: texts[k]! })) }, width);
const sparks = (values: readonly (number | null)[], width = 40) => drawn({ kind: "sparks", caption, rows: [{ label: "net", values, text: "5" }] }, width);
const blocks = (line = "") => line.match(/█/g)?.length ?? 0;

// At 24 columns: two of margin, two of label, two gaps of two and one of text leave 15.
test("bars run from a common zero and are as long as their values", () => {
  assert.deepEqual(bars([3, 1.5, 1], 24), ["  r0  ███████████████  x", "  r1  ███████▌         x", "  r2  █████            x"]);
  // An eighth of a column is the least that is drawn.
  assert.deepEqual(bars([15, 0.125], 24)[1], "  r1  ▏                x");
});

test("below zero bars point left of the line from which the others start", () => {
  assert.deepEqual(bars([10, -5, 0], 24), ["  r0       ██████████  x", "  r1  █████            x", "  r2                   x"]);
  assert.deepEqual(bars([-3, -1.5], 24), ["  r0  ███████████████  x", "  r1         ████████  x"]);
});

test("zero, a missing value and all zeros draw no bar; the text says which it is", () => {
  const lines = bars([0, null, 4], 24, ["0", "–", "4"]);
  assert.deepEqual(lines.map(blocks), [0, 0, 15]);
  assert.deepEqual(
    lines.map((line) => line.at(-1)),
    ["0", "–", "4"],
  );
  assert.deepEqual(bars([0, 0], 24).map(blocks), [0, 0]);
  assert.deepEqual(bars([null, null], 24).map(blocks), [0, 0]);
  assert.deepEqual(bars([7, 7, 7], 24).map(blocks), [15, 15, 15]);
  assert.deepEqual(bars([-7, -7], 24).map(blocks), [15, 15]);
});

test("a spark has eight heights, from its least value to its greatest", () => {
  assert.equal(sparks([0, 1, 2, 3, 4, 5, 6, 7])[0], `  net  ▁▂▃▄▅▆▇█${" ".repeat(22)}  5`);
  assert.equal(sparks([100, 107, 100])[0]?.trim().slice(5, 8), "▁█▁");
});

test("a gap in a spark is blank; one value, equal values and none at all are drawn without a fault", () => {
  assert.equal(sparks([0, null, 7])[0]?.slice(7, 10), "▁ █");
  assert.equal(sparks([3])[0]?.slice(7, 9), "▁ ");
  assert.equal(sparks([3, 3, null, 3])[0]?.slice(7, 11), "▁▁ ▁");
  assert.equal(sparks([null, null])[0], `  net${" ".repeat(34)}5`);
  assert.equal(sparks([])[0], `  net${" ".repeat(34)}5`);
});

test("of more values than there is room for the last is shown, and others evenly before it", () => {
  // 100 values in 30 columns: every fourth.
  const values = Array.from({ length: 100 }, (_, k) => (k === 99 ? 7 : 0));
  const line = sparks(values)[0]!;
  assert.equal(line.slice(7, 37).trimEnd(), `${"▁".repeat(24)}█`);
});

const grid = (columns: readonly string[], marked = 1): Plot => ({
  kind: "grid",
  caption,
  columns,
  rows: [0.004, 0.2, 1].map((share, k) => ({ label: `row ${k}`, shares: columns.map(() => share), mark: k === marked ? " now" : "" })),
});

test("a grid says shares in percent with a shade, next to nothing as a dot, and marks a row", () => {
  assert.deepEqual(drawn(grid(["26-01", "26-03"])), [
    "            26-01 26-03",
    "  row 0         ·     ·",
    "  row 1 now   20░   20░",
    "  row 2      100█  100█",
  ]);
  const coloured = plotText(grid(["26-01"]), { width: 40, paint: painter(true) }).split("\n");
  assert.deepEqual(
    coloured.map((line) => line.includes("\u001b[1m")),
    [false, false, false, true, false],
  );
});

test("columns that find no room are left out from the right and counted", () => {
  const months = Array.from({ length: 11 }, (_, k) => `26-${String(k + 1).padStart(2, "0")}`);
  // 38 columns: nine of label and mark, four cells of six.
  const lines = drawn(grid(months));
  assert.deepEqual(lines.slice(0, 2), ["            26-01 26-02 26-03 26-04", "  row 0         ·     ·     ·     ·"]);
  assert.match(lines.slice(4).join(" "), /\(7 more to the right/);
  assert.ok(!drawn(grid(months), 120).join("\n").includes("more to the right"));
});

test("a grid without rows or columns is drawn without a fault", () => {
  assert.doesNotThrow(() => drawn({ kind: "grid", caption, columns: [], rows: [] }));
  assert.doesNotThrow(() => drawn({ kind: "grid", caption, columns: ["26-01"], rows: [] }));
  assert.deepEqual(drawn({ kind: "bars", caption, rows: [] }), []);
  assert.deepEqual(drawn({ kind: "sparks", caption, rows: [] }), []);
});

test("the caption stands above and is wrapped", () => {
  const text = plotText({ kind: "bars", caption: [{ kind: "words", text: "word ".repeat(20).trim() }], rows: [] }, { width: 40, paint });
  assert.ok(text.split("\n").length > 2 && text.split("\n").every((line) => line.length <= 40));
});

// The longest label and text that the sections have: "S&P 500, 2026, strategist, 2025-12" and "−55.7 bp  3.09%".
const label = fc.string({ maxLength: 14 });
const value = fc.option(fc.integer({ min: -1e9, max: 1e9 }).map((thousandths) => thousandths / 1000));
const rows = fc.array(fc.record({ label, value, text: fc.string({ maxLength: 8 }) }), { minLength: 1, maxLength: 6 });

test("no line is wider than the terminal, from 40 columns to 120", () => {
  fc.assert(
    fc.property(
      rows,
      fc.array(value, { maxLength: 300 }),
      fc.integer({ min: 1, max: 14 }),
      fc.integer({ min: 40, max: 120 }),
      (some, values, columns, width) => {
        const plots: Plot[] = [
          { kind: "bars", caption, rows: some },
          { kind: "sparks", caption, rows: some.map((one) => ({ ...one, values })) },
          { ...grid(Array.from({ length: columns }, (_, k) => `27-${k + 10}`)), caption },
        ];
        for (const plot of plots) {
          for (const line of plotText(plot, { width, paint }).split("\n"))
            assert.ok(line.length <= width, `${line.length} at ${width}: ${JSON.stringify(line)}`);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("bars of one picture are in proportion, to half a column", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10_000, max: 10_000 }), { minLength: 2, maxLength: 8 }), (values) => {
      const lengths = bars(values, 80).map((line) => blocks(line));
      const room = 80 - 2 - 2 - 1 - 4;
      const reach = Math.max(0, ...values) - Math.min(0, ...values);
      for (const [k, length] of lengths.entries()) {
        const exact = reach === 0 ? 0 : (Math.abs(values[k]!) / reach) * room;
        // Eighths of a column are other characters.
        assert.ok(Math.abs(length - exact) <= 1.01, `${values[k]}: ${length} for ${exact}`);
      }
    }),
  );
});

test("control characters in labels and texts do not reach the terminal", () => {
  const hostile = "\u001b[2J\u202ea\u0007b";
  const plots: Plot[] = [
    { kind: "bars", caption: [{ kind: "name", text: hostile }], rows: [{ label: hostile, value: 1, text: hostile }] },
    { kind: "sparks", caption, rows: [{ label: hostile, values: [1, 2], text: hostile }] },
    { kind: "grid", caption, columns: [hostile], rows: [{ label: hostile, shares: [0.5], mark: hostile }] },
  ];
  for (const plot of plots) assert.ok(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/.test(plotText(plot, { width: 60, paint })), plot.kind);
});
