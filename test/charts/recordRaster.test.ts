import assert from "node:assert/strict";
import { test } from "node:test";
import { type RasterRow, type RecordRasterSpec, recordRaster } from "../../src/charts/index.ts";
import { toDay } from "../../src/market/index.ts";
import { RASTER } from "./specs/recordRaster.ts";

// On a phone the plot is 2..388 wide: over 386 days a day is a pixel, and day k stands at 2 + k.
const row = (label: string, days: readonly number[], more: Partial<RasterRow> = {}): RasterRow => ({
  label,
  words: "words",
  role: "member",
  days: days.map(toDay),
  from: toDay(-100),
  value: `${days.length} records`,
  ...more,
});
const spec = (rows: readonly RasterRow[], more: Partial<RecordRasterSpec> = {}): RecordRasterSpec => ({
  title: "T",
  subtitle: "S",
  source: "F",
  alt: "A",
  from: toDay(0),
  to: toDay(386),
  rows,
  shaded: [],
  ...more,
});
const ticksOf = (svg: string) => [...svg.matchAll(/<path class="(\w+)" stroke="currentColor" shape-rendering="crispEdges" d="([^"]*)"/g)];
const xsOf = (path: string) => [...path.matchAll(/M([\d.]+),/g)].map(([, x]) => Number(x));
const shadesOf = (svg: string) =>
  [...svg.matchAll(/<rect class="shade" x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="([\d.]+)"/g)].map((found) => found.slice(1).map(Number));
const between = (from: number, to: number, resolution: "catchUp" | "rollOver" | "open") => ({ from: toDay(from), to: toDay(to), resolution });

test("a tick stands at each record day, as high as its band, and one that moves is drawn elsewhere", () => {
  const svg = recordRaster(spec([row("A", [0, 100, 101, 386], { role: "leader" }), row("B", [7])]), "narrow");
  const [a, b] = ticksOf(svg);
  assert.deepEqual([a![1], xsOf(a![2]!)], ["blue", [2, 102, 103, 388]]);
  assert.deepEqual([b![1], xsOf(b![2]!)], ["soft", [9]]);
  assert.equal(a![2]!.match(/v-20/g)?.length, 4);
  assert.deepEqual(xsOf(ticksOf(recordRaster(spec([row("B", [8])]), "narrow"))[0]![2]!), [10]);
});

test("the leader stands first, the laggard second, and the others as they are given", () => {
  const rows = [row("D", []), row("L", [], { role: "laggard" }), row("C", []), row("H", [], { role: "leader" })];
  for (const layout of ["wide", "narrow"] as const) {
    const svg = recordRaster(spec(rows), layout);
    const at = ["H", "L", "D", "C"].map((label) => Number(new RegExp(`y="([\\d.]+)"[^>]*>${label}<`).exec(svg)![1]));
    assert.deepEqual(
      at,
      [...at].sort((a, b) => a - b),
    );
  }
});

test("a row without records has its line and its value, and no tick", () => {
  const svg = recordRaster(spec([row("A", [])]), "wide");
  assert.equal(ticksOf(svg).length, 0);
  assert.ok(svg.includes(">0 records<") && svg.includes('<line class="grid"'));
});

test("days before a market's history are hatched, and its line begins with it", () => {
  const svg = recordRaster(spec([row("A", [150], { from: toDay(100) }), row("B", [5])]), "narrow");
  assert.deepEqual(
    [...svg.matchAll(/<g class="soft" opacity=".3"><rect class="ring" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, width]) => [x, width]),
    [
      ["2", "16"], // in the key
      ["2", "100"],
    ],
  );
  assert.deepEqual(
    [...svg.matchAll(/<line class="grid" x1="([\d.]+)"/g)].map(([, x]) => x),
    ["102", "2"],
  );
  assert.ok(svg.includes(">before the first figure<"));
  assert.ok(!recordRaster(spec([row("B", [5])]), "narrow").includes("before the first figure"));
  assert.ok(!recordRaster(spec([row("B", [5], { from: toDay(0) })]), "narrow").includes('<g class="soft"'), "a history that begins with the span");
  // A history that begins after the span: hatched throughout.
  assert.ok(recordRaster(spec([row("A", [], { from: toDay(1000) })]), "narrow").includes('width="386"'));
});

test("a row of which nothing is known says why in place of its ticks, over no shade", () => {
  const why = "no source allows these figures to be shown";
  const known = recordRaster(spec([row("A", [1, 2])]), "narrow");
  const svg = recordRaster(spec([row("A", [1, 2], { reason: why, value: "unknown" })]), "narrow");
  assert.equal(ticksOf(known).length, 1);
  assert.equal(ticksOf(svg).length, 0);
  assert.ok(svg.includes(`>${why}<`) && svg.includes(">unknown<"));
  assert.equal(svg.match(/<rect class="paper"/g)?.length, 2, "that of the page and that of the row");
});

