import { forbesRigobon, leadLag, rollingCorrelation } from "../../lockstep/index.ts";
import { quantile, variance } from "../../num/index.ts";
import type { Say } from "./coincidenceOf.ts";
import type { Returns } from "./returns.ts";
import type { Together } from "./schema.ts";

type Clock = Together["clocks"][number];

/** Correlation of returns over the last window, its adjustment for volatility, and what is usual. */
export function correlationOf({ leader: a, laggard: b, window, correlations: rolling }: Returns, say: Say): Clock["correlation"] {
  // Only the last value is shown: ranking every window would cost more than all the rest.
  const shared = [...a.keys()].filter((i) => !Number.isNaN(a[i]) && !Number.isNaN(b[i])).slice(-window);
  const lastA = shared.map((i) => a[i]!);
  const lastB = shared.map((i) => b[i]!);
  const [spearman = Number.NaN] = rollingCorrelation({ a: lastA, b: lastB, window, method: "spearman" }).slice(-1);
  const pearson = rolling.findLast((rho) => !Number.isNaN(rho)) ?? Number.NaN;
  const delta = variance(lastA) / variance(a.filter((one) => !Number.isNaN(one))) - 1;
  const returns = `returns of the last ${window} shared sessions`;
  return {
    pearson: say("correlation", "rollingCorrelation", `Pearson, ${returns}`, pearson),
    spearman: say("correlation", "rollingCorrelation", `Spearman, ${returns}`, spearman),
    adjusted: say(
      "correlation",
      "forbesRigobon",
      "Pearson as it would be at the leader's variance over the whole shared history (Forbes and Rigobon)",
      delta > -1 ? forbesRigobon({ rho: pearson, delta }) : Number.NaN,
    ),
    median: say(
      "correlation",
      "rollingCorrelation",
      `median of the Pearson correlations over all windows of ${window} sessions so far`,
      quantile(rolling, 0.5),
    ),
  };
}

/** Whether one market's returns go before the other's. */
export function leadLagOf({ leader, laggard }: Returns, maxLag: number, say: Say): Clock["leadLag"] {
  const found = leadLag({ a: leader, b: laggard, maxLag });
  const lags = `lags of up to ${maxLag} sessions in either direction`;
  return {
    same: say("correlation", "leadLag", "correlation of daily returns on the same session", found?.correlations[maxLag]?.rho ?? Number.NaN, found?.shifts),
    strongest: say(
      "correlation",
      "leadLag",
      `the correlation furthest from zero against its own scatter, over ${lags}`,
      found?.strongest.rho ?? Number.NaN,
      found?.shifts,
    ),
    lag: say("sessions", "leadLag", "its lag: above zero the leader's returns go before the laggard's", found?.strongest.lag ?? Number.NaN, found?.shifts),
    pValue: say(
      "probability",
      "leadLag",
      `share of all circular shifts whose strongest over ${lags} is as far from zero against its own scatter: one probability for all lags`,
      found?.pValue ?? Number.NaN,
      found?.shifts,
    ),
  };
}
