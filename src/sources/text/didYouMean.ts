import { distance } from "fastest-levenshtein";

/**
 * " (did you mean X?)" for the nearest of some names, or nothing when none is near.
 *
 * @example
 * import { didYouMean } from "lockstep/sources";
 * didYouMean("IWN", ["IWM", "BTC"]); // => " (did you mean IWM?)"
 */
export function didYouMean(received: string, names: readonly string[]): string {
  const word = received.toLowerCase();
  let best: { name: string; away: number } | undefined;
  for (const name of names) {
    const away = distance(word, name.toLowerCase());
    if (!best || away < best.away) best = { name, away };
  }
  return best && best.away <= Math.max(1, Math.floor(word.length / 3)) ? ` (did you mean ${best.name}?)` : "";
}
