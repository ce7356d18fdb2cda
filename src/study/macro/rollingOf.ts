import { type Day, type Reading, toDay } from "../../market/index.ts";
import { pairedChanges, rollingSensitivity } from "../../rates/index.ts";
import { chosen, measured, provenance, unknown } from "../measures.ts";
import type { Macro } from "./schema.ts";
import type { Member } from "./sensitiveMember.ts";

const WINDOW = 252; // shared changes, a year
const LONGEST = 400; // days that a year of changes may take
const EVERY = 5; // one value a week is shown
const SHOWN = 1826; // days

/** The slope of small less large caps over a trailing year, week by week. */
export function rollingOf({ small, large }: { small: Member; large: Member }, yields: Reading, asOf: Day): Macro["sensitivity"]["rolling"] {
  const { since, sessions, returns, changesBp } = pairedChanges(small.changes, large.changes).difference;
  // A window with holes reaches back over years: what it gives is not of a trailing one.
  const begins = (k: number) => since[k - WINDOW + 1]!;
  const values = rollingSensitivity({ returns, changesBp, window: WINDOW }).map((value, k) =>
    k < WINDOW - 1 || sessions[k]! - begins(k) > LONGEST ? Number.NaN : value,
  );
  const from = [small.series, large.series, yields];
  const last = sessions.length - 1;
  // Counted back from the last day, so that it is among those shown.
  const shown = [...sessions.keys()].filter((k) => (last - k) % EVERY === 0 && sessions[last]! - sessions[k]! <= SHOWN && !Number.isNaN(values[k]));
  const about = {
    unit: "ratio",
    asOf,
    method: "rollingSensitivity",
    definition: `log return of small less large caps for a two-year yield that is 10 basis points higher, over the last ${WINDOW} changes`,
  };
  const value = values[last];
  return {
    window: chosen(WINDOW, "changes", asOf, "a trailing year of changes", "fixed"),
    last:
      value === undefined || Number.isNaN(value)
        ? unknown(about, `fewer than ${WINDOW} changes within ${LONGEST} days`)
        : { ...measured(about, value, from, { on: toDay(sessions[last]!), n: WINDOW }), from: toDay(begins(last)), to: toDay(sessions[last]!) },
    days: shown.map((k) => toDay(sessions[k]!)),
    values: shown.map((k) => values[k]!),
    ...provenance(about, from),
    n: shown.length,
  };
}
