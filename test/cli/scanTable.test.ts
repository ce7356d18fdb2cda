import assert from "node:assert/strict";
import { test } from "node:test";
import { scanView } from "../../src/cli/scanView.ts";
import { painter } from "../../src/cli/terminal/paint.ts";
import { countedText, scanTable } from "../../src/cli/terminal/scanTable.ts";
import { SCAN_DEFAULTS } from "../../src/scan/index.ts";
import { golden } from "../golden.ts";
import { madeScan } from "../store/madeScan.ts";

const shown = (width: number, changes: Parameters<typeof madeScan>[0] = {}, limit = 20) =>
  scanTable(scanView(madeScan(changes), limit), { width, paint: painter(false) });

for (const width of [60, 100]) {
  test(`a scan at ${width} columns: no line is wider`, () => {
    const text = shown(width);
    golden(`cli/scan-table-${width}.txt`, text);
    assert.deepEqual(
      text.split("\n").filter((line) => line.length > width),
      [],
    );
  });
}

test("colour says nothing that words do not", () => {
  const text = scanTable(scanView(madeScan(), 20), { width: 100, paint: painter(true) });
  assert.match(text, /\u001b\[/);
  assert.equal(text.replaceAll(/\u001b\[\d+m/g, ""), shown(100));
});

test("the stages say how many pairs each left, and end with those kept", () => {
  // By hand from madeScan: 20, less 4, less 2, less 5, less 3, less 2.
  assert.match(
    shown(1000).replaceAll("\n", " "),
    /20 ordered pairs \u2192 16 with 252 sessions in common \u2192 14 with 5 highs each \u2192 9 with 5 hits \u2192 6 with a lift of 1\.3 \u2192 4 with z of 2\.5 \u2192 4 kept/,
  );
  assert.match(shown(1000), /Skipped: 3 markets: one bar 2 \(a single close\); constant 1 \(its price never moves\)\./);
});

test("who is out of step now is told once of a pair, with the one below; who comes first by the difference", () => {
  const { apart, leads } = scanView(madeScan(), 20);
  assert.deepEqual(
    apart.map(({ rank }) => rank),
    [1],
    "the second pair is the first the other way round",
  );
  // (17-4)/sqrt(21), (12-3)/sqrt(15); (7-2)/sqrt(9) is below two; the second pair comes before.
  assert.deepEqual(
    leads.map(({ rank }) => rank),
    [1, 3],
  );
  assert.match(shown(100), /▼ apart, −41%/);
});

test("what is not known is a dash, and none are said to be none", () => {
  const text = shown(100);
  // The third pair has no others to be beyond of; the second was not tested in its family.
  assert.match(text, /FOUR +THREE +15\/30 +6\.0 +2\.50 +– +4\.0 +0\.0160 +0\.2000$/m);
  assert.match(text, /TWO +ONE +21\/25 +8\.6 +2\.44 +1\.61 +4\.4 +0\.0040 +–$/m);
  const one = madeScan();
  const nothing = Object.fromEntries(Object.entries(one.pairs).map(([name, values]) => [name, (values as Int32Array).subarray(0, 0)]));
  const empty = shown(100, { pairs: nothing as unknown as typeof one.pairs });
  assert.match(empty, /No pair passed every stage\./);
  assert.match(empty, /or more below its own: none\./);
});

test("a name cannot steer the terminal nor push a table off it", () => {
  const id = ["FIVE", "FOUR", "\u001b[31mONE\nx", "THREE", "T".repeat(80)];
  const text = shown(100, { markets: { ...madeScan().markets, id } });
  assert.ok(!text.includes("\u001b"));
  assert.ok(text.includes(`${"T".repeat(23)}\u2026`));
  assert.ok(!text.includes("T".repeat(24)));
});

test("what is counted is said in words for each relation", () => {
  assert.equal(countedText(SCAN_DEFAULTS), "highs of 252 sessions of the first with one of the second at most 5 sessions away");
  assert.equal(
    countedText({ ...SCAN_DEFAULTS, of: "lows", relation: "leads", window: 1, highWindow: 60 }),
    "lows of 60 sessions of the first that one of the second follows within 1 session",
  );
  assert.equal(
    countedText({ ...SCAN_DEFAULTS, relation: "apart", prices: "beyond-market", below: 0.275 }),
    "highs of 252 sessions of the first while the second stands 27.5% or more below its record, of what is left of prices when the market's mean return is taken out",
  );
});
