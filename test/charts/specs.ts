// What the golden pictures show: figures of the embedded case where it has them, and invented ones where it does not (each says so in its source).
import { readFileSync } from "node:fs";
import type {
  BillPurchasesSpec,
  EpsBarsSpec,
  NetLiquiditySpec,
  PolicyFanSpec,
  PolicyMeeting,
  ProbabilityHeatSpec,
  RollingLineSpec,
  SensitivityIntervalsSpec,
} from "../../src/charts/index.ts";
import { toDay } from "../../src/market/index.ts";

const CASE = new URL("../../cases/small-caps-and-bitcoin/", import.meta.url);

function table(name: string): Record<string, string>[] {
  const [head = "", ...rows] = readFileSync(new URL(name, CASE), "utf8").trim().split("\n");
  const columns = head.split(",");
  return rows.map((row) => Object.fromEntries(row.split(",").map((cell, k) => [columns[k]!, cell])));
}

const number = (cell: string | undefined) => (cell === undefined || cell === "" ? null : Number(cell));

// A cut of 25 basis points at each meeting with these probabilities, each independent of the others: invented, near the curve of 2025-12-11.
const CUTS: readonly [day: string, probability: number][] = [
  ["2026-01-28", 0.22],
  ["2026-03-18", 0.31],
  ["2026-04-29", 0.2],
  ["2026-06-17", 0.45],
  ["2026-07-29", 0.33],
  ["2026-09-16", 0.28],
  ["2026-10-28", 0.24],
  ["2026-12-09", 0.19],
];

function meetingsOf(cuts: readonly (readonly [string, number])[]): PolicyMeeting[] {
  let distribution = [1];
  return cuts.map(([day, cut]) => {
    distribution = [...distribution, 0].map((stay, k) => stay * (1 - cut) + (distribution[k - 1] ?? 0) * cut);
    const buckets = distribution.map((probability, k) => ({ lowerBp: 350 - 25 * k, upperBp: 375 - 25 * k, probability }));
    return { day, expected: buckets.reduce((sum, { lowerBp, probability }) => sum + (lowerBp + 12.5) * probability, 0) / 100, buckets };
  });
}

export const MEETINGS = meetingsOf(CUTS);

function edges(meetings: readonly PolicyMeeting[], low: number, high: number): { lower: number[]; upper: number[] } {
  const at = (meeting: PolicyMeeting, p: number) => {
    let sum = 0;
    const rising = [...meeting.buckets].reverse();
    return rising.find(({ probability }) => (sum += probability) >= p) ?? rising.at(-1)!;
  };
  return { lower: meetings.map((meeting) => at(meeting, low).lowerBp / 100), upper: meetings.map((meeting) => at(meeting, high).upperBp / 100) };
}

const rates = table("rates.csv").filter(({ date = "" }) => date >= "2024-06-01" && date <= "2025-12-11");

export const FAN: PolicyFanSpec = {
  title: "Futures price two more cuts by the end of 2026, and no meeting at which one is certain",
  subtitle: "Federal funds target range, midpoint, and its expected path by meeting, percent",
  source: "Source: FRED to 11 December 2025; probabilities invented for this test, near the 30-day fed funds futures of that day",
  alt: "The midpoint of the target range fell from 5.38% to 3.63%; the expected path falls to 3.07% by December 2026",
  asOf: { day: "2025-12-11", label: "as of 11 December 2025" },
  target: { lower: 3.5, upper: 3.75, label: "target range now 3.50–3.75%" },
  history: {
    label: "midpoint so far",
    days: rates.map(({ date }) => date!),
    values: rates.map(({ DFEDTARL, DFEDTARU }) => (Number(DFEDTARL) + Number(DFEDTARU)) / 2),
  },
  meetings: MEETINGS,
  bands: [{ label: "10–90% of the probability", ...edges(MEETINGS, 0.1, 0.9) }],
  earlier: [{ label: "a week before 3.20%", expected: MEETINGS.map(({ expected }, k) => expected! + 0.03 + 0.013 * k) }],
  end: { value: "3.07%", words: "56 bp of cuts by December 2026" },
  shades: "Probability of a target range",
};

