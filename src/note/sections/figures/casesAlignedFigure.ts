import { casesAligned } from "../../../charts/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Figure } from "../../document.ts";
import { percent, whole } from "../../format.ts";
import { count, listed, name, number, on, prose } from "../../prose.ts";
import { MONTHS, RESOLUTION, said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import { sourceLine } from "./sourceLine.ts";

/** Every case from its onset to its end: where the laggard stood. */
export function casesAlignedFigure(study: Study): Figure | undefined {
  const { cases, catchUp } = study;
  const paths = cases.paths.filter(({ days }) => days.length > 0);
  if (paths.length === 0 || cases.laggard === null) return undefined;
  const { catchUp: caughtUp, rollOver, open } = cases;
  const many = (measure: typeof open) => number(measure, measure.value === 0 ? "none" : whole(measure));
  const last = (values: readonly (number | null)[]) => percent({ value: values.findLast((value) => value !== null) ?? null });
  const spec = {
    title: said(
      prose`Of ${count(cases.cases, "case")}, ${many(caughtUp)} ended in catch-up and ${many(rollOver)} in roll-over; ${many(open)} ${open.value === 1 ? prose`is` : prose`are`} open`,
    ),
    subtitle: said(prose`Distance of ${name(cases.laggard)} from its own record, by days since the onset of each case, to its end`),
    source: sourceLine(study),
    alt: said(
      prose`A line for each case of ${name(cases.laggard)} below its record: ${listed(paths.map(({ onset, resolution, days }) => prose`${on(onset)} ${name(RESOLUTION[resolution])} after ${name(String(days.at(-1)))} days`))}.`,
    ),
    horizon: { days: catchUp.horizon.value!, label: said(count(catchUp.horizon, "day")) },
    cases: paths.map(({ onset, resolution, days, values }) => ({ label: monthOf(onset), resolution, days, values })),
  };
  return {
    kind: "figure",
    id: "casesAligned",
    figures: "cases.paths",
    ...drawn(casesAligned, spec),
    data: {
      head: "Onset",
      noun: "cases",
      columns: ["Ended in", "Days", "At the onset", "At the end"],
      rows: paths.map(({ onset, resolution, days, values }) => ({
        head: onset,
        cells: [RESOLUTION[resolution], String(days.at(-1)), percent({ value: values[0] ?? null }), last(values)],
      })),
    },
  };
}

function monthOf(day: string): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]!.slice(0, 3)} ${day.slice(0, 4)}`;
}
