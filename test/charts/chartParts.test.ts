import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { COLOURS } from "../../src/charts/chartStyle.ts";
import { endLabels } from "../../src/charts/endLabels.ts";
import { shading } from "../../src/charts/shading.ts";
import { textWidth } from "../../src/charts/textWidth.ts";
import { wrapPixels } from "../../src/charts/wrapPixels.ts";

type Colour = readonly [number, number, number];

function parse(hex: string): Colour {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: Colour, b: Colour): number {
  const luminance = (colour: Colour) => {
    const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Colour;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

test("every colour of text can be read on the paper, and ink on every shade", () => {
  // Black on white is 21 by definition.
  assert.equal(Math.round(contrast([0, 0, 0], [255, 255, 255])), 21);
  for (const [light, colours] of Object.entries(COLOURS)) {
    for (const hue of ["ink", "soft", "blue", "vermilion", "green", "purple"] as const) {
      const ratio = contrast(parse(colours[hue]), parse(colours.paper));
      assert.ok(ratio >= 4.5, `${hue} on ${light} paper: ${ratio.toFixed(2)}`);
    }
    for (const probability of [0.01, 0.25, 0.5, 0.75, 1]) {
      const share = shading(probability);
      const cell = parse(colours.heat).map((part, k) => share * part + (1 - share) * parse(colours.paper)[k]!) as unknown as Colour;
      const ratio = contrast(parse(colours.ink), cell);
      assert.ok(ratio >= 4.5, `ink on a ${light} shade of ${probability}: ${ratio.toFixed(2)}`);
    }
    assert.ok(contrast(parse(colours.ink), parse(colours.shade)) >= 4.5);
  }
});

test("more probable is darker, and the least one shown can be seen", () => {
  assert.ok(shading(0.01) >= 0.1);
  assert.ok(shading(0.3) > shading(0.2));
  assert.equal(shading(1), 1);
});

test("labels at the ends of lines keep their rows together, their distance and their bounds", () => {
  const label = fc.record({ at: fc.integer({ min: 100, max: 480 }), words: fc.constantFrom("one", "one two three four five six", "seven eight nine ten") });
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
      const given = labels.map(({ at, words }, k) => ({ at, texts: [{ text: words }, { text: `value ${k}` }], hue: "blue" as const }));
      const svg = endLabels(given, { x: 810, width: 150, size: 13, top: 100, bottom: 480 }).join("");
      const rows = [...svg.matchAll(/<text x="[\d.]+" y="([\d.]+)"[^>]*>([^<]*)</g)].map(([, y, text]) => ({ y: Number(y), text: text! }));
      const byHeight = [...rows].sort((a, b) => a.y - b.y);
      for (let k = 1; k < byHeight.length; k++) assert.ok(byHeight[k]!.y - byHeight[k - 1]!.y > 15.8, "rows keep a line's distance");
      assert.ok(byHeight[0]!.y >= 100 && byHeight.at(-1)!.y <= 500);
      assert.deepEqual(rows, byHeight, "rows of one label follow each other");
      assert.equal(rows.filter(({ text }) => text.startsWith("value")).length, labels.length);
    }),
  );
});

test("text wrapped in pixels loses nothing and fits", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zA-Z%]{1,8}$/), { minLength: 1 }), fc.integer({ min: 110, max: 400 }), (words, width) => {
      const rows = wrapPixels(words.join(" "), width, 13);
      assert.equal(rows.join(" "), words.join(" "));
      for (const row of rows) assert.ok(textWidth(row, 13) <= width);
    }),
  );
});