test("cases are shaded across all rows, with the symbol of their end, and named once", () => {
  const rows = [row("A", []), row("B", [])];
  const svg = recordRaster(spec(rows, { shaded: [between(-50, 50, "catchUp"), between(100, 200, "rollOver"), between(300, 386, "open")] }), "narrow");
  // By hand: two rows of 47 pixels: 15 of words, 3, the band of 20, and 9 to the next. The first shade is that of the key.
  assert.deepEqual(shadesOf(svg).slice(1), [
    [2, 50, 94],
    [102, 100, 94],
    [302, 86, 94],
  ]);
  assert.equal(svg.match(/<g class="green"><circle class="fill"/g)?.length, 2, "one in the key and one above its case");
  assert.ok(/<g class="purple"><circle class="ring" cx="152"/.test(svg), "in the middle of its case");
  for (const words of ["case:", "catch-up", "roll-over", "still open"]) assert.equal(svg.split(`>${words}<`).length, 2, words);
  const one = recordRaster(spec(rows, { shaded: [between(100, 200, "rollOver")] }), "narrow");
  assert.ok(!one.includes("catch-up") && !one.includes("still open") && one.includes(">roll-over<"));
});

test("without cases there is neither shade nor key, and a case outside the span is left out", () => {
  const bare = recordRaster(spec([row("A", [1])]), "wide");
  assert.ok(!bare.includes('class="shade"') && !bare.includes("case:") && !bare.includes("<circle"));
  const outside = { shaded: [between(-9, -1, "open"), between(387, 400, "open")], mark: { day: toDay(500), label: "x" } };
  assert.equal(recordRaster(spec([row("A", [1])], outside), "wide"), bare);
});

test("cases of a day can be seen, and symbols that would touch stand apart in the order of their cases", () => {
  const shaded = [between(380, 380, "catchUp"), between(382, 382, "rollOver"), between(386, 386, "open")];
  const svg = recordRaster(spec([row("A", [])], { shaded }), "narrow");
  for (const [x, width] of shadesOf(svg).slice(1)) assert.ok(width! >= 2 && x! + width! <= 388);
  const first = Number(/<g class="green"><circle class="fill" cx="([\d.]+)"[^>]*\/><\/g><path class="purple"/.exec(svg)![1]);
  const second = Number(/<g class="purple"><circle class="ring" cx="([\d.]+)"[^>]*\/><\/g><path class="vermilion"/.exec(svg)![1]);
  assert.equal(Math.round((second - first) * 10) / 10, 12);
});

test("a marked day stands through the plot, and on a phone through the ticks alone, where words would be struck out", () => {
  const mark = { day: toDay(200), label: "question asked" };
  const rows = [row("A", []), row("B", []), row("C", [], { reason: "none" })];
  assert.equal(recordRaster(spec(rows, { mark }), "wide").match(/class="mark"/g)?.length, 1);
  const narrow = recordRaster(spec(rows, { mark }), "narrow");
  const marks = [...narrow.matchAll(/<line class="mark" x1="([\d.]+)" x2="[\d.]+" y1="([\d.]+)" y2="([\d.]+)"/g)].map((found) => found.slice(1).map(Number));
  assert.deepEqual(
    marks.map(([x, from, to]) => [x, Math.round((to! - from!) * 10) / 10]),
    [
      [202, 5],
      [202, 20],
      [202, 20],
    ],
  );
  assert.ok(narrow.includes(">question asked<"));
});

test("a span of one day is drawn", () => {
  for (const layout of ["wide", "narrow"] as const) {
    const svg = recordRaster(spec([row("A", [3], { from: toDay(-5) })], { from: toDay(3), to: toDay(3), shaded: [between(1, 9, "open")] }), layout);
    assert.ok(!/NaN|undefined|Infinity/.test(svg));
    assert.equal(ticksOf(svg).length, 1);
    assert.ok(!svg.includes("before the first figure"));
  }
});

test("the case of bitcoin: as many ticks as records are counted", () => {
  const drawn = ticksOf(recordRaster(RASTER, "wide")).map(([, , path]) => xsOf(path!).length);
  assert.deepEqual(
    drawn.map((count) => `${count} records`),
    RASTER.rows.map(({ value }) => value),
  );
});

test("a spec that does not hold is refused", () => {
  const refused = (given: RecordRasterSpec, message: RegExp) => assert.throws(() => recordRaster(given, "wide"), message);
  refused(spec([]), /^RangeError: invalid rows: none$/);
  refused(spec([row("A", [])], { from: toDay(5), to: toDay(4) }), /^RangeError: invalid span: from 1970-01-06 to 1970-01-05$/);
  refused(spec([row("A", [2, 1])]), /^RangeError: invalid days of A: 1970-01-02 after 1970-01-03$/);
  refused(spec([row("A", [1, 1])]), /^RangeError: invalid days of A: 1970-01-02 after 1970-01-02$/);
  refused(spec([row("A", [1, 400])]), /^RangeError: invalid days of A: 1970-01-02 to 1971-02-05 outside 1970-01-01 to 1971-01-22$/);
  refused(spec([row("A", [1], { from: toDay(2) })]), /^RangeError: invalid days of A: 1970-01-02 before its history from 1970-01-03$/);
  refused(spec([row("A", [], { from: "1970-13-01" })]), /^RangeError: invalid day: 1970-13-01$/);
  refused(spec([row("A", [])], { shaded: [between(9, 8, "open")] }), /^RangeError: invalid case: from 1970-01-10 to 1970-01-09$/);
});
