import { type Day, type Markets, type Measure, toDay } from "../../market/index.ts";
import { seeded } from "../../num/index.ts";
import { FOMC_BEGINS, type Meeting, policyEras, rateSensitivity, SLOPE_STEP } from "../../rates/index.ts";
import type { Group } from "../group.ts";
import { chosen } from "../measures.ts";
import type { MacroFigures } from "./figures.ts";
import { knownReading, PERCENT } from "./knownReading.ts";
import { meetingDaysOf } from "./meetingDaysOf.ts";
import { rollingOf } from "./rollingOf.ts";
import type { Macro } from "./schema.ts";
import { type Member, memberOf } from "./sensitiveMember.ts";
import { bothMeasures, hacMeasure, LEAST_CHANGES, type SlopeAbout } from "./slopeMeasures.ts";

type Sensitivity = Macro["sensitivity"];

const YIELD = "DGS2";
const WITHIN = 7; // days
const LEVEL = 0.95;
const REPS = 399;

/** How the members move with the two-year yield, by era of policy, on decision days, and over a rolling year. */
export function sensitivityOf(
  macro: MacroFigures,
  meetings: readonly Meeting[],
  { markets, group, asOf }: { markets: Markets; group: Group; asOf: Day },
): Sensitivity {
  const yields = knownReading(macro, [YIELD], { asOf, within: WITHIN, possible: PERCENT });
  if (!yields.held) return nothing(yields.reason, group, asOf);
  const found = group.members.map((id) => memberOf(markets, id, yields.held, group, asOf));
  const members = found.flatMap((one) => ("changes" in one ? [one] : []));
  const unknownMarkets = found.flatMap((one) => ("changes" in one ? [] : [one]));
  if (members.length === 0) return { ...nothing("no member has returns beside the yield", group, asOf), unknownMarkets };
  const { sizes } = group;
  const [small, large] = [members.find(({ market }) => market === sizes?.small), members.find(({ market }) => market === sizes?.large)];
  const pair = small && large && { small, large };
  const from = toDay(Math.min(...members.map(({ changes }) => changes.since[0]!)));
  // What a decision that is not held did to the direction nobody knows: the eras end before it.
  const unheld = meetings.find(({ kind, status }) => kind === "scheduled" && status === "unknown")?.day ?? asOf;
  const moves = meetings.flatMap(({ day, changeBp }) => (changeBp === null ? [] : [{ day, changeBp }]));
  const lastDay = toDay(yields.held.sessions.at(-1)!);
  // An era that began after the last yield that was public holds no change yet.
  const eras = policyEras([{ day: FOMC_BEGINS.cutOn, changeBp: -1 }, ...moves], { from, to: unheld }).filter((era) => era.from <= lastDay);
  const options = { eras, ...(pair ? { pair: sizes! } : {}), level: LEVEL, reps: REPS };
  const daily = rateSensitivity({ ...options, changes: members.map(({ changes }) => changes), every: "day", uniform: seeded(group.definitions.seed) });
  const weekly = pair
    ? rateSensitivity({ ...options, changes: [pair.small.changes, pair.large.changes], every: "week", uniform: seeded(group.definitions.seed, 1) })
    : undefined;
  const spans = [...daily.eras, { direction: "all" as const, ...daily.whole }];
  const weeks = weekly && [...weekly.eras, weekly.whole];
  return {
    yield: YIELD,
    step: stepOf(asOf),
    pair: sizes ? { ...sizes } : null,
    spans: spans.map((span, k) => {
      const [begin, end] = [span.from ?? from, span.to === null || span.to > lastDay ? lastDay : span.to];
      const about = (what: string, of: readonly Member[]): SlopeAbout => ({
        what,
        from: begin,
        to: end,
        asOf,
        series: [...of.map(({ series }) => series), yields.held],
      });
      const two = (what: string) => about(what, pair ? [pair.small, pair.large] : []);
      return {
        direction: span.direction,
        begunBefore: span.direction !== "all" && begin === from && !moves.some(({ day }) => day === begin),
        from: begin,
        to: end,
        markets: span.markets.map((one, i) => ({
          market: one.market,
          clock: members[i]!.clock,
          slope: hacMeasure(one, { ...about(one.market, [members[i]!]), leftOut: span.direction === "all" ? members[i]!.changes.leftOut : 0 }),
        })),
        pair:
          span.pair && weeks
            ? {
                difference: bothMeasures(span.pair.difference, REPS, two("small less large caps")),
                average: bothMeasures(span.pair.average, REPS, two("the average of small and large caps")),
                ...(span.pair.difference.n < LEAST_CHANGES
                  ? { behindAsYieldsRise: "not told apart" as const, answer: "not told apart" as const }
                  : { behindAsYieldsRise: span.pair.behindAsYieldsRise, answer: span.pair.answer }),
                weekly: {
                  difference: bothMeasures(weeks[k]!.pair!.difference, REPS, two("small less large caps, summed over weeks")),
                  answer: weeks[k]!.pair!.difference.n < LEAST_CHANGES ? ("not told apart" as const) : weeks[k]!.pair!.answer,
                },
              }
            : null,
      };
    }),
    meetingDays: meetingDaysOf(members, pair, { yields: yields.held, meetings, asOf, level: LEVEL }),
    unknownMarkets,
    rolling: pair ? rollingOf(pair, yields.held, asOf) : null,
  };
}

function stepOf(asOf: Day): Measure {
  return chosen(SLOPE_STEP, "bp", asOf, "the step of the yield that slopes are scaled to", "fixed");
}

function nothing(reason: string, { sizes }: Group, asOf: Day): Sensitivity {
  return {
    reason,
    yield: YIELD,
    step: stepOf(asOf),
    pair: sizes ? { ...sizes } : null,
    spans: [],
    meetingDays: { markets: [], difference: null },
    unknownMarkets: [],
    rolling: null,
  };
}
