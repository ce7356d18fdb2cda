import type { RecordRasterSpec } from "../../../src/charts/index.ts";
import { CASES, caseCloses, recordCloses } from "./caseCloses.ts";

const [from, to] = ["2010-01-04", "2026-08-20"];

const MARKETS = [
  ["IWM", "small caps", "leader"],
  ["BTC", "bitcoin", "laggard"],
  ["SPY", "large caps", "member"],
  ["DIA", "the Dow", "member"],
  ["QQQ", "Nasdaq 100", "member"],
  ["GLD", "gold", "member"],
  ["SLV", "silver", "member"],
] as const;

export const RASTER: RecordRasterSpec = {
  title: "Small caps set records through 2026; bitcoin has set none since October 2025",
  subtitle: "Days of a record close since 2010. Shaded: cases, from a record of IWM with BTC 20% or more below its own",
  source: "Source: figures of small-caps-and-bitcoin to 20 August 2026; IWM and the other funds at 16:00 New York, BTC at 24:00 UTC",
  alt: "Seven rows of ticks from January 2010 to August 2026; the last tick of IWM is on 14 August 2026, that of BTC on 6 October 2025",
  from,
  to,
  rows: MARKETS.map(([label, words, role]) => {
    const closes = caseCloses(label);
    const days = recordCloses(closes).filter((day) => day >= from && day <= to);
    return { label, words, role, days, from: closes[0]!.day, value: `${days.length} records` };
  }),
  shaded: CASES,
  mark: { day: "2025-12-11", label: "question asked, 11 December 2025" },
};
