import { type Day, toDay } from "../../../market/index.ts";
import { lowerBound } from "../../../num/index.ts";
import { measured, unknown } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Judged, Row } from "../../verdict.ts";
import { RECORD_OF } from "../figures/fieldWord.ts";
import { distinctRows, rowOf } from "../figures/rowOf.ts";
import type { OneAnswer } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { APART, presentSpell } from "./presentSpell.ts";
import { recordsByBasis } from "./recordsByBasis.ts";
import { sinceWhen, yearsBetween } from "./sinceWhen.ts";

/** Whether the present records of a market are its first since the time that is said, on each basis that is held. */
export function recordSince(id: string, claim: ClaimOf<"firstSince">, world: World, until: Day): OneAnswer {
  const { held, needed } = recordsByBasis(world, id, until);
  if (!held) return { judged: [], conventional: true, rows: [], needed };
  const rows: Row[] = [];
  const judged: Judged[] = [];
  for (const { label, field, series, days } of held) {
    const name = RECORD_OF[field];
    const description = {
      unit: "years",
      asOf: until,
      method: "recordHighs",
      definition: `years from the last ${name} before the present spell to its first; ${label}`,
    };
    const spell = presentSpell(
      days.map((day) => lowerBound(series.sessions, day)),
      series.sessions.length - 1,
    );
    if (!spell) {
      const says = days.length === 0 ? `no ${name}` : `no ${name} in the last ${APART} sessions, the last on ${toDay(days.at(-1)!)}`;
      judged.push({ label, verdict: "contradicted", value: unknown(description, says), says });
      continue;
    }
    const dayAt = (position: number) => toDay(series.sessions[position]!);
    const [now, before] = [dayAt(spell.first), spell.before === null ? null : dayAt(spell.before)];
    const verdict = sinceWhen(claim, { now, before, begun: dayAt(0) });
    rows.push(rowOf(series, now), ...(before === null ? [] : [rowOf(series, before)]));
    if (before === null) {
      const says = `${name} of ${now}, none before in the history held, which begins on ${dayAt(0)}`;
      judged.push({ label, verdict, value: unknown(description, says), says });
    } else {
      const years = yearsBetween(before, now);
      const says = `${name} of ${now}, the first in ${years.toFixed(1)} years, since ${before}`;
      judged.push({ label, verdict, value: measured(description, years, [series], { on: before }), says });
    }
  }
  return { judged, conventional: true, rows: distinctRows(rows) };
}
