import { type MarketRole, recordRaster } from "../../../charts/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Figure } from "../../document.ts";
import { whole } from "../../format.ts";
import { count, listed, name, number, on, prose } from "../../prose.ts";
import { aRecord, marketOf, recordsNoun, said } from "../../words.ts";
import { drawn } from "../drawn.ts";
import { caseSpans, shadeText } from "./caseSpans.ts";
import { questionMark } from "./questionMark.ts";
import { sourceLine } from "./sourceLine.ts";

/** Every record day of every member, with the cases of leader and laggard behind them. */
export function recordRasterFigure(study: Study): Figure | undefined {
  const { recordDays, cases, asOf, group } = study;
  if (recordDays.markets.length === 0 || recordDays.from >= asOf) return undefined;
  const known = new Map(recordDays.markets.map((one) => [one.market, one]));
  const order = { leader: 0, laggard: 1, member: 2 } as const;
  const roleOf = (id: string): MarketRole => (id === group.leader ? "leader" : id === cases.laggard ? "laggard" : "member");
  const ids = [...group.members].sort((a, b) => order[roleOf(a)] - order[roleOf(b)]);
  const shaded = caseSpans(study);
  const counted = ids.flatMap((id) => known.get(id) ?? []);
  const spec = {
    title: said(title(study)),
    subtitle: said(prose`Each stroke is a day with ${name(aRecord(study))}${shadeText(study, shaded.length > 0)}`),
    source: sourceLine(study),
    alt: said(
      prose`A row for each market with its record days from ${on(recordDays.from)} to ${on(asOf)}: ${listed(counted.map(({ market, records }) => prose`${name(market)} ${number(records, whole(records))}`))}.`,
    ),
    from: recordDays.from,
    to: asOf,
    rows: ids.map((id) => {
      const one = known.get(id);
      const market = marketOf(study, id);
      return {
        label: id,
        words: market.name === id ? "" : market.name,
        role: roleOf(id),
        days: one?.days ?? [],
        from: one?.historyFrom ?? asOf,
        value: one ? said(count(one.records, "record")) : "",
        ...(one ? {} : { reason: market.reason ?? "no figures held" }),
      };
    }),
    shaded,
    ...questionMark(study),
  };
  return {
    kind: "figure",
    id: "recordRaster",
    figures: "recordDays",
    ...drawn(recordRaster, spec),
    data: {
      head: "Day",
      noun: "days with a record",
      columns: counted.map(({ market }) => market),
      rows: [...new Set(counted.flatMap(({ days }) => days))]
        .sort()
        .map((day) => ({ head: day, cells: counted.map(({ days }) => (days.includes(day) ? "record" : "")) })),
    },
  };
}

function title(study: Study) {
  const { atLeaderRecords: at, cases } = study;
  if (cases.laggard === null || at.leaderRecords.value === null || at.record.value === null)
    return prose`The days on which the members set ${name(recordsNoun(study.definitions.basis.value))}`;
  return prose`On ${number(at.record, whole(at.record))} of the ${count(at.leaderRecords, "record day")} of ${name(at.leader)}, ${name(cases.laggard)} set a record too`;
}
