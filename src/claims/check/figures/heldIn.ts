import { COVERED, type Day, dayNumber, type Field, heldMarket, type Series, sessionsBetween } from "../../../market/index.ts";
// A file, not the room: it says for all rooms when figures are too old to speak of a day.
import { knownSeries } from "../../../study/known.ts";
import type { World } from "../world.ts";
import { daysText } from "./daysText.ts";
import { FIELD_WORD } from "./fieldWord.ts";
import { type Days, sessionsIn } from "./sessionsIn.ts";

/** What is held of some days: the sessions in them, with all that was known before; that there was no session; or what is missing. */
type HeldIn =
  | { held: { within: Series; known: Series }; closed?: never; absent?: never }
  | { closed: string; held?: never; absent?: never }
  | { absent: string; held?: never; closed?: never };

/**
 * The figures of one field of a market in some days, as far as they lie before the end of the day of publication.
 *
 * A day on which the market was closed is told from one whose figure is missing: the first says something, the second nothing.
 */
export function heldIn(world: World, { id, field }: { id: string; field: Field }, { first, last }: Days): HeldIn {
  const { markets, published, group } = world;
  if (first > published) return { absent: `figures ${daysText({ first, last })}: that is after the publication` };
  const days = { first, last: last < published ? last : published };
  if (isClosed(world, id, days)) return { closed: `no session ${daysText(days)}` };
  const { held: known, reason } = knownSeries(markets, id, field, { asOf: days.last, staleAfter: group.definitions.staleAfter });
  const within = known && sessionsIn(known, days);
  if (known && within?.values.some((value) => !Number.isNaN(value))) return { held: { within, known } };
  return { absent: `${FIELD_WORD[field]} of ${id} ${daysText(days)}: ${reason ?? "none is held"}` };
}

/** Whether the calendar of a market has no session in some days; what a calendar does not cover nobody knows. */
export function isClosed({ markets }: Pick<World, "markets">, id: string, { first, last }: { first: Day; last: Day }): boolean {
  const calendar = heldMarket(markets, id)?.instrument.calendar;
  const [from, to] = [dayNumber(first), dayNumber(last)];
  if (calendar === undefined || calendar === "24/7" || from < COVERED.from || to > COVERED.to) return false;
  return sessionsBetween(calendar, from, to).length === 0;
}
