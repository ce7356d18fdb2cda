import { Problem } from "../../market/index.ts";
import { quoted } from "./barsFile.ts";

/** A column of a file, as the database knows it. */
interface Column {
  name: string; // "close"
  type: string; // "DOUBLE"
}

// What files write where they have no price.
const NONE = "('', '-', 'null', 'na', 'n/a', '#n/a', 'nan', 'none')";
const NUMBER = /^(?:U?(?:TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

/** A cell as a day number, as SQL; NULL where it is none: days and midnights as they are, text only as 2025-12-11, with or without a midnight. */
export function dayCell({ name, type }: Column): string {
  return `(${dateCell(quoted(name), type)} - date '1970-01-01')::integer`;
}

function dateCell(cell: string, type: string): string {
  if (type === "VARCHAR")
    return `case when regexp_full_match(${cell}, '\\d{4}-\\d{2}-\\d{2}([T ]00:00(:00(\\.0+)?)?(Z|[+-]00:?00)?)?') then try_cast(left(${cell}, 10) as date) end`;
  // Days that no calendar writes with four digits would make a history of millions of years.
  const written = (day: string) => `case when ${day} between date '0001-01-01' and date '9999-12-31' then ${day} end`;
  if (type.startsWith("TIMESTAMP")) return `case when ${cell}::timestamp = date_trunc('day', ${cell}::timestamp) then ${written(`${cell}::date`)} end`;
  return type === "DATE" ? written(cell) : "null::date";
}

/**
 * A cell as a price, as SQL: above zero and finite, else NaN; and whether it says something that is no number.
 *
 * @throws Problem (data) when the column holds neither numbers nor text
 */
export function priceCell({ name, type }: Column, place: string): { price: string; wrong: string } {
  const cell = quoted(name);
  const positive = (value: string) => `case when ${value} > 0 and ${value} < 'infinity'::double then ${value} else 'nan'::double end`;
  if (type === "VARCHAR") {
    const value = `try_cast(trim(${cell}) as double)`;
    return { price: positive(value), wrong: `(${value} is null and lower(trim(${cell})) not in ${NONE})` };
  }
  if (!NUMBER.test(type)) throw new Problem("data", `${name}: expected a column of numbers; received one of ${type}`, place);
  return { price: positive(`${cell}::double`), wrong: "false" };
}
