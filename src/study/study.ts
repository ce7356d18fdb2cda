import { outOfStep } from "../lockstep/index.ts";
import { type Basis, type Day, dayNumber, type Markets, Problem, parseDay, span, through, toDay } from "../market/index.ts";
import { atLeaderRecords } from "./atLeaderRecords.ts";
import { casesOf } from "./casesOf.ts";
import { type DEFAULTS, EXPLANATIONS } from "./definitions.ts";
import type { Group } from "./group.ts";
import { LEVEL_OF } from "./known.ts";
import { marketEntry } from "./marketEntry.ts";
import { chosen, earliest, latest } from "./measures.ts";
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
  if (parseDay(asOf) === undefined) throw new Problem("usage", `expected a day like 2025-12-11; received ${asOf}`, "as of");
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

/**
 * The last session that any of some markets holds a value for, by a basis and up to a day; null when there is none.
 *
 * @example
 * import { openCase } from "lockstep/sources";
 * import { lastSession } from "lockstep/study";
 * lastSession(openCase().markets, ["IWM"], { basis: "close", asOf: "2025-12-13" }); // => "2025-12-12"
 */
export function lastSession(markets: Markets, members: readonly string[], { basis, asOf }: { basis: Basis; asOf?: Day }): Day | null {
  const end = asOf === undefined ? Number.POSITIVE_INFINITY : dayNumber(asOf);
  return latest(spansOf(markets, members, basis, end).map(({ to }) => to));
}

function spansOf(markets: Markets, members: readonly string[], basis: Basis, end = Number.POSITIVE_INFINITY): { from: Day; to: Day }[] {
  return members.flatMap((id) => {
    const series = markets[id]?.series[LEVEL_OF[basis]];
    return (series && span(through(series, end))) ?? [];
  });
}

/** Why no member has figures for a day. */
function absence(markets: Markets, { members, definitions }: Group, asOf: Day, reason = "none are held"): string {
  const spans = spansOf(markets, members, definitions.basis);
  const begins = earliest(spans.map(({ from }) => from));
  const ends = latest(spans.map(({ to }) => to));
  if (begins !== null && asOf < begins) return `the history held begins on ${begins}`;
  return ends !== null && asOf > ends ? `the figures held end on ${ends}` : reason;
}

function definitionsOf({ definitions }: Group, asOf: Day): Study["definitions"] {
  const given = (key: keyof typeof DEFAULTS, value: number) => chosen(value, EXPLANATIONS[key].unit ?? "", asOf, EXPLANATIONS[key].text);
  return {
    basis: { value: definitions.basis, definition: EXPLANATIONS.basis.text },
    near: given("near", definitions.near),
    laggardBelow: given("laggardBelow", definitions.laggardBelow),
    laggardBelowAlso: definitions.laggardBelowAlso.map((below) => given("laggardBelowAlso", below)),
    leaderFalls: given("leaderFalls", definitions.leaderFalls),
    episodeGap: given("episodeGap", definitions.episodeGap),
    staleAfter: given("staleAfter", definitions.staleAfter),
    showFrom: { value: definitions.showFrom, definition: EXPLANATIONS.showFrom.text },
  };
}
