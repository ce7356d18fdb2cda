import { type Day, dayNumber, toDay } from "../../../market/index.ts";

/** From which day a forecast looks, and how far: calendar days. */
export interface ForecastTime {
  asOf: Day; // "2025-12-11"
  days: number; // 180
}

/** The last day of a forecast. */
export function dueOf({ asOf, days }: ForecastTime): Day {
  return toDay(dayNumber(asOf) + days);
}

/** Whether the time of a forecast is over by the last figure, in words. */
export function timeSaid(time: ForecastTime, until: Day | undefined): string {
  const due = dueOf(time);
  if (until === undefined) return "nothing later is held";
  return until < due ? `its time ends on ${due} and has not passed by the last figure, of ${until}` : `its time ended on ${due}`;
}
