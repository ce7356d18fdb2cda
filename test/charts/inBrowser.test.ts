// Each chart in a real browser, whose fonts decide whether words fit: with its own figures, and with awkward ones.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, chromium } from "playwright-core";
import {
  billPurchases,
  casesAligned,
  cumulativeIncidence,
  epsBars,
  type Layout,
  netLiquidity,
  policyFan,
  probabilityHeat,
  rebased,
  recordRaster,
  rollingLine,
  rollingLockstep,
  sensitivityIntervals,
  specificationPlot,
} from "../../src/charts/index.ts";
import { textWidth } from "../../src/charts/textWidth.ts";
import { toDay } from "../../src/market/index.ts";
import { CHROMIUM_ARGS, chromiumPath } from "../browser/chromium.ts";
import { LAYOUTS, PICTURES } from "./pictures.ts";
import { ALIGNED } from "./specs/casesAligned.ts";
import { INCIDENCE } from "./specs/cumulativeIncidence.ts";
import { REBASED } from "./specs/rebased.ts";
import { RASTER } from "./specs/recordRaster.ts";
import { LOCKSTEP } from "./specs/rollingLockstep.ts";
import { SPECIFICATION } from "./specs/specificationPlot.ts";
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
  "three clocks with long names whose correlations end together": (layout) =>
    rollingLockstep(
      {
        ...LOCKSTEP,
        lines: ["16:00 New York", "24:00 UTC", "16:30 London, as traded there"].map((clock) => ({
          label: `Bitcoin in US dollars at ${clock}`,
          value: "−1.00",
          values: LOCKSTEP.days.map(() => -1),
          lower: LOCKSTEP.days.map(() => -1),
          upper: LOCKSTEP.days.map(() => -0.98),
        })),
        band: "interval of nine in ten, each by itself",
      },
      layout,
    ),
  "the correlation of one month": (layout) =>
    rollingLockstep(
      { ...LOCKSTEP, days: ["2026-07-31"], lines: [{ label: "BTC at 24:00 UTC", value: "0.41", values: [0.41], lower: [0.32], upper: [0.49] }] },
      layout,
    ),
  "a specification curve of 360 definitions with long names, the last in force": (layout) =>
    specificationPlot(
      {
        ...SPECIFICATION,
        effects: Array.from({ length: 360 }, (_, k) => -0.4 + k / 1000),
        main: { at: 359, label: "the definitions in force, as the group sets them: −4 percentage points" },
        median: { value: -0.22, label: "median over all definitions −22 percentage points" },
        sides: { above: "more catch-ups than the laggard shows from like states", below: "fewer catch-ups than the laggard shows from like states" },
        dimensions: SPECIFICATION.dimensions.map(({ name, values }) => ({
          name: `${name} that has to be chosen`,
          values: values.map((value) => `${value}, counted in calendar days`),
        })),
        chosen: Array.from({ length: 360 }, (_, k) => SPECIFICATION.dimensions.map(({ values }, d) => (k + d) % values.length)),
      },
      layout,
    ),
  "a specification curve whose effects are all equal": (layout) =>
    specificationPlot(
      {
        ...SPECIFICATION,
        effects: Array.from({ length: 20 }, () => 0.25),
        main: { at: 0, label: "in force: +25 points" },
        median: { value: 0.25, label: "median +25 points" },
        chosen: SPECIFICATION.chosen.slice(0, 20),
      },
      layout,
    ),
  "a specification curve of one definition, which is not in force": (layout) =>
    specificationPlot(
      {
        ...SPECIFICATION,
        effects: [-0.02],
        main: { at: null, label: "under the definitions in force fewer than five cases can be counted" },
        median: { value: -0.02, label: "median −2 points" },
        chosen: [[0, 0, 0, 0, 0, 0]],
      },
      layout,
    ),
  "thirty cases with long names, and a long horizon": (layout) =>
    casesAligned(
      {
        ...ALIGNED,
        horizon: { days: 285, label: "half a year after the onset" },
        cases: Array.from({ length: 30 }, (_, k) => ({ ...ALIGNED.cases[k % 12]!, label: `December ${1990 + k}, its second` })),
      },
      layout,
    ),
  "one case, opened today": (layout) =>
    casesAligned({ ...ALIGNED, cases: [{ label: "Aug 2026", resolution: "open", days: [0], values: [-0.2] }], horizon: { days: 7, label: "7 days" } }, layout),
  "cases that all stood at their records, without a horizon": (layout) =>
    casesAligned({ ...ALIGNED, horizon: null, cases: ALIGNED.cases.slice(0, 7).map((one) => ({ ...one, values: one.values.map(() => 0) })) }, layout),
  "endings that all come at once, with long names": (layout) =>
    cumulativeIncidence(
      {
        ...INCIDENCE,
        curves: INCIDENCE.curves.map((curve) => ({ ...curve, steps: [{ days: 1, share: 0.5 }], value: "50% of 1,234 cases" })),
        bases: ["as a random walk without drift", "as itself in like states, away from the leader’s records", "as the other members did in like states"].map(
          (label) => ({
            label,
            points: [10, 20, 30, 365].map((days) => ({ days, share: 0.5, lower: 0, upper: 1 })),
          }),
        ),
        atRisk: [1, 2, 3, 7, 14, 30, 60, 90, 180, 364, 365].map((days) => ({ days, cases: "1,234" })),
        horizon: { days: 365, label: "365 days" },
      },
      layout,
    ),
  "endings within a few days of which nothing is known": (layout) =>
    cumulativeIncidence(
      {
        ...INCIDENCE,
        to: 5,
        curves: INCIDENCE.curves.map((curve) => ({ ...curve, steps: [], intervals: [], value: "0%" })),
        bases: [],
        atRisk: [],
        horizon: null,
      },
      layout,
    ),
  "records of many markets with long names, without figures, and many cases at once": (layout) =>
    recordRaster(
      {
        ...RASTER,
        rows: [
          ...RASTER.rows,
          ...RASTER.rows.map((row) => ({
            ...row,
            label: "A market whose identifier is long",
            words: "and whose name takes more than a line of its own",
            value: "1,234 records and more",
          })),
          {
            ...RASTER.rows[0]!,
            value: "unknown",
            reason: "the licence of its only source does not allow figures of these days to be shown, and no other source has them",
          },
        ],
        shaded: Array.from({ length: 24 }, (_, k) => ({
          from: toDay(14_700 + 30 * k),
          to: toDay(14_709 + 30 * k),
          resolution: (["catchUp", "rollOver", "open"] as const)[k % 3]!,
        })),
        mark: { day: "2010-06-01", label: "question asked, 1 June 2010" },
      },
      layout,
    ),
  "the record of one day": (layout) =>
    recordRaster({ ...RASTER, from: "2026-08-14", rows: [{ ...RASTER.rows[0]!, days: ["2026-08-14"] }], to: "2026-08-14", shaded: [] }, layout),
  "rebased levels of six markets with long names that end together": (layout) =>
    rebased(
      {
        ...REBASED,
        lines: ["IWM", "BTC", "SPY", "DIA", "QQQ", "GLD"].map((label, k) => ({
          label: k < 2 ? label : `${label} of the whole market`,
          value: "1,234,567",
          role: (["leader", "laggard"] as const)[k] ?? "member",
          values: REBASED.days.map((_, day) => 100 + day / 20),
          records: [],
        })),
      },
      layout,
    ),
  "rebased levels over many powers of ten": (layout) =>
    rebased(
      { ...REBASED, lines: [{ ...REBASED.lines[1]!, value: "104,333,000", values: REBASED.days.map((_, k) => 100 * 1.008 ** k) }, REBASED.lines[0]!] },
      layout,
    ),
  "rebased levels of one day, all equal": (layout) =>
    rebased(
      { ...REBASED, days: ["2020-01-02"], lines: REBASED.lines.map((line) => ({ ...line, value: "100", values: [100], records: ["2020-01-02"] })) },
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
    ...Object.entries(PICTURES).map(([name, draw]) => [`${name} ${layout}`, draw({}, layout)]),
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
