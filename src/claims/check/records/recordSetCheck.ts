import { type Day, dayNumber, quoted, type Series, span, toDay } from "../../../market/index.ts";
// A file, not the room: what a measure says of itself is said once.
import { measured } from "../../../study/measures.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Period } from "../../mention.ts";
import type { Answer, Judged } from "../../verdict.ts";
import { daysText } from "../figures/daysText.ts";
import { FIELD_WORD, RECORD_OF } from "../figures/fieldWord.ts";
import { heldIn } from "../figures/heldIn.ts";
import { endNamed, nearPeriod, type Stretch } from "../figures/nearPeriod.ts";
import { percentSaid } from "../figures/numberSaid.ts";
import { rowOf } from "../figures/rowOf.ts";
import { seriesUpTo } from "../figures/subjectHeld.ts";
import { forEachSubject, type OneAnswer } from "../verdict/forEachSubject.ts";
import { dayBefore, type World } from "../world.ts";
import { answered, type Found, needing, onPublication } from "./found.ts";
import { bestTry, type HighTried, ratioOf } from "./highsOf.ts";
import { recordCountCheck } from "./recordCountCheck.ts";
import { recordRunCheck } from "./recordRunCheck.ts";
import { type RecordKept, recordsKept } from "./recordsKept.ts";

type RecordClaim = ClaimOf<"recordSet">;

/** Whether a record high was set when a claim says so: by close, or as the claim itself says, and under every other definition held. */
export function recordSetCheck(claim: RecordClaim, world: World): Answer {
  return forEachSubject(claim.subjects, world, (id) =>
    claim.count ? (claim.straight ? recordRunCheck(claim, world, id) : recordCountCheck(claim, world, id)) : recordOf(claim, world, id),
  );
}

function recordOf(claim: RecordClaim, world: World, id: string): OneAnswer {
  const kept = recordsKept(world, id, claim.basis);
  const tried = kept.map((one) => judge(claim, world, one, claim.on ? askedIn(claim, claim.on, world) : lastDay(world, one, id)));
  const [conventional] = tried;
  if (typeof conventional === "string") return needing(conventional);
  const found = tried.filter((one): one is Found => typeof one === "object");
  if (claim.on === null && conventional?.judged.verdict !== "supported") found.push(...tryPublication(claim, world, kept[0]!));
  return answered(found);
}

/** The days that a claim with a period is about: where it denies a record "since October", those after October that were known for certain. */
function askedIn({ negated }: RecordClaim, on: Period, world: World): Stretch {
  const since = on.relation === "since";
  if (!negated || (on.precision === "day" && !since)) return on;
  const last = on.last >= world.published ? dayBefore(world) : on.last;
  const first = since ? after(on, world) : on.first;
  return { ...on, first, last: first <= last ? last : on.last };
}

function after(on: Period, { published }: World): Day {
  const next = toDay(dayNumber(endNamed(on)) + 1);
  return next <= published ? next : on.first;
}

/** The last session before the publication, of the market itself or of another clock. */
function lastDay(world: World, { id, field }: RecordKept, own: string): Stretch {
  const series = seriesUpTo(world, id, id === own ? "close" : field, dayBefore(world));
  const day = (series && span(series)?.to) ?? dayBefore(world);
  return { first: day, last: day, precision: "day", relation: "in" };
}

function tryPublication(claim: RecordClaim, world: World, kept: RecordKept): Found[] {
  const day = { first: world.published, last: world.published, precision: "day", relation: "in" } as const;
  if (!heldIn(world, kept, day).held) return [];
  const found = judge(claim, world, kept, day);
  return typeof found === "object" ? [onPublication(found)] : [];
}

/** How a claim fares under one definition; what is missing; undefined where another definition than the market's own has no session. */
function judge(claim: RecordClaim, world: World, kept: RecordKept, asked: Stretch): Found | string | undefined {
  const { held, closed, absent } = heldIn(world, kept, asked);
  if (absent !== undefined) return absent;
  if (closed !== undefined) {
    if (kept.field === "high" || kept.field === "totalReturn") return undefined;
    return { judged: { label: kept.label, verdict: claim.negated ? "supported" : "contradicted", value: null, says: closed }, rows: [] };
  }
  const best = bestTry(held.known, asked, claim.weeks);
  if (!best) return `a longer history of ${kept.id}: that held begins on ${span(held.known)!.from}`;
  const { verdict, shown, series, says } = claim.negated ? denied(claim, asked, held.known, best) : asserted(claim, world, kept, asked, held.known, best);
  const before = claim.weeks === null ? "the highest before it" : `the highest of the ${claim.weeks} weeks before it`;
  const value = measured(
    {
      unit: series.unit,
      asOf: asked.last < world.published ? asked.last : world.published,
      method: "recordHighs",
      definition: `${FIELD_WORD[series.field]}, held against ${before}, ${shown.before.on}; ${kept.definition}`,
    },
    quoted(series, shown.level),
    [series],
    {
      on: shown.on,
    },
  );
  return { judged: { label: kept.label, verdict, value, says }, rows: [rowOf(series, shown.on), rowOf(series, shown.before.on)] };
}

interface Told {
  verdict: Judged["verdict"];
  shown: HighTried;
  series: Series; // that `shown` is of
  says: string;
}

function asserted({ weeks }: RecordClaim, world: World, { id, field }: RecordKept, asked: Stretch, series: Series, best: HighTried): Told {
  if (best.isHigh) return { verdict: "supported", shown: best, series, says: recordText(field, weeks, best) };
  for (const days of nearPeriod(asked)) {
    const { held } = heldIn(world, { id, field }, days);
    const near = held && bestTry(held.known, days, weeks);
    if (near?.isHigh) return { verdict: "imprecise", shown: near, series: held!.known, says: `${recordText(field, weeks, near)}, outside the period` };
  }
  return { verdict: "contradicted", shown: best, series, says: belowText(field, weeks, best) };
}

function denied({ weeks }: RecordClaim, asked: Stretch, series: Series, best: HighTried): Told {
  if (!best.isHigh) return { verdict: "supported", shown: best, series, says: `no ${recordWord(series.field, weeks)} ${daysText(asked)}` };
  // One record is enough against "no record": there is no coming close to none.
  return { verdict: "contradicted", shown: best, series, says: recordText(series.field, weeks, best) };
}

function recordWord(field: RecordKept["field"], weeks: number | null): string {
  return weeks === null ? RECORD_OF[field] : `${weeks}-week high`;
}

function recordText(field: RecordKept["field"], weeks: number | null, { on }: { on: Day }): string {
  return `${recordWord(field, weeks)} of ${on}`;
}

function belowText(field: RecordKept["field"], weeks: number | null, tried: HighTried): string {
  const ratio = ratioOf(tried);
  const of = recordText(field, weeks, tried.before);
  if (ratio === 0) return `level with the ${of}`;
  return `${percentSaid(ratio, ratio > -0.001 ? 0.0001 : 0.01)} below the ${of}`;
}
