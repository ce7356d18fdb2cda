import { span } from "../../../market/index.ts";
// A file, not the room: what a measure says of itself is said once.
import { measured } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import { FIELD_WORD, RECORD_OF } from "../figures/fieldWord.ts";
import { rowOf } from "../figures/rowOf.ts";
import { seriesUpTo } from "../figures/subjectHeld.ts";
import type { OneAnswer } from "../verdict/forEachSubject.ts";
import { dayBefore, type World } from "../world.ts";
import { answered, type Found, needing } from "./found.ts";
import { highsOf } from "./highsOf.ts";
import { recordsKept } from "./recordsKept.ts";

/** Whether so many sessions in a row set records, the last of them on the day that is said, or else the last before the publication. */
export function recordRunCheck({ on, basis, count }: ClaimOf<"recordSet">, world: World, id: string): OneAnswer {
  const until = on === null ? dayBefore(world) : on.last < world.published ? on.last : world.published;
  const found = recordsKept(world, id, basis).flatMap((kept): Found[] => {
    const series = seriesUpTo(world, kept.id, kept.field, until);
    const days = series && span(series);
    if (!days) return [];
    const run = runUpTo(highsOf(series, { first: days.from, last: until }, null));
    const value = measured(
      { unit: "sessions", asOf: until, method: "recordHighs", definition: `sessions in a row, up to the last, whose ${FIELD_WORD[kept.field]} is a record` },
      run,
      [series],
      { on: days.to },
    );
    const says = `${run} ${RECORD_OF[kept.field]}${run === 1 ? "" : "s"} in a row up to ${days.to}`;
    // A count in a row is exact: the third is not loosely the second.
    const verdict = run === count!.value ? "supported" : "contradicted";
    return [{ judged: { label: kept.label, verdict, value, says }, rows: [rowOf(series, days.to)] }];
  });
  return found.length > 0 ? answered(found) : needing(`closes of ${id} up to ${until}`);
}

function runUpTo(tried: readonly { isHigh: boolean }[]): number {
  const last = tried.findLastIndex(({ isHigh }) => !isHigh);
  return tried.length - 1 - last;
}
