import { rollingLockstep } from "../../../charts/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Figure } from "../../document.ts";
import { decimal, percent, whole } from "../../format.ts";
import { listed, name, number, on, prose } from "../../prose.ts";
import { said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import { caseSpans } from "./caseSpans.ts";
import { questionMark } from "./questionMark.ts";
import { sourceLine } from "./sourceLine.ts";

const MOST = 3; // clocks that one chart can hold

/** The correlation of leader and laggard over a trailing window, under every clock. */
export function rollingLockstepFigure(study: Study): Figure | undefined {
  const { together, definitions } = study;
  const clocks = together.clocks.filter(({ rolling }) => rolling.days.length > 1).slice(0, MOST);
  const days = [...new Set(clocks.flatMap(({ rolling }) => rolling.days))].sort();
  if (days.length < 2 || together.laggard === null) return undefined;
  const { laggard } = together;
  const hundredths = (value: number | null | undefined) => decimal({ value: value ?? null }, { decimals: 2 });
  const lines = clocks.map(({ laggardClock, rolling }) => {
    const at = new Map(rolling.days.map((day, k) => [day, k]));
    const on = (values: readonly (number | null)[]) => days.map((day) => values[at.get(day) ?? -1] ?? null);
    return {
      label: `${laggard} at ${laggardClock}`,
      value: hundredths(rolling.values.at(-1)),
      values: on(rolling.values),
      lower: on(rolling.lower),
      upper: on(rolling.upper),
    };
  });
  const interval = `${percent({ value: clocks[0]!.rolling.level }, { decimals: 0 })} interval`;
  const { pearson } = clocks[0]!.correlation;
  const spec = {
    title: said(
      prose`Daily returns of ${name(together.leader)} and ${name(laggard)} correlate at ${number(pearson, decimal(pearson, { decimals: 2 }))} over the last ${number(definitions.correlationWindow, whole(definitions.correlationWindow))} sessions`,
    ),
    subtitle: said(
      prose`Correlation of returns over the last ${number(definitions.correlationWindow, whole(definitions.correlationWindow))} shared sessions, by month end and by the clock at which ${name(laggard)} is taken. Shaded: cases`,
    ),
    source: sourceLine(study, clocks.map((one) => one.clocks).join("; ")),
    alt: said(
      prose`Lines of the correlation from ${on(days[0]!)} to ${on(days.at(-1)!)}. Last: ${listed(lines.map(({ label, value }) => prose`${name(label)} ${name(value)}`))}.`,
    ),
    days,
    lines,
    band: interval,
    shaded: caseSpans(study),
    ...questionMark(study),
  };
  return {
    kind: "figure",
    id: "rollingLockstep",
    figures: "together.clocks",
    ...drawn(rollingLockstep, spec),
    data: {
      head: "Month end",
      noun: "month ends",
      columns: lines.flatMap(({ label }) => [label, `${interval}, from`, "to"]),
      rows: days.map((day, k) => ({ head: day, cells: lines.flatMap(({ values, lower, upper }) => [values[k], lower[k], upper[k]].map(hundredths)) })),
    },
  };
}
