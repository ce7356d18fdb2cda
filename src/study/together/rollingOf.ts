import { type Day, toDay } from "../../market/index.ts";
import { correlationInterval } from "../../num/index.ts";
import { provenance, withClocks } from "../measures.ts";
import { rounded } from "../rounded.ts";
import { type Returns } from "./returns.ts";
import type { Together } from "./schema.ts";
import type { SharedView } from "./sharedView.ts";

const LEVEL = 0.9;
const DECIMALS = 4;

/** Correlation of returns over the trailing window at the last session of each month, with its interval. */
export function rollingOf(view: SharedView, { leader: a, laggard: b, window, correlations }: Returns, asOf: Day): Together["clocks"][number]["rolling"] {
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
    values: shown.map((k) => rounded(correlations[k]!, DECIMALS)!),
    lower: intervals.map(({ lower }) => rounded(lower, DECIMALS)),
    upper: intervals.map(({ upper }) => rounded(upper, DECIMALS)),
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
