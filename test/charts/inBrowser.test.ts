// Each chart of the macro picture in a real browser, whose fonts decide whether words fit: with its own figures, and with awkward ones.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, chromium } from "playwright-core";
import { billPurchases, epsBars, type Layout, netLiquidity, policyFan, probabilityHeat, rollingLine, sensitivityIntervals } from "../../src/charts/index.ts";
import { textWidth } from "../../src/charts/textWidth.ts";
import { toDay } from "../../src/market/index.ts";
import { CHROMIUM_ARGS, chromiumPath } from "../browser/chromium.ts";
import { LAYOUTS, MACRO_PICTURES } from "./macroPictures.ts";
import { EPS, FAN, HEAT, LIQUIDITY, MEETINGS, PURCHASES, ROLLING, SENSITIVITY } from "./specs.ts";

const skip = chromiumPath === undefined ? "no Chromium on this machine" : false;
let browser: Browser | undefined;

before(async () => {
  if (chromiumPath !== undefined) browser = await chromium.launch({ executablePath: chromiumPath, args: CHROMIUM_ARGS });
});

after(async () => {
  await browser?.close();
});

const sixteen = Array.from({ length: 16 }, (_, k) => ({ ...MEETINGS[k % 8]!, day: toDay(20_481 + 45 * k) }));
const months = Array.from({ length: 20 }, (_, k) => ({
  month: `${2025 + Math.floor(k / 12)}-${String((k % 12) + 1).padStart(2, "0")}`,
  value: k === 3 ? "not known" : "100.0",
  operations: k === 3 ? null : [{ day: "2025-01-02", amount: 40 }],
  plan: k === 19 ? 41 : null,
}));
const quote = { basis: "strategist", source: "A bank whose name takes a whole line and then some more of it", quoted: "Sep 2025" } as const;

/** Figures that push words against each other and against the edge. */
const AWKWARD: Readonly<Record<string, (layout: Layout) => string>> = {
  "the fan with sixteen meetings and paths that end together": (layout) =>
    policyFan(
      {
        ...FAN,
        meetings: sixteen,
        bands: [],
        earlier: ["a day before 3.07%", "a week before 3.08%", "a month before 3.07%"].map((label) => ({ label, expected: sixteen.map(() => 3.07) })),
      },
      layout,
    ),
  "the fan on the day before a meeting, with a week of history": (layout) =>
    policyFan({ ...FAN, history: { ...FAN.history, days: ["2026-01-21"], values: [3.63] }, asOf: { day: "2026-01-27", label: "27 Jan 2026" } }, layout),
  "the fan with long words": (layout) =>
    policyFan(
      {
        ...FAN,
        asOf: { day: "2025-12-11", label: "as of 11 September 2025" },
        history: { ...FAN.history, label: "effective federal funds rate" },
        shades: "probability of a range after each meeting",
        end: { value: "3.07%", words: "55.8 basis points of cuts by 16 September 2026" },
      },
      layout,
    ),
  "the table with sixteen certain meetings": (layout) =>
    probabilityHeat({ ...HEAT, meetings: sixteen.map((meeting) => ({ ...meeting, buckets: [{ lowerBp: 1025, upperBp: 1050, probability: 1 }] })) }, layout),
  "liquidity with all lines at one height": (layout) =>
    netLiquidity({ ...LIQUIDITY, lines: LIQUIDITY.lines.map((line) => ({ ...line, values: LIQUIDITY.days.map(() => 1.1) })) }, layout),
  "purchases of twenty months, with the plan at the end": (layout) => billPurchases({ ...PURCHASES, months }, layout),
  "earnings that fall, and long names": (layout) =>
    epsBars(
      {
        ...EPS,
        groups: [
          {
            label: "An index with a long name, 2026",
            quotes: [
              { ...quote, growth: -0.6, value: "−60%" },
              { ...quote, growth: 0.4, value: "about +40%", recomputed: { growth: 0.42, value: "recomputed +42.0%" } },
            ],
          },
        ],
      },
      layout,
    ),
  "sensitivities on one side of zero with long names": (layout) =>
    sensitivityIntervals(
      {
        ...SENSITIVITY,
        eras: SENSITIVITY.eras.map((era) => ({
          label: `${era.label}, as far as figures are held, by the two-year yield`,
          rows: era.rows.map((row) => ({ ...row, label: `${row.label} of the whole market`, hac: null, bootstrap: null, slope: 0.01 })),
        })),
      },
      layout,
    ),
  "a rolling measure of a few days around a tiny value": (layout) =>
    rollingLine(
      { ...ROLLING, days: ["2026-08-19", "2026-08-20"], values: [1e-6, 2e-6], band: { label: "95% interval", lower: [0, 0], upper: [3e-6, 3e-6] } },
      layout,
    ),
};

const FAULTS = `[...document.querySelectorAll("svg")].flatMap((svg) => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].map((text) => ({ words: text.textContent, box: text.getBoundingClientRect() }));
  const outside = texts.filter(({ box }) => box.right > frame.right + 1 || box.left < frame.left - 1 || box.top < frame.top || box.bottom > frame.bottom);
  const shared = (a, b) => [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
  const over = texts.flatMap((one, i) => texts.slice(0, i).filter((other) => { const [x, y] = shared(one.box, other.box); return x > 1 && y > 4; }).map((other) => one.words + " over " + other.words));
  const name = svg.parentElement.dataset.name + ": ";
  return [...outside.map(({ words }) => name + "outside: " + words), ...over.map((words) => name + words)];
})`;

/** What a page of all charts says; one page, for opening one costs more than all that is on it. */
async function asked(content: string, question: string): Promise<unknown> {
  const page = await browser!.newPage({ viewport: { width: 1000, height: 800 } });
  await page.setContent(`<body style="margin:0">${content}</body>`);
  const answer = await page.evaluate(question);
  await page.close();
  return answer;
}

test("no word runs out of a chart or over another, with awkward figures either", { skip }, async () => {
  const drawn = LAYOUTS.flatMap((layout) => [
    ...Object.entries(MACRO_PICTURES).map(([name, draw]) => [`${name} ${layout}`, draw({}, layout)]),
    ...Object.entries(AWKWARD).map(([name, draw]) => [`${name} ${layout}`, draw(layout)]),
  ]);
  assert.deepEqual(await asked(drawn.map(([name, svg]) => `<div data-name="${name}">${svg}</div>`).join(""), FAULTS), []);
});

test("words take no more room than is reckoned with", { skip }, async () => {
  const words = ["100%", "−0.21%", "+10.2%", "small minus large", "“nearing 50%”", "Goldman Sachs (Snider, Hammond)", "56 bp of cuts by December 2026", "WMMM"];
  const content = `<svg>${words.map((text) => `<text style="font:13px system-ui">${text}</text><text style="font:650 13px system-ui">${text}</text>`).join("")}</svg>`;
  const taken = (await asked(content, `[...document.querySelectorAll("text")].map((text) => text.getComputedTextLength())`)) as number[];
  for (const [k, text] of words.entries()) {
    for (const [at, weight] of (["normal", "bold"] as const).entries()) {
      const [is, reckoned] = [taken[2 * k + at]!, textWidth(text, 13, weight)];
      assert.ok(is <= reckoned, `${text}, ${weight}: ${is} of ${reckoned}`);
    }
  }
});
