import { Temporal } from "temporal-polyfill";
import { type CloseInstant, type Day, dayNumber } from "../../market/index.ts";

const ZONE = "America/New_York";

/** A close instant by the clocks of New York. */
export function closeInNewYork(time: string): CloseInstant {
  return { time, zone: ZONE };
}

/** The session number of the calendar day that an instant falls on in New York. */
export function dayInNewYork(instant: number): number {
  return dayNumber(Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString());
}

/** The instant at which a day begins in New York: ms since 1970 UTC. */
export function midnightInNewYork(day: Day): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds;
}
