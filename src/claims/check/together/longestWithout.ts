import { type Day, dayNumber, toDay } from "../../../market/index.ts";
import { measured } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Judged, Row } from "../../verdict.ts";
import { RECORD_OF } from "../figures/fieldWord.ts";
import { distinctRows, rowOf } from "../figures/rowOf.ts";
import type { OneAnswer } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { recordsByBasis } from "./recordsByBasis.ts";
import { sinceWhen } from "./sinceWhen.ts";

/** Whether a market has been without a record for longer than at any time since the time that is said, on each basis that is held. */
export function longestWithout(id: string, claim: ClaimOf<"firstSince">, world: World, until: Day): OneAnswer {
  const { held, needed } = recordsByBasis(world, id, until);
  if (!held) return { judged: [], conventional: true, rows: [], needed };
  const rows: Row[] = [];
  const judged: Judged[] = [];
  for (const { label, field, series, days } of held) {
    const [begun, now] = [series.sessions[0]!, series.sessions.at(-1)!];
    // A market below its first value has been without a record for as long as it is held.
    const stretches = [begun, ...days].map((from, k) => ({ from, to: days[k] ?? now }));
    const present = stretches.pop()!;
    const length = present.to - present.from;
    const longer = stretches.findLast(({ from, to }) => to - from >= length);
    const name = RECORD_OF[field];
    const definition = `days since the last ${name}, against those between any two before; ${label}`;
    const before = longer === undefined ? null : toDay(nearestDay(longer, claim.since));
    const earlier = longer === undefined ? "never longer in the history held" : `longer before, from ${toDay(longer.from)} to ${toDay(longer.to)}`;
    rows.push(rowOf(series, toDay(present.from)));
    judged.push({
      label,
      verdict: length === 0 ? "contradicted" : sinceWhen(claim, { before, begun: toDay(begun), now: toDay(now) }),
      value: measured({ unit: "days", asOf: until, method: "recordHighs", definition }, length, [series], { on: toDay(present.from) }),
      says: `${length} days since the ${name} of ${toDay(present.from)}, ${earlier}`,
    });
  }
  return { judged, conventional: true, rows: distinctRows(rows) };
}

/** The day of a stretch that counts as when it last was so: the one nearest to the time said, or else its end. */
function nearestDay({ from, to }: { from: number; to: number }, since: ClaimOf<"firstSince">["since"]): number {
  return since === null ? to : Math.min(Math.max(from, dayNumber(since.first)), to);
}
