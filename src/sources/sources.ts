import { Problem } from "../market/index.ts";
import type { Source } from "./source.ts";
import { refText, type SourceRef } from "./sourceRef.ts";
import { didYouMean } from "./text/didYouMean.ts";
import { bitstamp } from "./vendors/bitstamp.ts";
import { coinbase } from "./vendors/coinbase.ts";
import { coinmetrics } from "./vendors/coinmetrics.ts";
import { fiscaldata } from "./vendors/fiscaldata.ts";
import { fred } from "./vendors/fred.ts";
import { fredgraph } from "./vendors/fredgraph.ts";
import { kraken } from "./vendors/kraken.ts";
import { nyfed } from "./vendors/nyfed.ts";
import { stooq } from "./vendors/stooq.ts";
import { tiingo } from "./vendors/tiingo.ts";
import { twelvedata } from "./vendors/twelvedata.ts";
import { yahoo } from "./vendors/yahoo.ts";

/** Every source that figures are fetched from, those without a key first. */
export const SOURCES: readonly Source[] = [yahoo, coinbase, bitstamp, kraken, coinmetrics, fredgraph, nyfed, fiscaldata, fred, tiingo, twelvedata, stooq];

/**
 * The source of a reference.
 *
 * @throws Problem (usage) when there is no such source, naming the nearest
 *
 * @example
 * import { sourceOf } from "lockstep/sources";
 * sourceOf({ source: "yahoo", symbol: "IWM" }).name; // => "Yahoo Finance"
 */
export function sourceOf(ref: SourceRef, place?: string): Source {
  const source = SOURCES.find(({ id }) => id === ref.source);
  if (source) return source;
  const ids = SOURCES.map(({ id }) => id);
  throw new Problem("usage", `expected a source (${ids.join(", ")}); received ${refText(ref)}${didYouMean(ref.source, ids)}`, place);
}
