import { type Day, dayNumber, type Series, through, toDay } from "../../../market/index.ts";
import { atLeastBelow, drawdowns, lowerBound } from "../../../num/index.ts";
import { recordHighs } from "../../../records/index.ts";
import { measured, unknown } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Judged, Row } from "../../verdict.ts";
import { distinctRows, rowOf } from "../figures/rowOf.ts";
import type { OneAnswer } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { APART, presentSpell } from "./presentSpell.ts";
import { recordsUpTo } from "./recordsUpTo.ts";
import { sinceWhen, yearsBetween } from "./sinceWhen.ts";

// How far below its own record a market must stand for the other to be at a record without it: no convention.
const BELOW = [10, 15, 20, 25, 30] as const; // percent

/** Whether the first of some markets stands at a record without the others for the first time since the time that is said, under each distance. */
export function recordWithoutSince(ids: readonly string[], claim: ClaimOf<"firstSince">, world: World, until: Day): OneAnswer {
  const known = ids.map((id) => recordsUpTo(world, id, "close", { asOf: until }));
  const missing = known.find(({ reason }) => reason !== undefined)?.reason;
  if (missing !== undefined) return { judged: [], conventional: false, rows: [], needed: missing };
  const [first, ...others] = known.flatMap(({ held }) => held ?? []);
  if (!first || others.length === 0) throw new RangeError(`invalid ids: ${ids.join(", ")}`);
  const all = [first.series, ...others.map(({ series }) => series)];
  const begun = toDay(Math.max(...all.map(({ sessions }) => sessions[0]!)));
  const nearest = nearestOf(all.slice(1));
  const found = BELOW.map((below) => {
    const positions = first.days.flatMap((day) => (atLeastBelow(nearest(day), below / 100) ? lowerBound(first.series.sessions, day) : []));
    const spell = presentSpell(positions, first.series.sessions.length - 1);
    const dayAt = (position: number) => toDay(first.series.sessions[position]!);
    return { below, spell: spell && { now: dayAt(spell.first), before: spell.before === null ? null : dayAt(spell.before), begun } };
  });
  return {
    judged: found.map(({ below, spell }): Judged => {
      const label = `without: at least ${below} % below its record close`;
      const definition = `years from the last record close of ${ids[0]} with ${ids.slice(1).join(", ")} at least ${below} % below the record close, to the first of the present spell`;
      const description = { unit: "years", asOf: until, method: "laggardAtRecords", definition };
      if (!spell) {
        const says = `no record close of ${ids[0]} in the last ${APART} sessions with ${ids.slice(1).join(", ")} so far below`;
        return { label, verdict: "contradicted", value: unknown(description, says), says };
      }
      const { now, before } = spell;
      const verdict = sinceWhen(claim, spell);
      if (before === null) {
        const says = `none before ${now} in the history held, which begins on ${begun}`;
        return { label, verdict, value: unknown(description, says), says };
      }
      const years = yearsBetween(before, now);
      return { label, verdict, value: measured(description, years, all, { on: before }), says: `last on ${before}, ${years.toFixed(1)} years before ${now}` };
    }),
    conventional: false,
    rows: distinctRows(found.flatMap(({ spell }) => (spell ? [spell.before ?? [], spell.now].flat().flatMap((day) => rowsOn(day, all)) : []))),
  };
}

/** How far the nearest of some markets stood below its record close on a day; NaN where one holds no close. */
function nearestOf(others: readonly Series[]): (day: number) => number {
  const below = others.map(({ values }) => drawdowns(values));
  return (day) =>
    Math.max(
      ...others.map(({ sessions }, k) => {
        const at = lowerBound(sessions, day);
        return sessions[at] === day ? below[k]![at]! : Number.NaN;
      }),
    );
}

/** The closes of a day, and the records that the others had set by then. */
function rowsOn(day: Day, [first, ...others]: readonly Series[]): Row[] {
  const records = others.flatMap((series) => {
    const record = recordHighs(through(series, dayNumber(day))).at(-1);
    return [rowOf(series, day), ...(record ? [rowOf(series, record.session)] : [])];
  });
  return [rowOf(first!, day), ...records];
}
