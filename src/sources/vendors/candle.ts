import type { BarField } from "../../market/index.ts";
import { malformed } from "../failure.ts";

const PRICES = ["open", "high", "low", "close"] as const satisfies readonly BarField[];
const FIELDS = [...PRICES, "volume"] as const;

type CandleField = (typeof FIELDS)[number];

/** Prices and volume of one session; a field that was not said is absent. */
export type Candle = Partial<Record<CandleField, number>>;

/**
 * The candle of the cells that a venue sent, read by `numberOf`. A cell that is null is left out, and a candle without any price is undefined;
 * a cell that is not there at all is refused, since venues send every one of them.
 *
 * @throws SourceFailure (malformed) naming the place, also when the low lies above the high
 */
export function candle(cells: Readonly<Record<CandleField, unknown>>, numberOf: (cell: unknown, place: string) => number, place: string): Candle | undefined {
  const held: Candle = {};
  for (const field of FIELDS) if (cells[field] !== null) held[field] = numberOf(cells[field], `${place}.${field}`);
  const { low, high } = held;
  if (low !== undefined && high !== undefined && low > high) throw malformed(place, "low <= high", { low, high });
  return PRICES.some((field) => held[field] !== undefined) ? held : undefined;
}
