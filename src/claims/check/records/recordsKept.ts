import { type Basis, type Field, heldMarket } from "../../../market/index.ts";
import { clocksOf } from "../figures/clocksOf.ts";
import { FIELD_WORD } from "../figures/fieldWord.ts";
import type { World } from "../world.ts";

/** One way in which records of a market are kept. */
export interface RecordKept {
  id: string; // "BTC-NY16"
  field: Field; // "close"
  label: string; // "close at 16:00 New York"
  definition: string; // "close; sessions close at 16:00 New York"
}

/**
 * The ways in which records of a market may be kept, the conventional one first: by close where the text does not say otherwise.
 *
 * A crypto market pays nothing out: its close is its total return.
 */
export function recordsKept(world: Pick<World, "markets">, id: string, basis: Basis | null): RecordKept[] {
  const [own, ...others] = clocksOf(world, id);
  const kept = (field: Field, label: string, at = own!): RecordKept => ({
    id: at.id,
    field,
    label,
    definition: `${FIELD_WORD[field]}; sessions close at ${at.clock}`,
  });
  const close = kept("close", `close${own!.at}`);
  const intraday = kept("high", "intraday high");
  const total = kept("totalReturn", "total return");
  const clocks = others.map((clock) => kept("close", `close${clock.at}`, clock));
  switch (basis) {
    case null:
    case "close":
      return [close, intraday, total, ...clocks];
    case "intraday":
      return [intraday, close, total, ...clocks];
    case "total-return":
      return paysNothing(world, id) ? [close, intraday, ...clocks] : [total, close, intraday, ...clocks];
    default:
      throw new RangeError(`invalid basis: ${String(basis satisfies never)}`);
  }
}

function paysNothing({ markets }: Pick<World, "markets">, id: string): boolean {
  const market = heldMarket(markets, id);
  return market?.instrument.kind === "crypto" && market.series.totalReturn === undefined;
}
