import type { Day, Field } from "../../../market/index.ts";
import { clocksOf } from "../figures/clocksOf.ts";
import type { World } from "../world.ts";
import { type RecordsUpTo, recordsUpTo } from "./recordsUpTo.ts";

/** One way to keep the records of a market. */
interface RecordBasis {
  id: string; // "BTC-NY16"
  field: Field; // "close"
  label: string; // "close at 16:00 New York"
}

/** The records of a market up to a day on each basis that is held, the conventional one first; or what is missing of that one. */
type RecordsByBasis = { held: readonly (Pick<RecordBasis, "label" | "field"> & RecordsUpTo)[]; needed?: never } | { held?: never; needed: string };

/** The records of a market up to a day, on each basis. */
export function recordsByBasis(world: World, id: string, asOf: Day): RecordsByBasis {
  const found = basesOf(world, id).map((basis) => ({ ...basis, known: recordsUpTo(world, basis.id, basis.field, { asOf }) }));
  const needed = found[0]!.known.reason;
  if (needed !== undefined) return { needed };
  return { held: found.flatMap(({ label, field, known }) => (known.held ? [{ label, field, ...known.held }] : [])) };
}

/** The ways in which the records of a market are kept: by close (conventional), by the session's high, by close at its other clocks. */
function basesOf(world: World, id: string): RecordBasis[] {
  const [own, ...others] = clocksOf(world, id).map(({ id: one, at }): RecordBasis => ({ id: one, field: "close", label: `close${at}` }));
  return [own!, { id, field: "high", label: "intraday" }, ...others];
}
