/** How a claim fares by one definition; undefined where its figures are not held. */
export type Way = "supported" | "imprecise" | "contradicted" | undefined;

/** The verdict on one subject, as the table of docs/claims.md says it. */
export function verdictBy(ways: readonly Way[], conventional = true): string {
  const held = ways.filter((way) => way !== undefined);
  if (held.length === 0 || (conventional && ways[0] === undefined)) return "not-checkable";
  if (conventional ? ways[0] === "supported" : held.every((way) => way === "supported")) return "supported";
  if (held.includes("supported")) return "depends-on-definition";
  return held.includes("imprecise") ? "imprecise" : "contradicted";
}

/** The verdict by the ways of a first day, and where they do not support it with those of a second. */
export function verdictOn([first, second]: readonly string[], waysOn: (day: string, isSecond: boolean) => readonly Way[], conventional = true): string {
  const ways = waysOn(first!, false);
  if (second === undefined || verdictBy(ways, conventional) === "supported") return verdictBy(ways, conventional);
  const more = waysOn(second, true);
  return verdictBy(ways[0] === undefined ? more : [...ways, ...more], conventional);
}
