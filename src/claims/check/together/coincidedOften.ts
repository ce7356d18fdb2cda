import { type Day, dayNumber, type Field, heldMarket, type Series, toDay } from "../../../market/index.ts";
import { measured, unknown } from "../../../study/measures.ts";
// A file, not the room: the windows of a coincidence are fixed once for all rooms.
import { COINCIDENCE_WINDOWS } from "../../../study/together/coincidenceOf.ts";
import type { Coinciding } from "../../claim.ts";
import type { Judged, Row } from "../../verdict.ts";
import { percentSaid } from "../figures/numberSaid.ts";
import { distinctRows, rowOf } from "../figures/rowOf.ts";
import type { OneAnswer } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { type ClockChoice, clockChoices } from "./clockChoices.ts";
import { recordsUpTo } from "./recordsUpTo.ts";
import { sessionsApart } from "./sessionsApart.ts";
import { yearLows } from "./yearLows.ts";

type Habit = Exclude<Coinciding["often"], "once">;

interface Asked {
  ids: readonly string[];
  on: Coinciding["on"];
  what: Coinciding["what"];
  often: Habit;
}

// Of fewer events a share says nothing.
const LEAST_EVENTS = 5;

/** What share of the highs a word for a habit claims. */
const HOLDS: Readonly<Record<Habit, (share: number) => boolean>> = {
  always: (share) => share >= 0.95,
  usually: (share) => share > 0.5,
  sometimes: (share) => share >= 0.1,
  rarely: (share) => share <= 0.25,
};

/** One market's highs or lows at one clock. */
interface Events {
  id: string; // "BTC"; the market, whatever its clock
  series: Series;
  all: readonly number[]; // day numbers, up to the day judged
  counted: readonly number[]; // of these, those in the time said
}

/** Of how many events of one market another one has an event close by. */
interface Shared {
  of: string;
  with: string;
  hits: number;
  events: number;
}

/**
 * Whether the highs (lows) of some markets come together as often as a word says, at most 0, 5 and 20 sessions apart and at every clock.
 *
 * Sessions are those of the first market that follows an exchange; what a market that trades every day does between two of them counts for both.
 */
export function coincidedOften(asked: Asked, world: World, until: Day): OneAnswer {
  const judged: Judged[] = [];
  const rows: Row[] = [];
  let needed: string | undefined;
  for (const choice of clockChoices(world, asked.ids)) {
    const known = eventsOf(asked, world, choice, until);
    if (typeof known === "string") {
      needed ??= known;
      continue;
    }
    const sessions = exchangeSessions(world, choice, known);
    judged.push(...COINCIDENCE_WINDOWS.map((window) => judge(known, { ...asked, window, sessions, choice, until })));
    rows.push(...known.flatMap(({ series, counted }) => (counted.length === 0 ? [] : [rowOf(series, toDay(counted.at(-1)!))])));
  }
  return { judged, conventional: false, rows: distinctRows(rows), ...(judged.length === 0 ? { needed } : {}) };
}

/** The events of all at the clocks chosen, or what is missing: figures of one, or of the time that is said. */
function eventsOf({ ids, on, what }: Asked, world: World, choice: ClockChoice, until: Day): Events[] | string {
  const field: Field = "close";
  const found: { id: string; series: Series; days: readonly number[] }[] = [];
  for (const [k, id] of choice.ids.entries()) {
    const { held, reason } = recordsUpTo(world, id, field, { asOf: until });
    if (!held) return reason;
    found.push({ id: ids[k]!, series: held.series, days: what === "highs" ? held.days : yearLows(held.series) });
  }
  const begun = Math.max(...found.map(({ series }) => series.sessions[0]!));
  const first = on === null ? begun : dayNumber(on.first);
  // The first days of a year or month may have no session.
  const late = found.find(({ series }) => series.sessions[0]! > first + world.group.definitions.staleAfter);
  if (late) return `closes of ${late.id} from ${toDay(first)} on: those held begin on ${toDay(late.series.sessions[0]!)}`;
  const last = on === null ? Number.POSITIVE_INFINITY : dayNumber(on.last);
  return found.map(({ days, ...one }) => {
    const all = days.filter((day) => day >= begun);
    return { ...one, all, counted: all.filter((day) => day >= first && day <= last) };
  });
}

function exchangeSessions({ markets }: World, { ids }: ClockChoice, events: readonly Events[]): Int32Array {
  const at = ids.findIndex((id) => heldMarket(markets, id)?.instrument.calendar !== "24/7");
  const { sessions, values } = events[Math.max(0, at)]!.series;
  return sessions.filter((_, i) => !Number.isNaN(values[i]));
}

interface Judging extends Asked {
  window: number;
  sessions: Int32Array;
  choice: ClockChoice;
  until: Day;
}

function judge(events: readonly Events[], { what, often, window, sessions, choice, until }: Judging): Judged {
  const shares = events.flatMap((one) => events.flatMap((other) => (one === other ? [] : [sharedWith(one, other, window, sessions)])));
  const name = what === "highs" ? "record closes" : "52-week lows by close";
  const within = window === 0 ? "on the same session" : `within ${window} sessions`;
  const label = [within, choice.says].filter((part) => part !== "").join(", ");
  const ratio = ({ hits, events: count }: Shared) => hits / count;
  // A habit is one of all of them: the market that shares the fewest decides, and of "rarely" the one that shares the most.
  const deciding = shares.reduce((worst, one) => ((often === "rarely" ? ratio(one) > ratio(worst) : ratio(one) < ratio(worst)) ? one : worst));
  const definition = `${often === "rarely" ? "largest" : "smallest"} share of one market's ${name} with one of another ${within}; ${events.map(({ id }) => id).join(", ")}${choice.says === "" ? "" : `; ${choice.says}`}`;
  const description = { unit: "ratio", asOf: until, method: "coincidence", definition };
  const few = shares.find(({ events: count }) => count < LEAST_EVENTS);
  if (few) {
    const says = `${few.events} ${name} of ${few.of}: of fewer than ${LEAST_EVENTS} no share is taken`;
    return { label, verdict: "not-checkable", value: unknown(description, says), says };
  }
  return {
    label,
    verdict: shares.every((one) => HOLDS[often](ratio(one))) ? "supported" : "contradicted",
    value: measured(
      description,
      ratio(deciding),
      events.map(({ series }) => series),
      { n: deciding.events },
    ),
    says: shares.map((one) => `${one.hits} of ${one.events} ${name} of ${one.of} (${percentSaid(ratio(one), 0.1)}) with one of ${one.with}`).join(", "),
  };
}

function sharedWith(one: Events, other: Events, window: number, sessions: Int32Array): Shared {
  const hits = one.counted.filter((day) => other.all.some((beside) => sessionsApart(sessions, day, beside) <= window)).length;
  return { of: one.id, with: other.id, hits, events: one.counted.length };
}
