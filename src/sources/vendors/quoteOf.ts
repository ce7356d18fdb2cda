const PAIR = /^[A-Z0-9]{2,10}?(USD|EUR|GBP|CHF|JPY|CAD|AUD|USDT|USDC|DAI|BTC|XBT|ETH)$/;

/** The currency in which a pair written without a separator is quoted, "USD" of "btcusd"; undefined when it is none that crypto venues quote in. */
export function quoteOf(pair: string): string | undefined {
  return PAIR.exec(pair.toUpperCase())?.[1];
}
