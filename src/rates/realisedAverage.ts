import { dayNumber, previousSession, type Reading } from "../market/index.ts";
import { lowerBound } from "../num/index.ts";
import { daysIn, monthNumber } from "./contractMonth.ts";

/**
 * The average of the effective federal funds rate over the calendar days of a month, in percent: what a future of that month settles to. Undefined where the
 * reading does not hold the whole month.
 *
 * A day without a rate has that of the day before: weekends and holidays carry the last business day's, also from the month before. Rounded to a
 * thousandth of a point, as the exchange does. Source: CME rulebook, 30-day federal funds futures, final settlement.
 *
 * @param effr daily, in percent (FRED: DFF or EFFR), as it was public then
 * @param month "2025-11"
 *
 * @example
 * import { dayNumber, sessionsBetween, toReading } from "lockstep/market";
 * import { realisedAverage } from "lockstep/rates";
 * const release = { calendar: "US-FED", after: 1, time: "09:00" };
 * const sessions = sessionsBetween("US-FED", dayNumber("2025-10-31"), dayNumber("2025-11-28"));
 * const values = Array.from(sessions, (day) => (day < dayNumber("2025-11-16") ? 3.9 : 3.8));
 * const effr = toReading({ id: "EFFR", name: "effective rate", unit: "percent", source: "hand", release, sessions, values });
 * realisedAverage(effr, "2025-11"); // => 3.853
 */
export function realisedAverage({ sessions, values }: Reading, month: string): number | undefined {
  const [first, length] = [dayNumber(`${month}-01`), daysIn(monthNumber(month))];
  const over = first + length;
  let at = lowerBound(sessions, first + 1) - 1;
  while (at >= 0 && Number.isNaN(values[at])) at--;
  let sum = 0;
  for (let day = first; day < over; day++) {
    for (let next = at + 1; next < sessions.length && sessions[next]! <= day; next++) if (!Number.isNaN(values[next])) at = next;
    if (at < 0 || day - sessions[at]! > CARRIED) return undefined;
    sum += values[at]!;
  }
  // Until the rate of the last business day is there, the month is not over.
  return sessions[at]! < previousSession("US-FED", over) ? undefined : Math.round((sum / length) * 1000) / 1000;
}

const CARRIED = 4; // days; from a Friday over a holiday on Monday to the Tuesday
