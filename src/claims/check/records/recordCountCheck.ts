// A file, not the room: what a measure says of itself is said once.
import { measured } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import { daysText } from "../figures/daysText.ts";
import { RECORD_OF } from "../figures/fieldWord.ts";
import { heldIn } from "../figures/heldIn.ts";
import { rowOf } from "../figures/rowOf.ts";
import type { Days } from "../figures/sessionsIn.ts";
import { fits } from "../verdict/fits.ts";
import type { OneAnswer } from "../verdict/forEachSubject.ts";
import { dayBefore, type World } from "../world.ts";
import { answered, type Found, needing } from "./found.ts";
import { highsOf } from "./highsOf.ts";
import { type RecordKept, recordsKept } from "./recordsKept.ts";

type RecordClaim = ClaimOf<"recordSet">;

/** Whether a market set so many records in a period, counted up to the last session before the publication, and where that differs up to the publication's own. */
export function recordCountCheck(claim: RecordClaim, world: World, id: string): OneAnswer {
  const { on } = claim;
  if (!on || on.precision === "day") return needing("the time over which the records are counted: the text names none");
  const [kept] = recordsKept(world, id, claim.basis);
  const before = dayBefore(world);
  const first = count(claim, world, kept!, { first: on.first, last: on.last < before ? on.last : before });
  const found = typeof first === "object" ? [first] : [];
  const published: Days = { first: world.published, last: world.published };
  if (found[0]?.judged.verdict !== "supported" && on.last >= world.published && heldIn(world, kept!, published).held) {
    const also = count(claim, world, { ...kept!, label: `${kept!.label}, with the day of publication` }, { first: on.first, last: world.published });
    if (typeof also === "object") found.push(also);
  }
  return found.length === 0 && typeof first === "string" ? needing(first) : answered(found);
}

function count({ count: said, weeks }: RecordClaim, world: World, kept: RecordKept, days: Days): Found | string {
  const { held, closed, absent } = heldIn(world, kept, days);
  if (absent !== undefined) return absent;
  if (closed !== undefined) return closed;
  const highs = highsOf(held.known, days, weeks).filter(({ isHigh }) => isHigh);
  const what = weeks === null ? RECORD_OF[kept.field] : `${weeks}-week high`;
  const of = `${what}s ${daysText(days)}`;
  const value = measured({ unit: "records", asOf: days.last, method: "recordHighs", definition: `${of}; ${kept.definition}` }, highs.length, [held.known]);
  const last = highs.at(-1);
  const says = `${highs.length} ${highs.length === 1 ? of.replace(`${what}s`, what) : of}`;
  return { judged: { label: kept.label, verdict: fits(said!, highs.length), value, says }, rows: last ? [rowOf(held.known, last.on)] : [] };
}
