import { lowerBound } from "../num/index.ts";
import { commonSpan } from "./exactPair.ts";
import type { RowCutter } from "./kernelRows.ts";
import type { Kernels } from "./kernels/kernels.ts";
import type { ScanEvents } from "./scanEvents.ts";

/** The test of a leader and all its seconds at once. */
export interface Family {
  leader: number;
  shifts: number; // T of the leader's own span
  seconds: number; // markets in the family
  best: number; // the one with the greatest z; -1 in an empty family
  bestZ: number; // NaN in an empty family
  /** For each market the shifts at which the greatest z of the family reaches the market's own, the observed one among them; 0 where it is not in the family. */
  reached: Int32Array;
}

/** Tests the family of one leader after the other. */
export type FamilyOf = (leader: number) => Family;

/**
 * The max-T test of families, under shifts that are common to all seconds of a leader: its events move around its own span, the seconds keep their places,
 * so what the seconds have in common among themselves stays as it is. z is standardised by its exact mean and variance over all shifts.
 *
 * In the family is a second with enough events of its own, and enough of the leader's to be expected, on enough common sessions: none of that hangs on
 * how the two lie to each other. Where a second has no figures it cannot be hit. Source: Westfall and Young 1993 (single step), with all
 * shifts in place of resamples.
 */
export function familiesOver(events: ScanEvents, kernels: Kernels, cutter: RowCutter): FamilyOf {
  const { definition, ids, spans, words, days } = events;
  const eventsAt = kernels.reserve(4 * words);
  const marksAt = kernels.reserve(4 * words);
  const mostAt = kernels.reserve(8 * days.length);
  return (leader) => {
    const circle = commonSpan(spans, leader, leader);
    const shifts = circle.to - circle.from;
    const count = cutter.events(leader, circle, eventsAt);
    const z = new Float64Array(ids.length).fill(Number.NaN);
    new Float64Array(kernels.buffer, mostAt, shifts).fill(Number.NEGATIVE_INFINITY);
    let seconds = 0;
    for (let second = 0; second < ids.length; second++) {
      const common = commonSpan(spans, leader, second);
      if (second === leader || common.to - common.from < definition.minSessions) continue;
      // How many of the leader's events fall into the common span on average over the shifts, not how many do: a family chosen by where they
      // fall would be one in which they hit, and its test would find too much.
      if ((count * (common.to - common.from)) / shifts < definition.minEvents) continue;
      const { marked, from } = cutter.marks(second, circle, marksAt);
      if (from < definition.minEvents) continue;
      seconds++;
      z[second] = kernels.fold(eventsAt, marksAt, shifts, (count * marked) / shifts, mostAt);
    }
    return { leader, shifts, seconds, ...against(z, new Float64Array(kernels.buffer, mostAt, shifts).slice()) };
  };

  function against(z: Float64Array, most: Float64Array): Pick<Family, "best" | "bestZ" | "reached"> {
    most.sort();
    let best = -1;
    const reached = new Int32Array(z.length);
    for (let second = 0; second < z.length; second++) {
      if (Number.isNaN(z[second])) continue;
      reached[second] = most.length - lowerBound(most, z[second]!);
      if (best < 0 || z[second]! > z[best]!) best = second;
    }
    return { best, bestZ: best < 0 ? Number.NaN : z[best]!, reached };
  }
}
