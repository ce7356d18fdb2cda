import { type Day, dayNumber, Problem } from "../market/index.ts";

/** Where the figures come from and how old they are, whatever day of them is looked at. */
export function ageLine({ held, origin, note }: Provenance, today: Day, asOf: Day): string {
  const from = ORIGIN[origin];
  if (held === null) return `${from.word} \u2014 no figures held`;
  const replay = asOf < held ? `; replayed as of ${asOf}, from what was known then` : "";
  return `${from.word} \u2014 ${from.figures} end ${held}, ${days(dayNumber(today) - dayNumber(held))} before today (${today})${replay}${note === undefined ? "" : `; ${note}`}`;
}

/** Where figures come from, and the last session of them. */
export interface Provenance {
  held: Day | null;
  origin: "store" | "case";
  note?: string | undefined;
}

const ORIGIN = {
  case: { word: "OFFLINE", figures: "embedded figures" },
  store: { word: "STORE", figures: "fetched and imported figures" },
} as const;

/** Figures of a day that has not begun are no figures. */
export function refuseFuture(held: Day | null, today: Day): void {
  if (held !== null && held > today) throw new Problem("data", `expected figures up to today, ${today}; received figures of ${held}`);
}

/** "1 day", "94 days". */
export function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}
