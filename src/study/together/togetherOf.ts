import { type Day, type Gauge, type Markets, type Measure, type Unit } from "../../market/index.ts";
import { recordIndices, windowRecords } from "../../num/index.ts";
import type { Group } from "../group.ts";
import { type Description, measured, unknown, withClocks } from "../measures.ts";
import type { MembersBelow } from "../membersBelow.ts";
import type { Pair } from "../pair.ts";
import { coincidenceOf, type Say } from "./coincidenceOf.ts";
import { correlationOf, leadLagOf } from "./correlationOf.ts";
import { phasesOf } from "./phasesOf.ts";
import { returnsOf } from "./returns.ts";
import { rollingOf } from "./rollingOf.ts";
import type { Together } from "./schema.ts";
import { type SharedView, sharedViews } from "./sharedView.ts";
import { stepsOf } from "./stepsOf.ts";

/** Whether the pair is in lockstep, under every clock held, and who of the group is out of step. */
export function togetherOf(markets: Markets, group: Group, asOf: Day, { pair, below }: { pair: Pair; below: MembersBelow }): Together {
  const { leader, laggard } = pair;
  const steps = stepsOf(below, group, asOf);
  if (laggard === null || !pair.known) return { leader, laggard, reason: pair.reason ?? "no pair", allTime: null, clocks: [], unknownClocks: [], steps };
  const views = sharedViews(markets, group, laggard, { asOf, staleAfter: group.definitions.staleAfter });
  const first = views[0]?.view.held;
  return {
    leader,
    laggard,
    allTime: first ? allTime(pair.known, first, group, asOf) : null,
    clocks: views.flatMap(({ view }) => (view.held ? [clockOf(view.held, { group, laggard, asOf })] : [])),
    unknownClocks: views.flatMap(({ clocks, view }) => (view.held ? [] : [{ clocks, reason: view.reason }])),
    steps,
  };
}

function clockOf(view: SharedView, { group, laggard, asOf }: { group: Group; laggard: string; asOf: Day }): Together["clocks"][number] {
  const { highWindow, episodeGap, correlationWindow, maxLag } = group.definitions;
  const say = sayOf(view, asOf, `needs more than ${highWindow} shared sessions with such highs or lows of both, or as many returns`);
  // The window is full from here on: before, nothing can be a high.
  const sessions = Math.max(0, view.sessions.length - highWindow);
  const events = (values: Float64Array, of: "highs" | "lows") => windowRecords(values, { window: highWindow, of }).map((at) => at - highWindow);
  const block = (of: "highs" | "lows") =>
    coincidenceOf(
      {
        // A low of the session's high would be no low: lows are those of the level.
        leader: events(of === "highs" ? view.leader.record : view.leader.level, of),
        laggard: events(of === "highs" ? view.laggard.record : view.laggard.level, of),
        sessions: Math.max(1, sessions),
        what: `${highWindow}-session ${of}`,
        gap: episodeGap,
        asOf,
      },
      say,
    );
  const returns = returnsOf(view, correlationWindow);
  return {
    clocks: view.clocks,
    laggardClock: view.laggardClock,
    sessions: say("sessions", "windowRecords", `shared sessions on which there could be a ${highWindow}-session high of both`, sessions),
    highs: block("highs"),
    lows: block("lows"),
    phases: phasesOf(view, { leader: group.leader, laggard, asOf }, say),
    correlation: correlationOf(returns, say),
    rolling: rollingOf(view, returns, asOf),
    leadLag: leadLagOf(returns, maxLag, say),
  };
}

/** All-time records of both on shared sessions: what commentators count, shown without a test. */
function allTime(known: { leader: Gauge; laggard: Gauge }, view: SharedView, group: Group, asOf: Day): Together["allTime"] {
  const on = new Map([...view.sessions].map((session, at) => [session, at]));
  const records = (side: "leader" | "laggard") => {
    const { record } = known[side];
    return recordIndices(record.values).flatMap((index) => on.get(record.sessions[index]!) ?? []);
  };
  const say = sayOf(view, asOf, "no such record on a shared session");
  const untested = sayOf(view, asOf, "all-time records are shown, not tested");
  const shown: Say = (unit, method, definition, value) =>
    unit === "probability" || unit === "windows" ? untested(unit, method, definition, Number.NaN) : say(unit, method, definition, value);
  return coincidenceOf(
    {
      leader: records("leader"),
      laggard: records("laggard"),
      sessions: view.sessions.length,
      what: "all-time records",
      gap: group.definitions.episodeGap,
      asOf,
    },
    shown,
  );
}

function sayOf(view: SharedView, asOf: Day, reason: string): Say {
  return (unit: Unit, method: string, definition: string, value: number, n?: number): Measure => {
    const description: Description = withClocks({ unit, asOf, method, definition }, view.clocks);
    if (!Number.isFinite(value)) return unknown(description, reason);
    return measured(description, value, view.from, { dropped: view.dropped, ...(n === undefined ? {} : { n }) });
  };
}
