import { type ChartTexts, type Layout, type UnderwaterSpec, underwater } from "../../src/charts/index.ts";

const SPEC: UnderwaterSpec = {
  title: "B has set no record since 2 January 2025",
  subtitle: "Distance of each market from its close record",
  source: "Source: figures made for this test",
  alt: "Two lines",
  sessions: ["2025-01-02", "2025-01-03", "2025-01-06"],
  lines: [
    { label: "A", value: "0.0%", role: "leader", values: [0, -0.02, 0] },
    { label: "B", value: "−20.0%", role: "laggard", values: [0, -0.1, -0.2] },
  ],
  shaded: [{ from: "2025-01-03", to: "2025-01-06" }],
};

/** The chart of distances, which has a style of its own, with words of its own where they are given. */
export const DISTANCES = (texts: Partial<ChartTexts>, layout: Layout): string => underwater({ ...SPEC, ...texts }, layout);
