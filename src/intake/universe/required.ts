import { Problem } from "../../market/index.ts";
import { didYouMean } from "../../sources/index.ts";

/**
 * Refuses markets that are asked for and not there.
 *
 * @throws Problem (usage) naming the first of them and the nearest that is there
 */
export function required(only: readonly string[] | undefined, names: readonly string[], place: string): void {
  const absent = only?.find((one) => !names.includes(one));
  if (absent === undefined) return;
  const some = names.slice(0, 12).join(", ");
  throw new Problem(
    "usage",
    `expected one of ${names.length} markets (${names.length > 12 ? `${some}, …` : some}); received ${absent}${didYouMean(absent, names)}`,
    place,
  );
}
