import { specificationPlot } from "../../../charts/index.ts";
import type { Measure } from "../../../market/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Figure } from "../../document.ts";
import { signed, whole } from "../../format.ts";
import { count, number, prose } from "../../prose.ts";
import { said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import { sourceLine } from "./sourceLine.ts";

const SEPARATOR = " \u00b7 ";

/** The share of catch-ups less its base under every definition, and which definitions these are. */
export function specificationFigure(study: Study): Figure | undefined {
  const { specification, verdict } = study.catchUp;
  const { curve, dimensions, main, median, computable, tried, lowest, highest } = specification;
  if (curve.definitions.length < 2 || verdict.evidence === "tooFew" || median.value === null) return undefined;
  const more = specification.conclusions.find(({ conclusion }) => conclusion === "moreThanBase");
  const points = (measure: Pick<Measure, "value">) => signed({ value: measure.value === null ? null : measure.value * 100 });
  const labels = dimensions.map(({ values }) => values.map(({ label }) => label));
  const spec = {
    title: more
      ? said(prose`Catch-ups came more often than the base under ${number(more.support, whole(more.support))} of ${count(more.decided, "definition")}`)
      : said(prose`The share of catch-ups less its base under every definition`),
    subtitle: said(
      prose`Share of cases with a record within the horizon, less the base, percentage points; each dot one of ${number(computable, whole(computable))} definitions of ${number(tried, whole(tried))} under which five cases can be counted`,
    ),
    source: sourceLine(study),
    alt: said(
      prose`Effects of ${number(computable, whole(computable))} definitions in ascending order, from ${number(lowest, points(lowest))} to ${number(highest, points(highest))} percentage points, median ${number(median, points(median))}; under the definitions in force ${number(main, main.value === null ? "unknown" : points(main))}.`,
    ),
    effects: curve.effects.values,
    main: { at: curve.main, label: main.value === null ? "" : `in force: ${points(main)} points` },
    median: { value: median.value, label: `median ${points(median)} points` },
    sides: { above: "more catch-ups than the base", below: "fewer catch-ups than the base" },
    dimensions: dimensions.map(({ name: of }, k) => ({ name: of, values: labels[k]! })),
    chosen: curve.definitions.map((definition) => definition.split(SEPARATOR).map((label, k) => labels[k]!.indexOf(label))),
  };
  return {
    kind: "figure",
    id: "specificationPlot",
    figures: "catchUp.specification.curve",
    ...drawn(specificationPlot, spec),
    data: {
      head: "Definitions",
      noun: "definitions",
      columns: ["Effect, points"],
      rows: curve.definitions.map((definition, k) => ({ head: definition, cells: [points({ value: curve.effects.values[k]! })] })),
    },
  };
}
