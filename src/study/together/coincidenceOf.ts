import { coincidence, episodesShared, independentShifts, type TwoEvents } from "../../lockstep/index.ts";
import type { Day, Measure, Unit } from "../../market/index.ts";
import { chosen } from "../measures.ts";
import type { Together } from "./schema.ts";

/** Fixed before any figure was looked at: the same session, a week, a month. */
export const COINCIDENCE_WINDOWS = [0, 5, 20] as const;

const SIGNIFICANT = 0.05;

// Fewer carry no percentage.
const LEAST_EVENTS = 5;

/** Says a number of the two event lists; NaN is unknown. */
export type Say = (unit: Unit, method: string, definition: string, value: number, n?: number) => Measure;

type Block = Together["clocks"][number]["highs"];

/** Events of both on shared sessions: how many, how often together within each window, and in how many episodes. */
export function coincidenceOf(
  { leader, laggard, sessions, what, gap, asOf }: { leader: number[]; laggard: number[]; sessions: number; what: string; gap: number; asOf: Day },
  say: Say,
): Block {
  const windows = COINCIDENCE_WINDOWS.map((window) => windowOf({ a: leader, b: laggard, sessions, window }, { what, asOf }, say));
  const pValues = windows.flatMap(({ pValue }) => pValue.value ?? []);
  const episodes = episodesShared({ a: leader, b: laggard, gap, window: gap });
  return {
    leader: say("records", "coincidence", `${what} of the leader`, leader.length),
    laggard: say("records", "coincidence", `${what} of the laggard, on sessions of the leader`, laggard.length),
    windows,
    beyond: say(
      "windows",
      "coincidence",
      "windows in which p is at most 0.05",
      pValues.length === 0 ? Number.NaN : pValues.filter((p) => p <= SIGNIFICANT).length,
      windows.length,
    ),
    episodes: {
      leader: say("episodes", "episodesShared", `runs of ${what} of the leader at most ${gap} sessions apart`, episodes.a.episodes),
      leaderShared: say("episodes", "episodesShared", `of these, runs with one of the laggard at most ${gap} sessions outside`, episodes.a.shared),
      laggard: say("episodes", "episodesShared", `runs of ${what} of the laggard at most ${gap} sessions apart`, episodes.b.episodes),
      laggardShared: say("episodes", "episodesShared", `of these, runs with one of the leader at most ${gap} sessions outside`, episodes.b.shared),
    },
  };
}

function windowOf(events: TwoEvents, { what, asOf }: { what: string; asOf: Day }, say: Say): Block["windows"][number] {
  const { a, b, window } = events;
  const found = coincidence(events);
  const within = `one of the other market at most ${window} sessions away`;
  return {
    window: chosen(window, "sessions", asOf, "sessions to either side, fixed in advance", "fixed"),
    hits: say("records", "coincidence", `${what} of the leader with ${within}`, found.hits.a),
    leaderRate: say("ratio", "coincidence", `share of the leader's ${what} with ${within}`, a.length < LEAST_EVENTS ? Number.NaN : found.rate.a),
    laggardRate: say("ratio", "coincidence", `share of the laggard's ${what} with ${within}`, b.length < LEAST_EVENTS ? Number.NaN : found.rate.b),
    expected: say("records", "coincidence", "mean of the hits over all circular shifts of one market against the other", found.expected),
    lift: say("ratio", "coincidence", "hits over expected hits", found.hits.a / found.expected),
    pValue: say(
      "probability",
      "coincidence",
      `share of all ${found.shifts} circular shifts with at least as many hits: one-sided, none left out, never below one over the shifts`,
      a.length === 0 || b.length === 0 ? Number.NaN : found.pValue,
    ),
    independent: say("records", "independentShifts", "how many of the shifts are worth as independent ones", independentShifts(events)),
  };
}
