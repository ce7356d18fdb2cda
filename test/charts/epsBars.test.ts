import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hatched } from "../../src/charts/hatched.ts";
import { type EpsQuote, epsBars } from "../../src/charts/index.ts";
import { EPS } from "./specs.ts";

const TEXTS = { title: "T", subtitle: "S", source: "F", alt: "A", none: "no public figure", recomputedLabel: "recomputed" };
const quote = (basis: EpsQuote["basis"], growth: number | null, value: string): EpsQuote => ({ basis, source: "Q", quoted: "Dec 2025", growth, value });
const filled = (svg: string) => [...svg.matchAll(/<rect class="fill" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].slice(1); // the key's comes first
const drawn = (...quotes: EpsQuote[]) => epsBars({ ...TEXTS, groups: [{ label: "G", quotes }] }, "wide");

test("bars are as long as the growth they say", () => {
  const [first, second] = filled(drawn(quote("consensus", 0.1, "+10%"), quote("consensus", 0.2, "+20%"))).map(([, , width]) => Number(width));
  assert.ok(Math.abs(second! - 2 * first!) < 0.2);
});

test("consensus is filled, a strategist's figure is hatched, and nothing is averaged", () => {
  const svg = drawn(quote("consensus", 0.14, "+14%"), quote("strategist", 0.12, "+12%"));
  assert.equal(filled(svg).length, 1);
  assert.equal((svg.match(/<rect class="ring"/g) ?? []).length, 2); // the key's and the bar
  assert.ok(svg.includes("+14%") && svg.includes("+12%") && !svg.includes("13%"));
  for (const words of ["Q · consensus, Dec 2025", "Q · strategist, Dec 2025"]) assert.ok(svg.includes(words), words);
});

test("a quote without growth has no bar, and an index without quotes says so", () => {
  const svg = epsBars(
    {
      ...TEXTS,
      groups: [
        { label: "S&P 500", quotes: [quote("consensus", null, "earnings only")] },
        { label: "S&P 400", quotes: [] },
      ],
    },
    "narrow",
  );
  assert.equal(filled(svg).length, 0);
  assert.ok(svg.includes(">earnings only<") && svg.includes(">no public figure<"));
});

test("growth below zero goes to the left of zero", () => {
  const [fall, rise] = filled(drawn(quote("consensus", -0.1, "−10%"), quote("consensus", 0.1, "+10%"))).map(([, x, width]) => [Number(x), Number(width)]);
  assert.ok(Math.abs(fall![0]! + fall![1]! - rise![0]!) < 0.2);
});

test("recomputed growth is a tick where it is known", () => {
  const ticks = (svg: string) => (svg.match(/stroke-width="2.4"/g) ?? []).length;
  assert.equal(ticks(epsBars(EPS, "wide")), 3); // the key's and two
  assert.equal(ticks(drawn({ ...quote("consensus", 0.1, "+10%"), recomputed: null })), 1);
});

test("no group is refused", () => {
  assert.throws(() => epsBars({ ...TEXTS, groups: [] }, "wide"), /^RangeError: invalid groups: none$/);
});

test("hatching stays within its box", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 4, max: 30 }), (width, height) => {
      const path = / d="([^"]*)"/.exec(hatched({ x: 10, y: 20, width, height }))![1]!;
      for (const [, x, y] of path.matchAll(/[ML]([\d.]+),([\d.]+)/g)) {
        assert.ok(Number(x) >= 10 && Number(x) <= 10 + width && Number(y) >= 20 && Number(y) <= 20 + height);
      }
    }),
  );
});
