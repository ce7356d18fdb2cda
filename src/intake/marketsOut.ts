import type { Bars } from "../market/index.ts";
import { drawdowns } from "../num/index.ts";
import { describeMarket, refText } from "../sources/index.ts";
import { type BarsOut, finalBars, heldSeries, type Store } from "../store/index.ts";
import { rightsOf } from "./rightsOf.ts";
import { comparable } from "./subject.ts";
import { marketTarget } from "./targets.ts";

/** Bars of markets that may be written, with what may not. */
export interface MarketsOut {
  out: BarsOut[];
  derived: string[]; // written as distances from the record
  left: string[]; // not written, by the terms of their sources
  absent: string[]; // not held
}

/**
 * The bars of markets against which nothing speaks, each from its preferred source, as far as the rights go: as they are, as distances from the
 * record where only what is derived may be passed on, or not at all.
 */
export async function marketsOut(
  store: Store,
  markets: readonly string[],
  { group, personal }: { group: string | undefined; personal: boolean },
): Promise<MarketsOut> {
  const result: MarketsOut = { out: [], derived: [], left: [], absent: [] };
  await store.read(async (sql) => {
    for (const name of markets) {
      const { id, described } = describeMarket(name, group);
      let held = false;
      for (const ref of comparable(marketTarget(described))) {
        const series = await heldSeries(sql, ref);
        if (!series) continue;
        held = true;
        const bars = finalBars(series);
        const rights = rightsOf(ref);
        const own = { symbol: id, source: refText(ref), rights };
        if (personal || rights === "redistributable") result.out.push({ ...own, unit: series.unit, bars });
        else if (rights === "derived-only") {
          result.out.push({ ...own, unit: "ratio", bars: distances(bars) });
          result.derived.push(refText(ref));
        } else result.left.push(refText(ref));
        break;
      }
      if (!held) result.absent.push(id);
    }
  });
  return result;
}

/** How far each close is below the record: from that no level comes back. */
function distances({ sessions, columns: { close } }: Bars): Bars {
  return { sessions, columns: close ? { value: drawdowns(close) } : {} };
}
