import assert from "node:assert/strict";
import { test } from "node:test";
import { probabilityHeat } from "../../src/charts/index.ts";
import { HEAT, MEETINGS } from "./specs.ts";

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
const bucket = (lowerBp: number, probability: number) => ({ lowerBp, upperBp: lowerBp + 25, probability });
const meeting = (day: string, ...buckets: ReturnType<typeof bucket>[]) => ({ day, expected: null, buckets });

test("the highest range stands on top, and each cell from one percent on says its share", () => {
  const meetings = [
    meeting("2026-01-28", bucket(325, 0.2), bucket(350, 0.791), bucket(375, 0.009)),
    meeting("2026-03-18", bucket(375, 0.01), bucket(350, 0.99)),
  ];
  const texts = textsOf(probabilityHeat({ ...HEAT, meetings }, "wide"));
  const ranges = texts.filter((text) => /^\d\.\d\d–/.test(text));
  assert.deepEqual(ranges, ["3.75–4.00", "3.50–3.75", "3.25–3.50"]);
  assert.deepEqual(
    texts.filter((text) => text.endsWith("%")),
    ["1%", "79%", "99%", "20%"],
  );
});

test("the current range is framed and named even where it is no longer likely", () => {
  const svg = probabilityHeat({ ...HEAT, meetings: [meeting("2026-01-28", bucket(300, 1))] }, "narrow");
  assert.deepEqual(
    textsOf(svg).filter((text) => /–\d/.test(text)),
    ["3.50–3.75", "3.25–3.50", "3.00–3.25"],
  );
  assert.equal(svg.match(/<rect class="frame"/g)?.length, 1);
  assert.ok(textsOf(svg).includes("now"));
});

test("where the current range is not known no row is framed, and where nothing is known there is none", () => {
  const current = { lowerBp: Number.NaN, upperBp: Number.NaN, label: "now" };
  const svg = probabilityHeat({ ...HEAT, current }, "wide");
  assert.ok(!svg.includes("NaN") && !svg.includes('class="frame"') && !svg.includes(">now<"));
  assert.ok(!probabilityHeat({ ...HEAT, current, meetings: [meeting("2026-01-28")] }, "wide").includes("NaN"));
});

test("a meeting of which nothing is known has dashes and no figure", () => {
  const svg = probabilityHeat({ ...HEAT, meetings: [meeting("2026-01-28", bucket(350, 1)), meeting("2026-03-18")] }, "wide");
  assert.equal(textsOf(svg).filter((text) => text === "–").length, 1);
  assert.equal(textsOf(svg).filter((text) => text.endsWith("%")).length, 1);
});

test("more meetings than a phone has room for stand in a second table", () => {
  const twelve = Array.from({ length: 12 }, (_, k) => meeting(`2026-${String(k + 1).padStart(2, "0")}-15`, bucket(350, 1)));
  const narrow = probabilityHeat({ ...HEAT, meetings: twelve }, "narrow");
  assert.equal(textsOf(narrow).filter((text) => text === "3.50–3.75").length, 2);
  assert.equal(textsOf(narrow).filter((text) => text === "100").length, 12);
  const years = textsOf(narrow).filter((text) => text === "2026");
  assert.equal(years.length, 2, "each table says its year");
});

test("a spec that does not hold is refused", () => {
  assert.throws(() => probabilityHeat({ ...HEAT, meetings: [] }, "wide"), RangeError);
  assert.throws(
    () => probabilityHeat({ ...HEAT, meetings: [MEETINGS[0]!, MEETINGS[0]!] }, "wide"),
    /^RangeError: invalid meetings: 2026-01-28 after 2026-01-28$/,
  );
  assert.throws(() => probabilityHeat({ ...HEAT, meetings: [meeting("2026-01-28", bucket(350, 1.2))] }, "wide"), /^RangeError: invalid probability: 1.2$/);
  assert.throws(() => probabilityHeat({ ...HEAT, meetings: [meeting("2026-01-28", bucket(350, Number.NaN))] }, "wide"), RangeError);
});
