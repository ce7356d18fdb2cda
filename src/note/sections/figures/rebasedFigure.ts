import { rebased } from "../../../charts/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Figure } from "../../document.ts";
import { level, whole } from "../../format.ts";
import { listed, name, on, prose } from "../../prose.ts";
import { aRecord, marketOf, said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import { caseSpans } from "./caseSpans.ts";
import { questionMark } from "./questionMark.ts";
import { sourceLine } from "./sourceLine.ts";

/** Leader and laggard from one level, with their records and the cases. */
export function rebasedFigure(study: Study): Figure | undefined {
  const { rebased: shown, cases, recordDays } = study;
  const { from, sessions, columns } = shown;
  if (from === null || sessions.length < 2) return undefined;
  const last = (values: readonly (number | null)[]) => values.findLast((value) => value !== null) ?? null;
  const on_ = new Set(sessions);
  const records = (market: string) => recordDays.markets.find((one) => one.market === market)?.days.filter((day) => on_.has(day)) ?? [];
  const spec = {
    title: said(prose`${listed(columns.map(({ market }) => prose`${name(marketOf(study, market).id)}`))} since ${on(from)}, and where they set records`),
    subtitle: said(
      prose`Level, ${on(from)} = ${name(String(shown.base))}, on a log scale; a dot is ${name(aRecord(study))} on a session of ${name(cases.leader)}. Shaded: cases`,
    ),
    source: sourceLine(study, columns.map(({ market, clock }) => `${market} at ${clock}`).join(", ")),
    alt: said(
      prose`Two lines from ${on(from)} to ${on(sessions.at(-1)!)}, each beginning at ${name(String(shown.base))}; last: ${listed(columns.map(({ market, values }) => prose`${name(market)} ${name(whole({ value: last(values) }))}`))}.`,
    ),
    days: sessions,
    lines: columns.map(({ market, values }) => ({
      label: market,
      value: whole({ value: last(values) }),
      role: market === cases.leader ? ("leader" as const) : ("laggard" as const),
      values,
      records: records(market),
    })),
    shaded: caseSpans(study),
    ...questionMark(study),
  };
  return {
    kind: "figure",
    id: "rebased",
    figures: "rebased",
    ...drawn(rebased, spec),
    data: {
      head: "Session",
      noun: "sessions",
      columns: columns.map(({ market }) => market),
      rows: sessions.map((day, k) => ({ head: day, cells: columns.map(({ values }) => level({ value: values[k] ?? null })) })),
    },
  };
}
