import { rollingCorrelation } from "../../lockstep/index.ts";
import { type Day, toDay } from "../../market/index.ts";
import { correlationInterval, logReturns } from "../../num/index.ts";
import { provenance, withClocks } from "../measures.ts";
import type { Together } from "./schema.ts";
import type { SharedView } from "./sharedView.ts";

const LEVEL = 0.9;

/** Correlation of returns over the trailing window at the last session of each month, with its interval. */
export function rollingOf(view: SharedView, window: number, asOf: Day): Together["clocks"][number]["rolling"] {
  const a = logReturns(view.leader.level);
  const b = logReturns(view.laggard.level);
  const correlations = rollingCorrelation({ a, b, window });
  const days = [...view.sessions].map(toDay);
  const shown = days.flatMap((day, k) => (day.slice(0, 7) === days[k + 1]?.slice(0, 7) || Number.isNaN(correlations[k]) ? [] : [k]));
  const held = [...a.keys()].filter((k) => !Number.isNaN(a[k]) && !Number.isNaN(b[k]));
  const place = new Map(held.map((k, at) => [k, at]));
  const intervals = shown.map((k) => {
    const at = place.get(k)! + 1;
    const within = held.slice(at - window, at);
    return correlationInterval(
      within.map((one) => a[one]!),
      within.map((one) => b[one]!),
      { level: LEVEL },
    );
  });
  return {
    days: shown.map((k) => days[k]!),
    values: shown.map((k) => rounded(correlations[k]!)!),
    lower: intervals.map(({ lower }) => rounded(lower)),
    upper: intervals.map(({ upper }) => rounded(upper)),
    level: LEVEL,
    ...provenance(
      withClocks(
        {
          unit: "correlation",
          asOf,
          method: "rollingCorrelation",
          definition: `Pearson, returns of the last ${window} shared sessions, at the last session of each month, rounded to four decimals; interval by correlationInterval`,
        },
        view.clocks,
      ),
      view.from,
      view.dropped,
    ),
  };
}

function rounded(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 1e4) / 1e4 + 0;
}
