import { percentSaid } from "../figures/numberSaid.ts";
import type { DistanceFound } from "./distancesOf.ts";

/**
 * A distance in words: "25.8 % below the record close of 2025-10-06".
 *
 * @param step one unit of the last place that the claim says
 */
export function distanceText({ stands, against }: Pick<DistanceFound, "stands" | "against">, step = 0.01): string {
  const of = `the ${against} of ${stands.recordOn}`;
  return stands.distance === 0 ? `at ${of}` : `${percentSaid(stands.distance, step)} below ${of}`;
}
