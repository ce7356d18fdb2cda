import { atLeaderRecords } from "./atLeaderRecords.ts";
import { casesOf, divergencesOf } from "./casesOf.ts";
import { catchUpOf } from "./catchUp/catchUpOf.ts";
import { membersOf } from "./catchUp/membersOf.ts";
import { macroOf } from "./macro/macroOf.ts";
import { membersBelow } from "./membersBelow.ts";
import { notKnown } from "./notKnown.ts";
import { pairOf } from "./pair.ts";
import { rebasedOf } from "./rebasedOf.ts";
import { recordDaysOf } from "./recordDaysOf.ts";
import { STUDY_SCHEMA, type Study } from "./schema.ts";
import { shownFrom } from "./shownFrom.ts";
import { sinceQuestion } from "./sinceQuestion.ts";
import { standings } from "./standings.ts";
import type { StudyInput } from "./studyInput.ts";
import { togetherOf } from "./together/togetherOf.ts";
import { underwaterOf } from "./underwaterOf.ts";

/**
 * The study of a group as of a day: where each member stands against its record, which is out of step and since when, whether leader and
 * laggard are in lockstep, how the laggard stood at the leader's earlier records, how earlier cases ended, what that says,
 * and the macro picture beside it.
 *
 * Uses only sessions dated on or before `asOf`. A market without usable figures is `unknown`, and so is everything derived from it,
 * each with its reason; its measures have the value null. Same input, same record, to the byte.
 *
 * @throws Problem (usage) when `asOf` is no day; Problem (data) when no member has figures on it
 *
 * @example
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * const { outOfStep, catchUp } = study({ ...openCase("small-caps-and-bitcoin"), asOf: "2025-12-11" });
 * outOfStep.market; // => "BTC"
 * outOfStep.since; // => "2025-12-04"
 * catchUp.verdict.evidence; // => "none"
 */
export function study({ inputs = [], macro: figures, ...input }: StudyInput): Study {
  const { group, markets } = input;
  const state = standings(input);
  const { asOf, markets: rows, outOfStep } = state;
  const pair = pairOf(markets, group, asOf, outOfStep.market);
  const below = membersBelow(markets, group, asOf);
  const members = membersOf(markets, group, asOf);
  const path = pair.known && members.find(({ id }) => id === pair.laggard)?.path;
  const found = divergencesOf(pair, group.definitions);
  const cases = casesOf(found, pair, path, group, asOf);
  const from = shownFrom(group.definitions, asOf);
  const open = cases.list.find(({ resolution }) => resolution === "open");
  const catchUp = catchUpOf({ markets, members, group, asOf, pair, path, cases: found.cases });
  const macro = macroOf({ macro: figures, markets, group, asOf });
  return {
    schema: STUDY_SCHEMA,
    ...state,
    shownFrom: from,
    outOfStep: { ...outOfStep, since: open && outOfStep.market === cases.laggard ? open.onset : null },
    atLeaderRecords: atLeaderRecords(pair, group, asOf, from),
    cases,
    together: togetherOf(markets, group, asOf, { pair, below }),
    catchUp,
    macro,
    since: sinceQuestion(markets, group, asOf),
    recordDays: recordDaysOf(members, markets, pair, { asOf, shownFrom: from }),
    rebased: rebasedOf(pair, markets, { asOf, shownFrom: from }),
    underwater: underwaterOf(below, group, asOf, from),
    notKnown: notKnown(markets, group, asOf, { markets: rows, cases, catchUp, macro }),
    inputs: inputs.map((input) => ({ ...input })),
  };
}
