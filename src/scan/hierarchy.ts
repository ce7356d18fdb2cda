import { benjaminiHochberg } from "../num/index.ts";

/** A family of a hierarchy: its own p-value, and those of its members, adjusted within it. */
export interface FamilyP {
  pValue: number;
  members: readonly number[]; // NaN = not tested
}

/** What a hierarchy finds. */
export interface Hierarchy {
  adjusted: number[]; // of each family: its p-value by Benjamini and Hochberg over all
  found: boolean[]; // of each family
  members: boolean[][]; // of each family: which members are found
}

/**
 * Families found, and members found within them: Benjamini and Hochberg across the families, then within each found family its members at the level times the
 * share of all families that were found.
 *
 * Families that were not tested count among all, with a p-value of one. Where nothing is related that keeps the level whatever decides which are tested; where much is, leaving out
 * by the data may cost some of it. Members' p-values control the family-wise error within their family; for independent and positively dependent families the
 * expected share of families with a false finding, among those found, stays below the level. Source: Benjamini and
 * Bogomolov 2014, Journal of the Royal Statistical Society B 76, 297–318.
 *
 * @param all how many families there are, those not tested among them
 * @throws RangeError when there are fewer than were tested, or a p-value is none
 *
 * @example
 * import { hierarchy } from "lockstep/scan";
 * hierarchy([{ pValue: 0.001, members: [0.001, 0.2] }, { pValue: 0.4, members: [0.4] }], { all: 10, level: 0.05 }).members; // => [[true, false], [false]]
 */
export function hierarchy(tested: readonly FamilyP[], { all, level }: { all: number; level: number }): Hierarchy {
  if (all < tested.length) throw new RangeError(`invalid all: ${all}`);
  const adjusted = benjaminiHochberg([...tested.map(({ pValue }) => pValue), ...Array.from({ length: all - tested.length }, () => 1)]).slice(0, tested.length);
  const found = adjusted.map((p) => p <= level);
  const within = (level * found.filter(Boolean).length) / Math.max(1, all);
  return { adjusted, found, members: tested.map(({ members }, k) => members.map((p) => found[k]! && p <= within)) };
}
