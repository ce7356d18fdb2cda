import { type LaggardAtRecord, laggardAtRecords } from "../lockstep/index.ts";
import type { Day, Measure, State, Unit } from "../market/index.ts";
import { recordEpisodes, recordHighs } from "../records/index.ts";
import type { Group } from "./group.ts";
import { type Description, unknown } from "./measures.ts";
import { measuredOfPair, type Pair } from "./pair.ts";
import type { Study } from "./schema.ts";

type AtLeaderRecords = Study["atLeaderRecords"];

/** How the laggard stood at each record of the leader: counts over the whole shared history, and episode by episode since `shownFrom`. */
export function atLeaderRecords(pair: Pair, group: Group, asOf: Day, shownFrom: Day): AtLeaderRecords {
  const { near, episodeGap } = group.definitions;
  const { leader, laggard, known } = pair;
  const { days, missing } = known ? laggardAtRecords({ ...known, near }) : { days: [], missing: 0 };
  const say = (unit: Unit, definition: string, value: number | undefined, on?: Day): Measure => {
    const description: Description = { unit, asOf, method: "laggardAtRecords", definition };
    if (value === undefined) return unknown(description, pair.reason ?? `no value of ${laggard} on these days`);
    return measuredOfPair(pair, description, value, { on, missing });
  };
  const count = (state: State | undefined, definition: string): Measure =>
    say("records", definition, days.filter((one) => state === undefined || one.state === state).length);
  const laggardRecords = known ? recordHighs(known.laggard.record) : [];
  const episodes = known ? recordEpisodes(recordHighs(known.leader.record), { gap: episodeGap }) : [];
  const begun = laggardRecords[0]?.historyFrom ?? "";
  return {
    leader,
    laggard,
    leaderRecords: count(undefined, "records of the leader on days with a value of the laggard"),
    record: count("record", "of these, days on which the laggard set a record too"),
    near: count("near", "of these, days on which the laggard was near its record"),
    apart: count("apart", "of these, days on which the laggard was apart from its record"),
    episodes: episodes
      .filter(({ to, from }) => to >= shownFrom && from >= begun)
      .map(({ from, to, records }) => {
        // A first day without a value stays unknown: the next record's distance is not the first one's.
        const start = days.find(({ session }) => session === from);
        const within = days.filter(({ session }) => session >= from && session <= to);
        const nearest = within.reduce<LaggardAtRecord | undefined>((best, one) => (best && best.distance >= one.distance ? best : one), undefined);
        const shared = laggardRecords.filter(({ session }) => session >= from && session <= to).length;
        return {
          from,
          to,
          leaderRecords: say("records", "records of the leader in the episode", records),
          laggardAtStart: say("ratio", "laggard's distance from its record on the episode's first day", start?.distance, start?.session),
          laggardNearest: say("ratio", "laggard's smallest distance from its record on the episode's record days", nearest?.distance, nearest?.session),
          laggardRecords: say("records", "records of the laggard from the episode's first day to its last", shared),
        };
      }),
  };
}
