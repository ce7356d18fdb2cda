import { type Day, dayNumber, type Field, type Series, toDay } from "../../../market/index.ts";
// A file, not the room: it says for all rooms when figures are too old to speak of a day.
import { type Known, knownSeries } from "../../../study/known.ts";
import { measured } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Judged, Row } from "../../verdict.ts";
import { daysText } from "../figures/daysText.ts";
import { RECORD_OF } from "../figures/fieldWord.ts";
import { isClosed } from "../figures/heldIn.ts";
import { inDays } from "../figures/inDays.ts";
import type { Stretch } from "../figures/nearPeriod.ts";
import { distinctRows, rowOf } from "../figures/rowOf.ts";
import { sessionsIn } from "../figures/sessionsIn.ts";
import { stretchOf } from "../figures/stretchOf.ts";
import { extremeOf } from "../records/extremeOf.ts";
import type { OneAnswer } from "../verdict/forEachSubject.ts";
import { gravest } from "../verdict/gravest.ts";
import type { World } from "../world.ts";
import { type ClockChoice, clockChoices } from "./clockChoices.ts";
import { recordsUpTo } from "./recordsUpTo.ts";

// How far around an occasion a low must be the lowest to be a low point.
const AROUND = 30; // days

interface Asked {
  ids: readonly string[];
  on: ClaimOf<"coincidence">["on"];
  what: ClaimOf<"coincidence">["what"];
}

/** One market's events of one kind, and where they are to lie. */
interface Events {
  id: string; // "BTC"; the market, whatever its clock
  series: Series;
  days: readonly number[];
  stretch: Stretch;
}

/** Whether each of some markets has a record, or its low point, on one occasion. */
export function coincidedOnce(asked: Asked, world: World, until: Day): OneAnswer {
  const { what } = asked;
  const choices = clockChoices(world, asked.ids);
  const definitions: { label: string; field: Field; choice: ClockChoice }[] = [
    { label: labelOf("close", choices[0]!), field: "close", choice: choices[0]! },
    { label: "intraday", field: what === "highs" ? "high" : "low", choice: choices[0]! },
    ...choices.slice(1).map((choice) => ({ label: labelOf("close", choice), field: "close" as Field, choice })),
  ];
  const found = definitions.map(({ label, field, choice }) => ({ label, field, answer: eventsOf(asked, world, { field, choice, until }) }));
  const [conventional] = found;
  if (conventional?.answer.reason !== undefined) return { judged: [], conventional: true, rows: [], needed: conventional.answer.reason };
  const held = found.flatMap(({ label, field, answer }) => (answer.held ? { label, field, events: answer.held } : []));
  return {
    judged: held.map(({ label, field, events }) => judge(events, { label, field, what, asOf: knownBy(asked.on, world, until) })),
    conventional: true,
    rows: distinctRows(held.flatMap(({ events }) => events.flatMap(rowsOf))),
  };
}

function labelOf(word: string, { says }: ClockChoice): string {
  return says === "" ? word : `${word}, ${says}`;
}

function eventsOf({ ids, on, what }: Asked, world: World, { field, choice, until }: { field: Field; choice: ClockChoice; until: Day }): Known<Events[]> {
  const all: Events[] = [];
  for (const [k, id] of choice.ids.entries()) {
    const asOf = knownBy(on, world, until);
    const known = recordsUpTo(world, id, field, { asOf, staleAfter: Number.POSITIVE_INFINITY });
    const there = knownSeries(world.markets, id, field, { asOf: until, staleAfter: world.group.definitions.staleAfter });
    if (!known.held) return known;
    if (!there.held) return there;
    const stretch = stretchOf(on, there.held, until);
    if (sessionsIn(there.held, stretch).values.every(Number.isNaN) && !isClosed(world, id, stretch)) {
      return { reason: `${field} of ${id} ${daysText(stretch)}: none is held` };
    }
    const { series } = known.held;
    all.push({ id: ids[k]!, series, stretch, days: what === "highs" ? known.held.days : lowest(series, stretch) });
  }
  return { held: all };
}

/** What comes close to an occasion that is over may lie after it: it decides as far as it was public. */
function knownBy(on: Asked["on"], { published }: World, until: Day): Day {
  return on !== null && on.last < published ? published : until;
}

function lowest(series: Series, { first, last }: Stretch): number[] {
  const around = { first: toDay(dayNumber(first) - AROUND), last: toDay(dayNumber(last) + AROUND) };
  const found = extremeOf(sessionsIn(series, around), "lowest");
  return found ? [dayNumber(found.on)] : [];
}

function judge(events: readonly Events[], { label, field, what, asOf }: { label: string; field: Field; what: Asked["what"]; asOf: Day }): Judged {
  const fitted = events.map(({ days, stretch }) => inDays(days, stretch));
  const name = what === "highs" ? RECORD_OF[field] : `lowest ${field === "close" ? "close" : "price"}`;
  const says = events.map(({ id, stretch }, k) => {
    const { verdict, on } = fitted[k]!;
    if (verdict === "supported") return `${id}: ${name} of ${on}`;
    return `${id}: no ${name} ${daysText(stretch)}${on === null ? "" : `, the nearest is of ${on}`}`;
  });
  const definition = `${what === "highs" ? `${name}s` : name} of each market ${daysText(events[0]!.stretch)}: the fewest that any of them has; ${label}`;
  const fewest = Math.min(...fitted.map(({ within }) => within));
  return {
    label,
    verdict: gravest(fitted.map(({ verdict }) => verdict)) ?? "supported",
    value: measured(
      { unit: what === "highs" ? "records" : "sessions", asOf, method: what === "highs" ? "recordHighs" : "trough", definition },
      fewest,
      events.map(({ series }) => series),
    ),
    says: says.join("; "),
  };
}

function rowsOf({ series, days, stretch }: Events): Row[] {
  const { on } = inDays(days, stretch);
  return on === null ? [] : [rowOf(series, on)];
}
