import { Problem } from "../market/index.ts";
import { didYouMean } from "../sources/text/didYouMean.ts";

/**
 * One of some words from the command line.
 *
 * @throws Problem (usage) naming the option, the words and the nearest of them
 */
export function wordAsked<const T extends string>(text: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((one) => one === text);
  if (found === undefined) throw new Problem("usage", `expected ${allowed.join(", ")}; received ${text}${didYouMean(text, allowed)}`, option);
  return found;
}
