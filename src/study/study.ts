import { outOfStep } from "../lockstep/index.ts";
import { type Day, dayNumber, type Markets, Problem, requireDay, toDay } from "../market/index.ts";
import { atLeaderRecords } from "./atLeaderRecords.ts";
import { casesOf } from "./casesOf.ts";
import { definitionsOf } from "./definitionsOf.ts";
import type { Group } from "./group.ts";
import { absence, lastSession } from "./held.ts";
import { marketEntry } from "./marketEntry.ts";
import { earliest } from "./measures.ts";
import { notKnown } from "./notKnown.ts";
import { pairOf } from "./pair.ts";
import { STUDY_SCHEMA, type Study } from "./schema.ts";
import { sinceQuestion } from "./sinceQuestion.ts";
import { underwaterOf } from "./underwaterOf.ts";

// Five years: a chart of fewer days says little, whatever the group file asks for.
const LEAST_SHOWN = 1826;

/** What a study is made from. */
export interface StudyInput {
  group: Group;
  markets: Markets;
  /** The day to look from; default the last session held of any member. */
  asOf?: Day;
  /** The files that the figures came from, with their hashes; recorded, not read. */
  inputs?: Study["inputs"];
}

/**
 * The study of a group as of a day: where each member stands against its record, which is out of step and since when, how the
 * laggard stood at the leader's earlier records, and how earlier cases ended.
 *
 * Uses only sessions dated on or before `asOf`. A market without usable figures is `unknown`, and so is everything derived from it,
 * each with its reason; its measures have the value null. Same input, same record, to the byte.
 *
 * @throws Problem (usage) when `asOf` is no day; Problem (data) when no member has figures on it
 *
 * @example
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * const { outOfStep } = study({ ...openCase("small-caps-and-bitcoin"), asOf: "2025-12-11" });
 * outOfStep.market; // => "BTC"
 * outOfStep.since; // => "2025-12-04"
 */
export function study({ group, markets, asOf: asked, inputs = [] }: StudyInput): Study {
  const { basis } = group.definitions;
  const asOf = asked ?? lastSession(markets, group.members, { basis });
  if (asOf === null) throw new Problem("data", `expected ${basis} figures of some member of ${group.name}; none are held`);
  requireDay(asOf, "as of");
  if (!group.members.includes(group.leader))
    throw new Problem("usage", `leader: expected one of ${group.members.join(", ")}; received ${group.leader}`, group.name);
  const rows = group.members.map((id) => marketEntry(markets, id, group, asOf));
  if (rows.every(({ state }) => state === "unknown")) {
    throw new Problem("data", `expected figures of ${group.name} for ${asOf}; ${absence(markets, group, asOf, rows[0]?.reason)}`);
  }
  const states = rows.map(({ id, state, distance }) => ({
    market: id,
    state: state === "unknown" ? undefined : state,
    distance: distance.value ?? Number.NaN,
  }));
  const out = outOfStep(states, { leader: group.leader, ...(group.laggard === undefined ? {} : { laggard: group.laggard }) });
  const pair = pairOf(markets, group, asOf, out.market);
  const cases = casesOf(pair, group, asOf);
  const shownFrom = earliest([group.definitions.showFrom, toDay(dayNumber(asOf) - LEAST_SHOWN)])!;
  const open = cases.list.find(({ resolution }) => resolution === "open");
  return {
    schema: STUDY_SCHEMA,
    group: {
      name: group.name,
      leader: group.leader,
      laggard: group.laggard ?? null,
      members: [...group.members],
      question: group.question ? { ...group.question } : null,
    },
    definitions: definitionsOf(group, asOf),
    asOf,
    figuresEnd: lastSession(markets, group.members, { basis, asOf }),
    shownFrom,
    markets: rows,
    outOfStep: { ...out, since: open && out.market === cases.laggard ? open.onset : null },
    atLeaderRecords: atLeaderRecords(pair, group, asOf, shownFrom),
    cases,
    since: sinceQuestion(markets, group, asOf),
    underwater: underwaterOf(markets, group, asOf, shownFrom),
    notKnown: notKnown(markets, group, asOf, { markets: rows, cases }),
    inputs: inputs.map((input) => ({ ...input })),
  };
}