export const HEAT: ProbabilityHeatSpec = {
  title: "A first cut by the end of April is more likely than not",
  subtitle: "Probability of each federal funds target range after each meeting, percent",
  source: "Source: probabilities invented for this test, near the 30-day fed funds futures of 11 December 2025",
  alt: "A table of eight meetings of 2026 and nine target ranges; the current range stays the most likely through April",
  meetings: MEETINGS,
  current: { lowerBp: 350, upperBp: 375, label: "now" },
};

const liquidity = table("liquidity.csv").filter(({ date = "", WALCL }) => date >= "2019-01-01" && WALCL !== "");
const trillions = (name: string, perTrillion: number) =>
  liquidity.map((row) => {
    const value = number(row[name]);
    return value === null ? null : value / perTrillion;
  });
const assets = trillions("WALCL", 1e6);
const account = trillions("WTREGEN", 1e6);
const reverseRepo = trillions("RRPONTSYD", 1e3);

export const LIQUIDITY: NetLiquiditySpec = {
  title: "The Fed’s balance sheet grows again, and the Treasury’s account takes part of it back",
  subtitle: "Fed assets less Treasury account and reverse repo, Wednesdays, trillions of US dollars",
  source: "Source: FRED (WALCL, WTREGEN, RRPONTSYD) to 19 August 2026",
  alt: "Net liquidity rose to more than six trillion dollars in 2021 and stands at 5.8 trillion",
  days: liquidity.map(({ date }) => date!),
  lines: [
    { label: "Net liquidity", value: "$5.79tn", role: "net", values: assets.map((value, k) => minus(minus(value, account[k]), reverseRepo[k])) },
    { label: "Fed assets", value: "$6.75tn", role: "assets", values: assets },
    { label: "Treasury account", value: "$0.95tn", role: "treasuryAccount", values: account },
    { label: "Reverse repo", value: "$0.00tn", role: "reverseRepo", values: reverseRepo },
  ],
  mark: { day: "2025-12-10", label: "bill purchases announced" },
};

function minus(a: number | null, b: number | null | undefined): number | null {
  return a === null || b === null || b === undefined ? null : a - b;
}

const purchases = table("bill-purchases.csv").filter(({ kind }) => kind === "bill_purchase");
const months = [...new Set(purchases.map(({ operation_date = "" }) => operation_date.slice(0, 7)))].sort();

export const PURCHASES: BillPurchasesSpec = {
  title: "After the first months the New York Fed buys fewer bills",
  subtitle: "Treasury bills bought outright, by month of operation, billions of US dollars; each segment is one operation",
  source: "Source: Federal Reserve Bank of New York, operations to 20 August 2026; small-value exercises left out. August is not complete",
  alt: "Bars of nine months; 38.1 billion dollars in December 2025",
  months: months.map((month) => {
    const operations = purchases
      .filter(({ operation_date }) => operation_date!.startsWith(month))
      .map(({ operation_date, accepted_usd_bn }) => ({ day: operation_date!, amount: Number(accepted_usd_bn) }));
    const value = operations.reduce((sum, { amount }) => sum + amount, 0).toFixed(1);
    return { month, operations, value, plan: month === "2025-12" ? 40 : null };
  }),
  planLabel: "plan per month: about $40bn",
};

export const EPS: EpsBarsSpec = {
  title: "One figure for small caps, six for the S&P 500, and none for the S&P 400",
  subtitle: "Growth of earnings per share over the year before, as quoted, percent",
  source: "Source: quotations as collected in the case; strategists are not averaged with consensus",
  alt: "Bars of quoted growth by index and year",
  groups: [
    {
      label: "Russell 2000, 2026",
      quotes: [{ basis: "consensus", source: "Goldman Sachs chart as captioned by ISABELNET", quoted: "Dec 2025", growth: 0.5, value: "“nearing 50%”" }],
    },
    {
      label: "S&P 500, 2026",
      quotes: [
        { basis: "consensus", source: "Goldman Sachs chart as captioned by ISABELNET", quoted: "Nov 2025", growth: 0.14, value: "+14%" },
        { basis: "consensus", source: "Jefferies as quoted", quoted: "Jan 2026", growth: 0.13, value: "+13%" },
        { basis: "strategist", source: "Goldman Sachs (Snider, Hammond)", quoted: "Dec 2025", growth: 0.12, value: "+12%" },
        {
          basis: "strategist",
          source: "Goldman Sachs",
          quoted: "Oct 2024",
          growth: 0.07,
          value: "+7%",
          recomputed: { growth: 0.0746, value: "recomputed +7.5%" },
        },
        { basis: "strategist", source: "Invented Bank", quoted: "Nov 2025", growth: null, value: "earnings only" },
      ],
    },
    {
      label: "S&P 500, 2027",
      quotes: [
        { basis: "consensus", source: "Jefferies as quoted", quoted: "Jan 2026", growth: 0.14, value: "+14%" },
        {
          basis: "strategist",
          source: "Goldman Sachs (Snider, Hammond)",
          quoted: "Dec 2025",
          growth: 0.1,
          value: "+10%",
          recomputed: { growth: 0.1016, value: "recomputed +10.2%" },
        },
      ],
    },
    { label: "S&P 400, 2026", quotes: [] },
  ],
  none: "no public figure",
  recomputedLabel: "recomputed from quoted earnings per share",
};

