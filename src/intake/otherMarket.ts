import { type Bars, Problem } from "../market/index.ts";
import { readjusted } from "../quality/index.ts";

/** Sessions that may be restated without a question. */
const FEW = 20;

/**
 * Refuses what restates most of a history without being the same history re-adjusted: the file is of another market, or of another venue.
 *
 * @returns what is to be noted: the factor of a re-adjustment
 * @throws Problem (data) naming how many sessions differ and what can be done
 */
export function refuseOtherMarket(before: Bars, after: Bars, { restated, place }: { restated: number; place: string }): string[] {
  const common = before.sessions.length;
  const change = restated > FEW && restated > common / 2 ? readjusted(before, after) : undefined;
  if (!change) return [];
  if (change.readjusted && change.restated.length <= FEW) return [`the history was re-adjusted by a factor of ${change.readjusted.factor.toPrecision(4)}`];
  throw new Problem(
    "data",
    `expected the market whose ${common} sessions are held; received others in ${restated} of them, as of another market or venue: --source says that they are of a second source, --restate takes them all the same`,
    place,
  );
}
