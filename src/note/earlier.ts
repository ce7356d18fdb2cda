import type { Day, Measure } from "../market/index.ts";
import type { Study, StudyMarket } from "../study/index.ts";

/** What a later note needs of an earlier one: plain, so that a manifest can hold it. */
export interface EarlierNote {
  asOf: Day;
  replayed: boolean; // made with later figures at hand
  markets: { id: string; state: StudyMarket["state"]; distance: Measure }[];
  cases: { asOf: Day; open: Day | null };
  posterior: { n: Measure; mean: Measure };
  laggard: string | null;
  forecast: Study["catchUp"]["forecast"];
}

/** A probability that an earlier note put on record, and what came of it. */
export interface ScoredForecast {
  asOf: Day;
  replayed: boolean;
  laggard: string;
  forecast: NonNullable<EarlierNote["forecast"]>;
  outcome: "came" | "didNot" | "pending" | "unknown";
}

/**
 * What a later note needs of the note on a study.
 *
 * @param options.replayed whether it was made with later figures at hand: then it was not put on record on its day
 *
 * @example
 * import { study } from "lockstep";
 * import { earlierNote } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * earlierNote(study({ ...openCase(), asOf: "2025-12-11" })).forecast.due; // => "2026-06-09"
 */
export function earlierNote({ asOf, markets, cases, catchUp }: Study, { replayed = false }: { replayed?: boolean } = {}): EarlierNote {
  return {
    asOf,
    replayed,
    markets: markets.map(({ id, state, distance }) => ({ id, state, distance })),
    cases: { asOf, open: cases.list.find(({ resolution }) => resolution === "open")?.onset ?? null },
    posterior: { n: catchUp.posterior.n, mean: catchUp.posterior.mean },
    laggard: cases.laggard,
    forecast: catchUp.forecast,
  };
}

/**
 * What came of the probabilities that earlier notes put on record, by the records that a study knows: decided only once the day it was due has come.
 *
 * A record set early in a span that is not over does not count yet: else what came would be seen before what did not.
 *
 * @param earlier notes on the same group, in any order
 *
 * @example
 * import { study } from "lockstep";
 * import { earlierNote, scored } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * const then = earlierNote(study({ ...openCase(), asOf: "2025-12-11" }));
 * scored([then], study(openCase())).map(({ outcome }) => outcome); // => ["didNot"]
 */
export function scored(earlier: readonly EarlierNote[], { asOf, recordDays, markets }: Pick<Study, "asOf" | "recordDays" | "markets">): ScoredForecast[] {
  return [...earlier]
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
    .flatMap(({ asOf: from, replayed, laggard, forecast }): ScoredForecast[] => {
      if (laggard === null || !forecast || forecast.probability.value === null || from > asOf) return [];
      const known = recordDays.markets.find(({ market }) => market === laggard);
      const came = known?.days.some((day) => day > from && day <= forecast.due);
      const last = markets.find(({ id }) => id === laggard)?.last.on;
      // Records are listed from a day on: before it none is seen, which is not the same as none.
      const seen = known !== undefined && recordDays.from <= from && last !== undefined && last >= forecast.due;
      return [{ asOf: from, replayed, laggard, forecast, outcome: forecast.due > asOf ? "pending" : !seen ? "unknown" : came ? "came" : "didNot" }];
    });
}
