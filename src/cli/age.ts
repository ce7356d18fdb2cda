import { type Day, dayNumber, Problem } from "../market/index.ts";

/** How old the figures held are, whatever day of them is looked at. */
export function ageLine(held: Day | null, today: Day, asOf: Day): string {
  if (held === null) return "OFFLINE \u2014 no figures held";
  const replay = asOf < held ? `; replayed as of ${asOf}, from what was known then` : "";
  return `OFFLINE \u2014 figures end ${held}, ${days(dayNumber(today) - dayNumber(held))} before today (${today})${replay}`;
}

/** Figures of a day that has not begun are no figures. */
export function refuseFuture(held: Day | null, today: Day): void {
  if (held !== null && held > today) throw new Problem("data", `expected figures up to today, ${today}; received figures of ${held}`);
}

/** "1 day", "94 days". */
export function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}
