import type { Study } from "../../study/index.ts";
import type { Section, Table } from "../document.ts";
import { level, percent, whole } from "../format.ts";
import { name, number, on, prose } from "../prose.ts";
import { recordNoun, STATE_MARK } from "../words.ts";

/** Every member against its record. */
export function recordsSection(study: Study): Section {
  const rows = study.markets.map((market) => ({
    ...(market.role === "member" ? {} : { mark: market.role }),
    cells: [
      prose`${name(market.id)}`,
      prose`${name(market.name)}`,
      market.last.on ? prose`${on(market.last.on)}` : prose`unknown`,
      prose`${number(market.last, level(market.last))}`,
      prose`${number(market.record, level(market.record))}`,
      market.record.on ? prose`${on(market.record.on)}` : prose`unknown`,
      prose`${number(market.distance, percent(market.distance, { decimals: 2 }))}`,
      prose`${number(market.sessionsSince, whole(market.sessionsSince))}`,
      prose`${name(STATE_MARK[market.state])} ${name(market.state)}`,
      market.historyFrom ? prose`${on(market.historyFrom)}` : prose`unknown`,
    ],
  }));
  const table: Table = {
    kind: "table",
    caption: prose`Last value and ${name(recordNoun(study))} of each market; levels in the market's currency, sessions counted on its own calendar.`,
    columns: [
      { title: "Market" },
      { title: "Name" },
      { title: "Last session" },
      { title: "Last", numeric: true },
      { title: "Record", numeric: true },
      { title: "Record on" },
      { title: "From record", numeric: true },
      { title: "Sessions since", numeric: true },
      { title: "State" },
      { title: "History from" },
    ],
    rows,
  };
  const reasons = study.markets.filter(({ reason }) => reason !== undefined).map(({ id, reason }) => prose`${name(id)} is unknown: ${name(reason ?? "")}.`);
  return { id: "records", title: "Records", blocks: reasons.length === 0 ? [table] : [table, { kind: "list", items: reasons }] };
}
