import type { Bars } from "../market/index.ts";
import { describeMarket, type Rights, SOURCES } from "../sources/index.ts";
import { type BarsOut, finalBars, heldBars, type Store, seriesId } from "../store/index.ts";
import { comparable, label } from "./subject.ts";
import { marketTarget } from "./targets.ts";

/** Bars of markets that may be written, with what may not. */
export interface MarketsOut {
  out: BarsOut[];
  derived: string[]; // written rebased
  left: string[]; // not written
}

/**
 * The bars of markets against which nothing speaks, each from its preferred source, as far as the rights go: as they are, rebased to 100
 * where only what is derived may be passed on, or not at all.
 */
export async function marketsOut(
  store: Store,
  markets: readonly string[],
  { group, personal }: { group: string | undefined; personal: boolean },
): Promise<MarketsOut> {
  const result: MarketsOut = { out: [], derived: [], left: [] };
  await store.read(async (sql) => {
    for (const name of markets) {
      const { id, described } = describeMarket(name, group);
      for (const ref of comparable(marketTarget(described))) {
        const series = await seriesId(sql, ref);
        if (series === undefined) continue;
        const bars = finalBars(await heldBars(sql, series));
        const rights: Rights = SOURCES.find((source) => source.id === ref.source)?.rights(ref.symbol) ?? "personal";
        const own = { symbol: id, source: label(ref), rights };
        if (personal || rights === "redistributable") result.out.push({ ...own, unit: described.instrument.currency, bars });
        else if (rights === "derived-only") {
          result.out.push({ ...own, unit: "index", bars: rebased(bars) });
          result.derived.push(label(ref));
        } else result.left.push(label(ref));
        break;
      }
    }
  });
  return result;
}

/** Closes as an index, 100 at the first: nothing else is passed on. */
function rebased({ sessions, columns: { close } }: Bars): Bars {
  const first = close?.find((value) => !Number.isNaN(value));
  return { sessions, columns: close && first !== undefined ? { close: close.map((value) => Number(((value / first) * 100).toPrecision(6))) } : {} };
}
