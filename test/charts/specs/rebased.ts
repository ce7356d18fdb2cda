import type { RebasedLine, RebasedSpec } from "../../../src/charts/index.ts";
import { CASES, caseCloses, recordCloses } from "./caseCloses.ts";

const [from, to] = ["2020-01-02", "2026-08-20"];
const days = caseCloses("IWM")
  .map(({ day }) => day)
  .filter((day) => day >= from && day <= to);

/** Closes on the sessions of IWM, 100 on the first; a record counts on the session of which it is a close. */
function lineOf(label: string, role: RebasedLine["role"]): RebasedLine {
  const closes = caseCloses(label);
  const on = new Map(closes.map(({ day, close }) => [day, close]));
  const first = on.get(days[0]!)!;
  const values = days.map((day) => {
    const close = on.get(day);
    return close === undefined ? null : (close / first) * 100;
  });
  const records = new Set(recordCloses(closes));
  return { label, role, values, records: days.filter((day) => records.has(day)), value: Math.round(values.at(-1)!).toLocaleString("en-US") };
}

export const REBASED: RebasedSpec = {
  title: "Since bitcoin’s last record in October 2025 small caps have set theirs alone",
  subtitle: "Levels on the sessions of IWM, 2 January 2020 = 100, log scale; each dot is a record close in the whole history held",
  source: "Source: figures of small-caps-and-bitcoin to 20 August 2026; IWM at 16:00 New York, BTC at 24:00 UTC, without the records of weekends",
  alt: "Two lines from 100 on 2 January 2020: IWM to 180 with its last record in August 2026, BTC to 1,048 after its last record of 1,790 in October 2025",
  days,
  lines: [lineOf("IWM", "leader"), lineOf("BTC", "laggard")],
  shaded: CASES,
  mark: { day: "2025-12-11", label: "question asked, 11 December 2025" },
};
