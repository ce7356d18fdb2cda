import type { Bars } from "../market/index.ts";
import { drawdowns } from "../num/index.ts";
import { describeMarket, type Rights, SOURCES } from "../sources/index.ts";
import { type BarsOut, finalBars, heldBars, type Store, seriesId, seriesUnit } from "../store/index.ts";
import { comparable, label } from "./subject.ts";
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
        const series = await seriesId(sql, ref);
        if (series === undefined) continue;
        held = true;
        const bars = finalBars(await heldBars(sql, series));
        const rights: Rights = SOURCES.find((source) => source.id === ref.source)?.rights(ref.symbol) ?? "personal";
        const own = { symbol: id, source: label(ref), rights };
        if (personal || rights === "redistributable") result.out.push({ ...own, unit: (await seriesUnit(sql, ref)) ?? described.instrument.currency, bars });
        else if (rights === "derived-only") {
          result.out.push({ ...own, unit: "ratio", bars: distances(bars) });
          result.derived.push(label(ref));
        } else result.left.push(label(ref));
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
