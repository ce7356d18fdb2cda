import type { Study } from "../../study/index.ts";
import type { Section, Table } from "../document.ts";
import { level, percent, whole } from "../format.ts";
import { chosenShare, name, number, on, prose } from "../prose.ts";
import { levelNoun, levelUnits, recordNoun, STATE_MARK } from "../words.ts";

/** Every member against its record. */
export function recordsSection(study: Study): Section {
  const rows = study.markets.map((market) => ({
    ...(market.role === "member" ? {} : { mark: market.role }),
    cells: [
      prose`${name(market.id)} ${{ kind: "aside", text: market.name }}`,
      prose`${number(market.distance, percent(market.distance, { decimals: 2 }))}`,
      prose`${name(STATE_MARK[market.state])} ${name(market.state)}`,
      prose`${number(market.sessionsSince, whole(market.sessionsSince))}`,
      prose`${number(market.record, level(market.record))}`,
      market.record.on ? prose`${on(market.record.on)}` : prose`unknown`,
      prose`${number(market.last, level(market.last))}`,
      market.last.on ? prose`${on(market.last.on)}` : prose`unknown`,
      market.historyFrom ? prose`${on(market.historyFrom)}` : prose`unknown`,
    ],
  }));
  const { near } = study.definitions;
  const table: Table = {
    kind: "table",
    caption: prose`Each market against its ${name(recordNoun(study))}; levels in ${name(levelUnits(study))}, sessions since the record on its own calendar. Near is less than ${chosenShare(near)} below the record, apart at least that.`,
    columns: [
      { title: "Market" },
      { title: "From record", numeric: true },
      { title: "State" },
      { title: "Sessions since", numeric: true },
      { title: "Record", numeric: true },
      { title: "Set on" },
      { title: `Last ${levelNoun(study)}`, numeric: true },
      { title: "Last session" },
      { title: "History from" },
    ],
    rows,
  };
  const reasons = study.markets.filter(({ reason }) => reason !== undefined).map(({ id, reason }) => prose`${name(id)} is unknown: ${name(reason ?? "")}.`);
  return { id: "records", title: "Records", blocks: reasons.length === 0 ? [table] : [table, { kind: "list", items: reasons }] };
}
