/** A symbol of a source: where a series of figures comes from. */
export interface SourceRef {
  source: string; // "yahoo"
  symbol: string; // "IWM"
}

/** A source and its symbol as they are written, "yahoo:IWM". */
export const SOURCE_REF = /^[a-z][a-z0-9]*:[^\s:][^\s]*$/;

/**
 * The source and the symbol of a text like "yahoo:IWM".
 *
 * @example
 * import { sourceRef } from "lockstep/sources";
 * sourceRef("coinbase:BTC-USD"); // => { source: "coinbase", symbol: "BTC-USD" }
 */
export function sourceRef(text: string): SourceRef {
  const at = text.indexOf(":");
  return { source: text.slice(0, at), symbol: text.slice(at + 1) };
}

/**
 * A source and its symbol as text.
 *
 * @example
 * import { refText } from "lockstep/sources";
 * refText({ source: "yahoo", symbol: "IWM" }); // => "yahoo:IWM"
 */
export function refText({ source, symbol }: SourceRef): string {
  return `${source}:${symbol}`;
}
