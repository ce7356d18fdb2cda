import { type Day, dayNumber, Problem } from "../market/index.ts";

/** Where the figures come from and how old they are, whatever day of them is looked at. */
export function ageLine({ held, origin, note, knownAt }: Provenance, today: Day, asOf: Day): string {
  const from = ORIGIN[origin];
  if (held === null) return `${from.word} \u2014 no figures held`;
  const then =
    origin === "case" ? "from what was known then" : knownAt === undefined ? "by the figures as they are known now" : "by the figures as they were known then";
  const replay = asOf < held ? `; replayed as of ${asOf}, ${then}` : "";
  const known = knownAt === undefined ? "" : `; as the store knew them at ${knownAt}`;
  return `${from.word} \u2014 ${from.figures} end ${held}, ${days(dayNumber(today) - dayNumber(held))} before today (${today})${known}${replay}${note === undefined ? "" : `; ${note}`}`;
}

/** Where figures come from, and the last session of them. */
export interface Provenance {
  held: Day | null;
  origin: "store" | "case";
  note?: string | undefined;
  knownAt?: string | undefined; // "2026-11-13T23:59:59.999Z"; what the store knew then, and nothing later
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
