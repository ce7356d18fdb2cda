import { type CloseInstant, closeInstant, type Day, dayNumber } from "../../market/index.ts";
import { clockOf, exchangeTime } from "./exchangeTime.ts";

const ZONE = "America/New_York";

/** A close instant by the clocks of New York. */
export function closeInNewYork(time: string): CloseInstant {
  return { time, zone: ZONE };
}

/** The session number of the calendar day that an instant falls on in New York. */
export function dayInNewYork(instant: number): number {
  return exchangeTime(Math.floor(instant / 1000), clockOf(ZONE, ZONE), ZONE).day;
}

/** The instant at which a day begins in New York: ms since 1970 UTC. */
export function midnightInNewYork(day: Day): number {
  return closeInstant(closeInNewYork("00:00"), "24/7", dayNumber(day));
}
