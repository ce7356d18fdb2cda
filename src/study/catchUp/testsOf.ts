import { type CatchUpTrial, type LaggardPath, leaderShift } from "../../lag/index.ts";
import type { Day, Unit } from "../../market/index.ts";
import { poissonBinomialTest, windowRecords } from "../../num/index.ts";
import type { Group } from "../group.ts";
import { chosen } from "../measures.ts";
import type { Pair } from "../pair.ts";
import type { SayPair } from "./sayPair.ts";
import type { CatchUp } from "./schema.ts";

interface Tested {
  counted: readonly CatchUpTrial[];
  pair: Pair;
  path: LaggardPath | undefined;
  group: Group;
  until: number;
  asOf: Day;
}

/** Tests of the counted cases against their base rates, and of the leader's highs against its own shifts. */
export function testsOf({ counted, pair, path, group, until, asOf }: Tested, say: SayPair): CatchUp["tests"] {
  const { laggardBelow, horizon, highWindow } = group.definitions;
  const against = (what: string, trials: readonly { outcome: number; probability: number }[]): CatchUp["tests"]["matched"] => {
    const n = trials.length;
    const found = poissonBinomialTest({
      successes: trials.reduce((sum, { outcome }) => sum + outcome, 0),
      probabilities: trials.map(({ probability }) => probability),
    });
    const one = (definition: string, value: number) =>
      say("probability", "poissonBinomialTest", `${definition}, ${what}`, n === 0 ? Number.NaN : value, { n, reason: "no case that can be counted" });
    return {
      expected: say("cases", "poissonBinomialTest", `catch-ups expected, ${what}`, n === 0 ? Number.NaN : found.expected, {
        n,
        reason: "no case that can be counted",
      }),
      pValue: one("probability of at least as many catch-ups", found.upper),
      twoSided: one("twice the smaller tail", found.twoSided),
      attainable: one("the smallest probability that any outcome could have had", found.attainable),
    };
  };
  const shift = shiftOf({ pair, path, below: -Math.log1p(-laggardBelow), days: horizon, until, highWindow });
  const shifted = (unit: Unit, definition: string, value: number | undefined) =>
    say(unit, "leaderShift", definition, value ?? Number.NaN, { reason: "no high of the leader with the laggard so far below, followed to the horizon" });
  return {
    matched: against(
      "each case with its own base rate",
      counted.map(({ outcome, base }) => ({ outcome, probability: base })),
    ),
    randomWalk: against(
      "each case as a random walk without drift",
      counted.filter(({ randomWalk }) => !Number.isNaN(randomWalk)).map(({ outcome, randomWalk }) => ({ outcome, probability: randomWalk })),
    ),
    leaderShift: {
      horizon: chosen(horizon, "days", asOf, "calendar days"),
      days: shifted("sessions", `${highWindow}-session highs of the leader with the laggard so far below, followed to the horizon; they overlap`, shift?.days),
      share: shifted("ratio", "share of these with a record of the laggard within the horizon", shift?.share),
      expected: shifted("ratio", "mean of that share over all circular shifts of the leader against the laggard", shift?.expected),
      pValue: shifted("probability", `share of ${shift?.shifts ?? 0} circular shifts of the leader that reach it: one-sided, none left out`, shift?.pValue),
      independent: shifted("records", "how many of the shifts are worth as independent ones", shift?.effective),
    },
  };
}

function shiftOf({
  pair,
  path,
  below,
  days,
  until,
  highWindow,
}: {
  pair: Pair;
  path: LaggardPath | undefined;
  below: number;
  days: number;
  until: number;
  highWindow: number;
}): ReturnType<typeof leaderShift> {
  if (!pair.known || !path) return undefined;
  const { leader } = pair.known;
  const begun = path.sessions[0]!;
  // From where the window of the leader is full: before, no shift could have come from anywhere.
  const first = Math.max(
    highWindow,
    leader.record.sessions.findIndex((session) => session >= begun),
  );
  const highs = windowRecords(leader.record.values, { window: highWindow }).filter((at) => at >= first);
  return leaderShift({ path, sessions: leader.record.sessions.subarray(first), highs: highs.map((at) => at - first), below, days, until });
}