const around = (slope: number, hac: number, bootstrap: number) => ({
  slope,
  value: `${slope < 0 ? "−" : "+"}${Math.abs(slope * 100).toFixed(2)}%`,
  hac: { lower: slope - hac, upper: slope + hac },
  bootstrap: { lower: slope - bootstrap, upper: slope + bootstrap * 0.95 },
});

export const SENSITIVITY: SensitivityIntervalsSpec = {
  title: "Small caps fell more than large caps on rising yields only in the last era of cuts",
  subtitle: "Return on a rise of the two-year yield by 10 basis points, percent, slope with 95% intervals",
  source: "Source: figures invented for this test",
  alt: "Dots with intervals for three eras; only the last difference excludes zero",
  eras: [
    {
      label: "Cuts, July 2019 to March 2022",
      rows: [
        { label: "IWM", role: "market", ...around(0.0058, 0.0034, 0.003) },
        { label: "SPY", role: "market", ...around(0.0049, 0.0029, 0.0026) },
        { label: "small minus large", role: "difference", ...around(0.0009, 0.0014, 0.0012) },
      ],
    },
    {
      label: "Hikes, March 2022 to September 2024",
      rows: [
        { label: "IWM", role: "market", ...around(-0.0011, 0.0013, 0.0011) },
        { label: "SPY", role: "market", ...around(-0.0014, 0.001, 0.0009) },
        { label: "small minus large", role: "difference", ...around(0.0003, 0.0006, 0.0005) },
      ],
    },
    {
      label: "Cuts, September 2024 to August 2026",
      rows: [
        { label: "IWM", role: "market", ...around(-0.0031, 0.0018, 0.0016) },
        { label: "SPY", role: "market", ...around(-0.0013, 0.0014, 0.0013) },
        { label: "small minus large", role: "difference", ...around(-0.0018, 0.0009, 0.0008) },
        { label: "MDY", role: "market", slope: null, value: "unknown", hac: null, bootstrap: null },
      ],
    },
  ],
  hacLabel: "95% interval, HAC",
  bootstrapLabel: "95% interval, bootstrap",
};

const WEEKS = 300;
const weeks = Array.from({ length: WEEKS }, (_, k) => toDay(18_634 + 7 * k)); // Thursdays from 2021-01-07
const wave = weeks.map((_, k) => (k < 40 || (k >= 150 && k < 156) ? null : 0.0012 * Math.sin(k / 31) - 0.0006 * Math.cos(k / 7) - k * 5e-6));

export const ROLLING: RollingLineSpec = {
  title: "The difference between small and large caps changes its sign with the era",
  subtitle: "Slope of small minus large on a rise of the two-year yield by 10 basis points, trailing 252 sessions, percent; shaded: hikes",
  source: "Source: figures invented for this test",
  alt: "A line that crosses zero four times, with its interval",
  days: weeks,
  values: wave,
  label: "small minus large",
  value: `−${Math.abs(wave.at(-1)! * 100).toFixed(2)}%`,
  band: {
    label: "95% interval",
    lower: wave.map((value) => (value === null ? null : value - 0.0011)),
    upper: wave.map((value) => (value === null ? null : value + 0.0011)),
  },
  sides: { above: "large caps fall more", below: "small caps fall more" },
  shaded: [{ from: "2022-03-16", to: "2024-09-18" }],
  mark: { day: "2025-12-11", label: "as of 11 Dec 2025" },
};
