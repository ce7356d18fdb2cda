import { cumulativeIncidence } from "../../../charts/index.ts";
import { LEAST_CASES } from "../../../lag/index.ts";
import type { Measure } from "../../../market/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Figure } from "../../document.ts";
import { percent, percentRange, whole } from "../../format.ts";
import { count, listed, name, number, prose } from "../../prose.ts";
import { said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import { sourceLine } from "./caseSpans.ts";

type Kind = "catchUp" | "rollOver";
const LABEL: Readonly<Record<Kind, string>> = { catchUp: "catch-up", rollOver: "roll-over" };
const share = (measure: Pick<Measure, "value">) => percent(measure, { decimals: 0 });

/** How soon cases ended in either way, against how often the laggard sets a record anyway. */
export function incidenceFigure(study: Study): Figure | undefined {
  const { endings, horizon, laggard, now } = study.catchUp;
  const { at, steps } = endings;
  // Fewer carry no percentage.
  if (laggard === null || at.length === 0 || steps.n < LEAST_CASES || horizon.value === null) return undefined;
  const to = Math.max(...at.map(({ horizon: days }) => days.value ?? 0));
  const within = at.find((one) => one.horizon.value === horizon.value) ?? at.at(-1)!;
  const points = (pick: (rung: NonNullable<typeof now>["rungs"][number]) => Measure) =>
    (now?.rungs ?? []).map((rung) => {
      const { value, interval } = pick(rung);
      return { days: rung.horizon.value!, share: value, ...(value !== null && interval ? { lower: interval.lower, upper: interval.upper } : {}) };
    });
  const bases = [
    { label: `${laggard} in like states`, points: points(({ matched }) => matched) },
    { label: "random walk", points: points(({ randomWalk }) => randomWalk) },
  ].filter(({ points }) => points.some(({ share }) => share !== null));
  const curves = (["catchUp", "rollOver"] as const).map((kind) => ({
    kind,
    label: LABEL[kind],
    value: `${share({ value: steps[kind].findLast((_, k) => steps.days[k]! <= to) ?? 0 })} of ${steps.n} cases`,
    steps: steps.days.flatMap((days, k) => (days <= to ? [{ days, share: steps[kind][k]! }] : [])),
    intervals: at.flatMap(({ horizon: days, [kind]: one }) =>
      one.interval && one.value !== null ? [{ days: days.value!, share: one.value, lower: one.interval.lower, upper: one.interval.upper }] : [],
    ),
  }));
  const spec = {
    title: said(
      prose`After ${count(within.horizon, "day")} ${number(within.catchUp, share(within.catchUp))} of cases had ended in catch-up, ${number(within.rollOver, share(within.rollOver))} in roll-over`,
    ),
    subtitle: said(
      prose`Share of cases ended by so many days after the onset, whichever came first${curves.some(({ intervals }) => intervals.length > 0) ? prose`, with exact intervals where every case was followed so long` : prose``}${bases.length > 0 ? prose`; dashed: how often ${name(laggard)} sets a record anyway from where it stands now, whatever the leader does` : prose``}`,
    ),
    source: sourceLine(study),
    alt: said(
      prose`Two rising steps. By days after the onset, catch-up and roll-over: ${listed(at.map((one) => prose`${number(one.horizon, whole(one.horizon))} days ${number(one.catchUp, share(one.catchUp))} and ${number(one.rollOver, share(one.rollOver))}`))}.`,
    ),
    to,
    curves,
    bases,
    atRisk: at.map(({ horizon: days, atRisk }) => ({ days: days.value!, cases: whole(atRisk) })),
    horizon: { days: horizon.value, label: said(count(horizon, "day")) },
  };
  const ranged = (measure: Measure) => `${share(measure)}${measure.interval ? ` (${percentRange(measure)})` : ""}`;
  return {
    kind: "figure",
    id: "cumulativeIncidence",
    figures: "catchUp.endings",
    ...drawn(cumulativeIncidence, spec),
    data: {
      head: "Days",
      noun: "horizons",
      columns: ["Catch-up", "Roll-over", "Not ended", "Still followed", "In like states", "Random walk"],
      rows: at.map((one) => {
        const rung = now?.rungs.find((other) => other.horizon.value === one.horizon.value);
        return {
          head: whole(one.horizon),
          cells: [
            ranged(one.catchUp),
            ranged(one.rollOver),
            ranged(one.open),
            whole(one.atRisk),
            rung ? share(rung.matched) : "unknown",
            rung ? share(rung.randomWalk) : "unknown",
          ],
        };
      }),
    },
  };
}
