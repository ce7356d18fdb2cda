import type { CumulativeIncidenceSpec } from "../../../src/charts/index.ts";

// Twelve cases as docs/founding-case.md lists them to 2026-08-20; one is still open after 126 days. By hand, after Aalen and Johansen: to that day
// each end is one of twelve; after it five of twelve are left, shared by the four cases still followed, so that each end is 5/48.
const OPEN = 5 / 48;

export const INCIDENCE: CumulativeIncidenceSpec = {
  title: "A fall of small caps ended nearly as many cases as a record of bitcoin, only later",
  subtitle: "Share of cases ended by so many calendar days after the onset, with 90% intervals where no open case was followed for less",
  source: "Source: figures of small-caps-and-bitcoin to 20 August 2026, twelve cases; base rates from where bitcoin stood then",
  alt: "By 365 days 52% of twelve cases had ended in catch-up and 48% in roll-over; from like states 51% regain the record, other members 11%",
  to: 365,
  curves: [
    {
      kind: "catchUp",
      label: "catch-up",
      value: "52% of 12 cases",
      steps: [13, 17, 20, 51, 59].map((days, k) => ({ days, share: (k + 1) / 12 })).concat({ days: 184, share: 5 / 12 + OPEN }),
      intervals: [
        { days: 30, share: 3 / 12, lower: 0.07187, upper: 0.52733 },
        { days: 60, share: 5 / 12, lower: 0.18102, upper: 0.68476 },
        { days: 90, share: 5 / 12, lower: 0.18102, upper: 0.68476 },
      ],
    },
    {
      kind: "rollOver",
      label: "roll-over",
      value: "48% of 12 cases",
      steps: [{ days: 61, share: 1 / 12 }, { days: 106, share: 2 / 12 }, ...[238, 276, 285].map((days, k) => ({ days, share: 2 / 12 + (k + 1) * OPEN }))],
      intervals: [
        { days: 30, share: 0, lower: 0, upper: 0.22092 },
        { days: 60, share: 0, lower: 0, upper: 0.22092 },
        { days: 90, share: 1 / 12, lower: 0.00427, upper: 0.33867 },
      ],
    },
  ],
  bases: [
    {
      label: "in like states, away from the leader’s records",
      points: [
        { days: 30, share: 0.00719 },
        { days: 60, share: 0.05225 },
        { days: 90, share: 0.12623 },
        { days: 180, share: 0.25695, lower: 0.0811, upper: 0.52185 },
        { days: 365, share: 0.50628, lower: 0.1974, upper: 0.81156 },
      ],
    },
    {
      label: "other members in like states",
      points: [
        { days: 30, share: 0 },
        { days: 60, share: 0.00326 },
        { days: 90, share: 0.01513 },
        { days: 180, share: 0.04628, lower: 0.00774, upper: 0.14223 },
        { days: 365, share: 0.10672, lower: 0.02448, upper: 0.27442 },
      ],
    },
  ],
  atRisk: [
    { days: 30, cases: "9" },
    { days: 60, cases: "7" },
    { days: 90, cases: "6" },
    { days: 180, cases: "4" },
    { days: 365, cases: "0" },
  ],
  horizon: { days: 180, label: "180 days" },
};
