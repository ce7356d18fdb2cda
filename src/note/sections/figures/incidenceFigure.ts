import { cumulativeIncidence } from "../../../charts/index.ts";
import { LEAST_CASES } from "../../../lag/index.ts";
import type { Measure } from "../../../market/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Figure } from "../../document.ts";
import { percent, percentRange, whole } from "../../format.ts";
import { count, listed, name, number, prose } from "../../prose.ts";
import { said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import { sourceLine } from "./sourceLine.ts";

type Kind = "catchUp" | "rollOver";
const LABEL: Readonly<Record<Kind, string>> = { catchUp: "catch-up", rollOver: "roll-over" };
const share = (measure: Pick<Measure, "value">) => percent(measure, { decimals: 0 });

/** How soon cases ended in either way, against how often a record was to be expected from where they began. */
export function incidenceFigure(study: Study): Figure | undefined {
  const { endings, horizon, laggard } = study.catchUp;
  const { at, steps } = endings;
  // Fewer carry no percentage.
  if (laggard === null || at.length === 0 || steps.n < LEAST_CASES || horizon.value === null) return undefined;
  const to = Math.max(...at.map(({ horizon: days }) => days.value ?? 0));
  const within = at.find((one) => one.horizon.value === horizon.value) ?? at.at(-1)!;
  const exact = at.every(({ catchUp, rollOver }) => catchUp.interval && rollOver.interval);
  const points = (pick: (one: (typeof at)[number]) => Measure) => at.map((one) => ({ days: one.horizon.value!, share: pick(one).value }));
  const bases = [
    { label: "like states", points: points(({ base }) => base) },
    { label: "random walk", points: points(({ randomWalk }) => randomWalk) },
  ].filter(({ points }) => points.some(({ share }) => share !== null));
  const curves = (["catchUp", "rollOver"] as const).map((kind) => ({
    kind,
    label: LABEL[kind],
    value: share({ value: steps[kind].findLast((_, k) => steps.days[k]! <= to) ?? 0 }),
    steps: steps.days.flatMap((days, k) => (days <= to ? [{ days, share: steps[kind][k]! }] : [])),
    // One kind of interval in one picture: exact ones end where a case is followed for less.
    intervals: at.flatMap(({ horizon: days, [kind]: one, resampled }) => {
      const { interval } = exact ? one : resampled[kind];
      return interval && one.value !== null ? [{ days: days.value!, share: one.value, lower: interval.lower, upper: interval.upper }] : [];
    }),
  }));
  const doubt = exact ? prose`exact intervals` : prose`intervals by resampling the cases, unstable with so few`;
  const spec = {
    title: said(
      prose`By ${count(within.horizon, "day")} an estimated ${number(within.catchUp, share(within.catchUp))} of cases had ended in catch-up, ${number(within.rollOver, share(within.rollOver))} in roll-over`,
    ),
    subtitle: said(
      prose`Share of cases ended by so many days after the onset, whichever came first; ${doubt}${bases.length > 0 ? prose`. Dashed: how often a record of ${name(laggard)} was to be expected anyway, from where the cases opened` : prose``}`,
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
      columns: ["Catch-up", "Roll-over", "Not ended", "Still followed", "Base in like states", "Base as a random walk"],
      rows: at.map((one) => ({
        head: whole(one.horizon),
        cells: [
          ranged(exact ? one.catchUp : one.resampled.catchUp),
          ranged(exact ? one.rollOver : one.resampled.rollOver),
          ranged(one.open),
          whole(one.atRisk),
          share(one.base),
          share(one.randomWalk),
        ],
      })),
    },
  };
}
