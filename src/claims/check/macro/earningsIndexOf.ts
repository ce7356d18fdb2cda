/** Which index the earnings of a market are those of: a fund earns what its index does. */
const INDEX_OF: Readonly<Record<string, string>> = { IWM: "RTY", RUT: "RTY", RTY: "RTY", SPY: "SPX", SPX: "SPX", QQQ: "NDX", NDX: "NDX" };

/** The index by whose name forecasts of earnings are quoted, of the first of some markets that has one; undefined without any. */
export function earningsIndexOf(candidates: readonly string[]): string | undefined {
  const known = candidates.find((id) => Object.hasOwn(INDEX_OF, id));
  return known === undefined ? undefined : INDEX_OF[known];
}
