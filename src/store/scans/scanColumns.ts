import type { ScanLeaders, ScanMarkets, ScanPairs } from "../../scan/scanResult.ts";

/** A column of a table of a scan: its name there, what it is in the result, and how the one becomes the other. */
export interface ScanColumn<T> {
  name: string; // "p_value"
  of: keyof T; // "pValue"
  kind: "count" | "number" | "day" | "flag"; // a number that is NaN, and a count below zero, are none
}

/** The columns of the pairs, in order. */
export const PAIR_COLUMNS: readonly ScanColumn<ScanPairs>[] = [
  { name: "first", of: "first", kind: "count" },
  { name: "second", of: "second", kind: "count" },
  { name: "sessions", of: "sessions", kind: "count" },
  { name: "events", of: "events", kind: "count" },
  { name: "marked", of: "marked", kind: "count" },
  { name: "hits", of: "hits", kind: "count" },
  { name: "expected", of: "expected", kind: "number" },
  { name: "variance", of: "variance", kind: "number" },
  { name: "lift", of: "lift", kind: "number" },
  { name: "z", of: "z", kind: "number" },
  { name: "reached", of: "reached", kind: "count" },
  { name: "p_value", of: "pValue", kind: "number" },
  { name: "market_hits", of: "marketHits", kind: "count" },
  { name: "market_expected", of: "marketExpected", kind: "number" },
  { name: "beyond", of: "beyond", kind: "number" },
  { name: "before", of: "before", kind: "count" },
  { name: "same", of: "same", kind: "count" },
  { name: "after", of: "after", kind: "count" },
  { name: "apart", of: "apart", kind: "count" },
  { name: "family_p", of: "familyP", kind: "number" },
  { name: "found", of: "found", kind: "flag" },
];

/** The columns of the leaders whose family was tested, in order. */
export const LEADER_COLUMNS: readonly ScanColumn<ScanLeaders>[] = [
  { name: "leader", of: "leader", kind: "count" },
  { name: "seconds", of: "seconds", kind: "count" },
  { name: "best", of: "best", kind: "count" },
  { name: "best_z", of: "bestZ", kind: "number" },
  { name: "p_value", of: "pValue", kind: "number" },
  { name: "adjusted", of: "adjusted", kind: "number" },
  { name: "found", of: "found", kind: "flag" },
];

/** The columns of the markets beside their ids, in order. */
export const MARKET_COLUMNS: readonly ScanColumn<Omit<ScanMarkets, "id">>[] = [
  { name: "from_day", of: "from", kind: "day" },
  { name: "to_day", of: "to", kind: "day" },
  { name: "events", of: "events", kind: "count" },
  { name: "distance", of: "distance", kind: "number" },
  { name: "since", of: "since", kind: "count" },
];

const TYPE = { count: "integer", number: "double", day: "date", flag: "boolean" } as const;

/** The columns of a table as they are declared. */
export function declared<T>(columns: readonly ScanColumn<T>[]): string {
  return columns.map(({ name, kind }) => `"${name}" ${TYPE[kind]}`).join(", ");
}

/** The columns as they are read from plain arrays: what is none becomes NULL. */
export function converted<T>(columns: readonly ScanColumn<T>[], from = ""): string {
  return columns.map(({ name, kind }) => `${conversion(`${from}"${name}"`, kind)} as "${name}"`).join(", ");
}

function conversion(cell: string, kind: ScanColumn<unknown>["kind"]): string {
  switch (kind) {
    case "count":
      return `case when ${cell} >= 0 then ${cell} end`;
    case "number":
      return `case when not isnan(${cell}) then ${cell} end`;
    case "day":
      return `date '1970-01-01' + ${cell}`;
    case "flag":
      return `${cell} = 1`;
    default:
      throw new Error(`unknown kind: ${String(kind satisfies never)}`);
  }
}
