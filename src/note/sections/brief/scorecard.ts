import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import type { ScoredForecast } from "../../earlier.ts";
import { percent } from "../../format.ts";
import { name, number, on, prose, type Text } from "../../prose.ts";

/** The probability that this note puts on record, and what came of those of earlier notes. */
export function scorecard({ catchUp: { forecast, laggard }, cases }: Study, scored: readonly ScoredForecast[], replayed = false): Section {
  const said = (measure: Parameters<typeof percent>[0]) => percent(measure, { decimals: 0 });
  const own: Text[] =
    forecast && laggard !== null
      ? [
          forecast.probability.value === null
            ? prose`No probability is put on record: ${name(forecast.probability.reason ?? "")}.`
            : prose`Put on record${replayed ? prose` in a replay, with later figures at hand` : prose``}, to be scored: a record of ${name(laggard)} by ${on(forecast.due)}, ${number(forecast.probability, said(forecast.probability))}, against a base of ${number(forecast.base, said(forecast.base))}.`,
        ]
      : [noForecast(cases)];
  const past = scored.map(({ asOf, replayed: again, forecast: { due, probability, base }, laggard: of, outcome }) => {
    const was = prose`as of ${on(asOf)}${again ? prose` (a replay)` : prose``}, a record of ${name(of)} by ${on(due)}: ${number(probability, said(probability))}, base ${number(base, said(base))}`;
    if (outcome === "pending") return prose`Put on record ${was}; that day has not come.`;
    if (outcome === "unknown") return prose`Put on record ${was}; what came is not known from the figures held.`;
    return prose`Put on record ${was}. It ${outcome === "came" ? prose`came` : prose`did not come`}; ${nearer(probability, base, outcome)}.`;
  });
  return { id: "scorecard", title: "On the record", blocks: [...own, ...past].map((text) => ({ kind: "paragraph", text })) };
}

function noForecast({ list, laggard, cases }: Study["cases"]): Text {
  if (laggard !== null && cases.value === null) return prose`No probability is put on record: ${name(cases.reason ?? "")}.`;
  return list.at(-1)?.resolution === "open"
    ? prose`A case is open, but without a base rate from where the laggard stands no probability is put on record.`
    : prose`No case is open, so that no probability is put on record.`;
}

function nearer(probability: { value: number | null }, base: { value: number | null }, outcome: "came" | "didNot"): Text {
  const truth = outcome === "came" ? 1 : 0;
  const [one, other] = [probability, base].map(({ value }) => Math.abs((value ?? Number.NaN) - truth)) as [number, number];
  // Two that read the same are not told apart.
  if (percent(probability, { decimals: 0 }) === percent(base, { decimals: 0 })) return prose`neither was nearer`;
  return one < other ? prose`the probability was nearer` : prose`the base was nearer`;
}
