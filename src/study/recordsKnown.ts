import { membersOf } from "./catchUp/membersOf.ts";
import { pairOf } from "./pair.ts";
import { recordDaysOf } from "./recordDaysOf.ts";
import type { Study } from "./schema.ts";
import { shownFrom } from "./shownFrom.ts";
import { standings } from "./standings.ts";
import type { StudyInput } from "./studyInput.ts";

/**
 * On which days each member of a group set a record, and where it stands: the part of a study by which earlier probabilities are scored, without its inference.
 *
 * @throws Problem as `standings`
 *
 * @example
 * import { openCase } from "lockstep/sources";
 * import { recordsKnown } from "lockstep/study";
 * recordsKnown({ ...openCase(), asOf: "2025-12-11" }).recordDays.markets[0].days.at(-1); // => "2025-12-11"
 */
export function recordsKnown(input: StudyInput): Pick<Study, "asOf" | "markets" | "recordDays"> {
  const { group, markets } = input;
  const { asOf, markets: rows, outOfStep } = standings(input);
  const pair = pairOf(markets, group, asOf, outOfStep.market);
  const from = shownFrom(group.definitions, asOf);
  return { asOf, markets: rows, recordDays: recordDaysOf(membersOf(markets, group, asOf), markets, pair, { asOf, shownFrom: from }) };
}
