import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import type { ScoredForecast } from "../../earlier.ts";
import { percent } from "../../format.ts";
import { name, number, on, prose, type Text } from "../../prose.ts";

/** The probability that this note puts on record, and what came of those of earlier notes. */
export function scorecard({ catchUp: { forecast, laggard } }: Study, scored: readonly ScoredForecast[]): Section {
  const said = (measure: Parameters<typeof percent>[0]) => percent(measure, { decimals: 0 });
  const own: Text[] =
    forecast && laggard !== null
      ? [
          forecast.probability.value === null
            ? prose`No probability is put on record: ${name(forecast.probability.reason ?? "")}.`
            : prose`Put on record, to be scored: a record of ${name(laggard)} by ${on(forecast.due)}, ${number(forecast.probability, said(forecast.probability))}, against a base of ${number(forecast.base, said(forecast.base))}.`,
        ]
      : [prose`No case is open, so that no probability is put on record.`];
  const past = scored.map(({ asOf, forecast: { due, probability, base }, laggard: of, outcome }) => {
    const was = prose`on ${on(asOf)}, a record of ${name(of)} by ${on(due)}: ${number(probability, said(probability))}, base ${number(base, said(base))}`;
    if (outcome === "pending") return prose`Put on record ${was}; that day has not come.`;
    if (outcome === "unknown") return prose`Put on record ${was}; what came is not known from the figures held.`;
    return prose`Put on record ${was}. It ${outcome === "came" ? prose`came` : prose`did not come`}; the ${nearer(probability, base, outcome)} was nearer.`;
  });
  return { id: "scorecard", title: "On the record", blocks: [...own, ...past].map((text) => ({ kind: "paragraph", text })) };
}

function nearer(probability: { value: number | null }, base: { value: number | null }, outcome: "came" | "didNot"): Text {
  const truth = outcome === "came" ? 1 : 0;
  const off = ({ value }: { value: number | null }) => Math.abs((value ?? Number.NaN) - truth);
  return off(probability) < off(base) ? prose`probability` : prose`base`;
}
