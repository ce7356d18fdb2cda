import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../market/index.ts";
import type { Universe } from "../scan/universe.ts";
import type { Store } from "../store/index.ts";
import { fileUniverse, isBarsFile } from "./universe/fileUniverse.ts";
import { folderUniverse } from "./universe/folderUniverse.ts";
import { groupUniverse } from "./universe/groupUniverse.ts";
import type { Price } from "./universe/price.ts";
import { storeUniverse } from "./universe/storeUniverse.ts";
import { syntheticAsked } from "./universe/syntheticAsked.ts";

/** What a universe is read with. */
export interface UniverseAsk {
  /** Where groups and "nothing" find figures that were fetched or imported. */
  store?: Store | undefined;
  /** Which price of a bar. Default close */
  price?: Price | undefined;
  /** Only these markets of a file or a folder. */
  only?: readonly string[] | undefined;
}

/**
 * The markets of a scan, from a file (Parquet or CSV with a column of symbols), a folder of CSV files, a group or a group file,
 * `synthetic:2000x5000:7`, or nothing: then the store where it holds two markets, else the founding case.
 *
 * A price that is missing, zero or below is NaN. Bars of a market stand in the order of their days; a day that comes twice is left twice, for the
 * scan to say so.
 *
 * @throws Problem (usage) when there is no such file or group; Problem (data) naming the place of what cannot be read
 *
 * @example
 * import { readUniverse } from "lockstep/figures";
 * const { name, markets } = await readUniverse("synthetic:3x500:7");
 * [name, markets.length]; // => ["synthetic:3x500:7", 3]
 */
export async function readUniverse(where: string | undefined, { store, price = "close", only }: UniverseAsk = {}): Promise<Universe> {
  if (where === undefined) {
    const held = store && (await storeUniverse(store, { price }));
    return held && held.markets.length > 1 ? held : groupUniverse(undefined, { store, price });
  }
  const synthetic = syntheticAsked(where);
  if (synthetic) return (await import("../scan/syntheticUniverse.ts")).syntheticUniverse(synthetic);
  if (!existsSync(where)) {
    if (isBarsFile(where)) throw new Problem("usage", "expected a file of bars; there is none", where);
    return groupUniverse(where, { store, price });
  }
  if (statSync(where).isDirectory()) {
    return existsSync(join(where, "group.yaml")) ? groupUniverse(where, { store, price }) : folderUniverse(where, { price, only });
  }
  return isBarsFile(where) ? fileUniverse(where, { price, only }) : groupUniverse(where, { store, price });
}
