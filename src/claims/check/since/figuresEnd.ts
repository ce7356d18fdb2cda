import { type Day, span, through } from "../../../market/index.ts";
import type { World } from "../world.ts";

/** The last day of which any figure is held, of markets, readings, curves or operations; undefined without any. */
export function figuresEnd({ markets, macro }: Pick<World, "markets" | "macro">): Day | undefined {
  const series = Object.values(markets).flatMap((market) => Object.values(market.series));
  const ends = [
    ...series.flatMap((one) => span(through(one, Number.POSITIVE_INFINITY))?.to ?? []),
    ...Object.values(macro.readings).flatMap((one) => span(one)?.to ?? []),
    ...macro.curves.map(({ day }) => day),
    ...macro.operations.map(({ day }) => day),
  ];
  return ends.sort().at(-1);
}
