import type { Judged, Row } from "../../verdict.ts";
import { distinctRows } from "../figures/rowOf.ts";
import type { OneAnswer } from "../verdict/forEachSubject.ts";

/** How a claim fares under one definition, and the figures that this rests on. */
export interface Found {
  judged: Judged;
  rows: readonly Row[];
}

/** How one market fares by what was found under each definition: the rows of the first, and of those that say something else. */
export function answered(found: readonly Found[], { conventional = true }: { conventional?: boolean } = {}): OneAnswer {
  const deciding = found.filter(({ judged }, i) => i === 0 || judged.verdict !== found[0]!.judged.verdict);
  return { judged: found.map(({ judged }) => judged), conventional, rows: distinctRows(deciding.flatMap(({ rows }) => rows)) };
}

/** The answer of a market that cannot be judged, with what would be needed. */
export function needing(needed: string): OneAnswer {
  return { judged: [], conventional: true, rows: [], needed };
}

/** What was found by the session of the publication itself, as a definition of its own. */
export function onPublication({ judged, rows }: Found): Found {
  return { judged: { ...judged, label: `${judged.label}, on the day of publication` }, rows };
}
