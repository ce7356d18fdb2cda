import { rollingLine, sensitivityIntervals } from "../../../charts/index.ts";
import type { Measure } from "../../../market/index.ts";
import type { Figure } from "../../document.ts";
import { percent } from "../../format.ts";
import { listed, name, number, on, prose, type Text } from "../../prose.ts";
import { capitalised, said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import { directionText, rangeText, type Sensitivity, type Span, slopeText, spanText, verdict } from "./sensitivityWords.ts";
import type { MacroView } from "./view.ts";

/** The slopes of both sizes and their difference with intervals, era by era. */
export function intervalsFigure(study: MacroView): Figure {
  const { sensitivity } = study.macro;
  const { pair, spans, step } = sensitivity;
  const bounds = ({ interval }: Measure) => (interval ? { lower: interval.lower, upper: interval.upper } : null);
  const shown = new Set(pair ? [pair.small, pair.large] : spans[0]?.markets.map(({ market }) => market));
  const rows = (span: Span) => [
    ...span.markets.flatMap(({ market, slope }) =>
      shown.has(market) ? [{ label: market, slope: slope.value, value: slopeText(slope), hac: bounds(slope), bootstrap: null, role: "market" as const }] : [],
    ),
    ...(span.pair && pair
      ? [
          {
            label: `${pair.small} less ${pair.large}`,
            slope: span.pair.difference.slope.value,
            value: slopeText(span.pair.difference.slope),
            hac: bounds(span.pair.difference.slope),
            bootstrap: bounds(span.pair.difference.bootstrap),
            role: "difference" as const,
          },
        ]
      : []),
  ];
  const era = (span: Span) => said(prose`${name(capitalised(directionText(span)))}, ${on(span.from)} to ${on(span.to)}`);
  const all = spans.at(-1);
  const spec = {
    title: pair && all?.pair ? said(titleOf(all.pair.answer)) : "How the members moved with the two-year yield",
    subtitle: said(prose`Log return for a two-year yield that is ${number(step, "ten")} basis points higher, by era of the policy rate`),
    source: said(prose`Source: figures of ${name(sourcesOf(spans))}. As of ${on(study.asOf)}. What moved together, not why.`),
    alt: said(prose`Slopes with intervals by era; ${listed(spans.map((span) => prose`${name(spanText(span))}: ${verdict(span, step)}`))}.`),
    eras: spans.map((span) => ({ label: era(span), rows: rows(span) })),
    hacLabel: said(prose`interval by Newey and West`),
    bootstrapLabel: said(prose`interval by bootstrap`),
  };
  return {
    kind: "figure",
    id: "sensitivityIntervals",
    figures: "macro.sensitivity.spans",
    ...drawn(sensitivityIntervals, spec),
    data: {
      head: "Era and market",
      noun: "slopes",
      columns: ["Slope", "Newey and West", "Bootstrap"],
      rows: spans.flatMap((span) => [
        ...span.markets.map(({ market, slope }) => ({ head: `${spanText(span)}: ${market}`, cells: [slopeText(slope), rangeText(slope), "\u2013"] })),
        ...(span.pair && pair
          ? [
              {
                head: `${spanText(span)}: ${pair.small} less ${pair.large}`,
                cells: [slopeText(span.pair.difference.slope), rangeText(span.pair.difference.slope), rangeText(span.pair.difference.bootstrap)],
              },
            ]
          : []),
      ]),
    },
    plot: {
      kind: "bars",
      caption: pair
        ? prose`${name(`${pair.small} less ${pair.large}`)} for a two-year yield ${number(step, "ten")} basis points higher, by era.`
        : prose`${name(shown.values().next().value ?? "")} for a two-year yield ${number(step, "ten")} basis points higher, by era.`,
      rows: spans.map((span) => {
        const slope = span.pair?.difference.slope ?? span.markets[0]!.slope;
        return { label: spanText(span), value: slope.value, text: slopeText(slope) };
      }),
    },
  };
}

function titleOf(said: NonNullable<Span["pair"]>["answer"]): Text {
  if (said === "small caps more") return prose`Small caps moved more with the two-year yield than large caps`;
  return said === "large caps more"
    ? prose`Large caps moved more with the two-year yield than small caps`
    : prose`Small and large caps are not told apart in how much they move with the two-year yield`;
}

/** The difference over a trailing year. */
export function rollingFigure(study: MacroView, rolling: NonNullable<Sensitivity["rolling"]>): Figure {
  const { pair, step } = study.macro.sensitivity;
  const label = pair ? `${pair.small} less ${pair.large}` : "difference";
  const spec = {
    title: "The difference between small and large caps changes its sign",
    subtitle: said(
      prose`Slope of ${name(label)} on the two-year yield over the last ${number(rolling.window, String(rolling.window.value))} changes, for ${number(step, "ten")} basis points`,
    ),
    source: said(prose`Source: figures of ${name(rolling.sources.join(", "))}. As of ${on(study.asOf)}.`),
    alt: said(
      prose`Line of the slope of ${name(label)} over a trailing year from ${on(rolling.days[0]!)} to ${on(rolling.days.at(-1)!)}; last ${number(rolling.last, slopeText(rolling.last))}.`,
    ),
    days: rolling.days,
    values: rolling.values,
    label,
    value: slopeText(rolling.last),
    sides: { above: "small caps ahead as yields rise", below: "small caps behind as yields rise" },
  };
  const signs = new Set(rolling.values.map((value) => Math.sign(value ?? 0)));
  const titled =
    signs.has(1) && signs.has(-1)
      ? spec
      : { ...spec, title: said(prose`Over a trailing year small caps moved with the two-year yield on one side of large caps`) };
  return {
    kind: "figure",
    id: "rollingSensitivity",
    figures: "macro.sensitivity.rolling",
    ...drawn(rollingLine, titled),
    data: {
      head: "Day",
      noun: "days",
      columns: [label],
      rows: rolling.days.map((day, k) => ({ head: day, cells: [percent({ value: rolling.values[k] ?? null }, { decimals: 3 })] })),
    },
    plot: {
      kind: "sparks",
      caption: prose`${name(label)} over a trailing year, ${on(rolling.days[0]!)} to ${on(rolling.days.at(-1)!)}.`,
      rows: [{ label, values: rolling.values, text: slopeText(rolling.last) }],
    },
  };
}

function sourcesOf(spans: readonly Span[]): string {
  return [...new Set(spans.flatMap(({ markets }) => markets.flatMap(({ slope }) => slope.sources)))]
    .map((source) => source.split("/")[0]!)
    .filter((one, k, all) => all.indexOf(one) === k)
    .join(", ");
}
