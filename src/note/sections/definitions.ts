import type { Study } from "../../study/index.ts";
import type { Section, Table } from "../document.ts";
import { level, percent } from "../format.ts";
import { name, number, on, prose } from "../prose.ts";

/** The distance of each market under every definition that the figures allow. */
export function otherDefinitions(study: Study): Section {
  const rows = study.markets.flatMap(({ id, role, variants }) =>
    variants.length < 2
      ? []
      : variants.map((variant) => ({
          ...(role === "member" ? {} : { mark: role }),
          cells: [
            prose`${name(id)}`,
            prose`${name(variant.label)}`,
            prose`${number(variant.record, level(variant.record))}`,
            variant.record.on ? prose`${on(variant.record.on)}` : prose`unknown`,
            prose`${number(variant.distance, percent(variant.distance, { decimals: 2 }))}`,
          ],
        })),
  );
  const table: Table = {
    kind: "table",
    caption: prose`Basis of the value and of the record, and the clock of the close.`,
    columns: [
      { title: "Market" },
      { title: "Definition" },
      { title: "Record", numeric: true },
      { title: "Record on" },
      { title: "From record", numeric: true },
    ],
    rows,
  };
  const reasons = study.markets.flatMap(({ id, variants }) =>
    variants.length < 2
      ? []
      : variants.flatMap(({ label, distance }) => (distance.reason ? [prose`${name(id)}, ${name(label)}: ${name(distance.reason)}.`] : [])),
  );
  const blocks = rows.length === 0 ? [] : reasons.length === 0 ? [table] : [table, { kind: "list" as const, items: reasons }];
  return { id: "definitions", title: "The same distance under other definitions", blocks };
}
