import type { Unit } from "../../../market/index.ts";
import { type Day, dayNumber, toDay } from "../../../market/index.ts";
import { type ImpliedMeeting, pricedBy, type RuleName, STEP_BP } from "../../../rates/index.ts";
import { aboutPath, impliedMeasure } from "../../../study/macro/curvePath.ts";
import type { ClaimOf } from "../../claim.ts";
import type { Quantity } from "../../mention.ts";
import type { Answer, Judged } from "../../verdict.ts";
import { percentSaid } from "../figures/numberSaid.ts";
import { fits } from "../verdict/fits.ts";
import { forAll, notCheckable } from "../verdict/forEachSubject.ts";
import type { World } from "../world.ts";
import { basisPointsOf } from "./basisPointsOf.ts";
import { type Priced, pricedPath, priceRows } from "./pricedPath.ts";

type CutsPriced = ClaimOf<"cutsPriced">;

const HORIZON = 365; // days
const SAID: Readonly<Record<"tool" | "article", string>> = { tool: "by the rule of the published tool", article: "by the letter of its article" };

/**
 * How a claim on what federal funds futures imply fares: a sum of changes up to a day, or the probability of a change at one meeting.
 *
 * By the last curve at most four days before the publication and no decision since; by the rule of the published tool (conventional) and by its article.
 * Without a time the next 365 days are meant, for a probability the next meeting. Where no curve is held the claim is not checkable.
 */
export function cutsPricedCheck(claim: CutsPriced, world: World): Answer {
  const priced = pricedPath(world, "tool");
  if ("needed" in priced) return notCheckable("", priced.needed);
  if (claim.by && claim.by.last < world.published)
    return notCheckable("", `prices of federal funds futures before ${claim.by.first}: a time that is over is not priced`);
  const asked = claim.probability ? meetingAsked(claim, priced) : sumAsked(claim, priced, world.published);
  if (typeof asked === "string") return notCheckable("", asked);
  const judged = (["tool", "article"] as const).flatMap((rule) => judgedBy(rule, asked, world));
  const needed = judged.every(({ verdict }) => verdict === "not-checkable") ? `what the claim asks of the prices of ${priced.curve.day}` : undefined;
  const meetings = priced.path.meetings.filter(
    ({ meeting }) => meeting === asked.meeting || (!claim.probability && meeting === priced.path.meetings[0]?.meeting),
  );
  return forAll("", { judged, conventional: true, rows: priceRows(priced.curve, meetings), needed });
}

/** One number of the path at one meeting, with the readings of the claim that ask for it. */
interface Asked {
  meeting: Day;
  readings: readonly {
    label: string;
    unit: Unit;
    definition: string;
    of: (meeting: ImpliedMeeting, path: readonly ImpliedMeeting[]) => number | null;
    judge: (value: number) => Judged["verdict"];
    say: (value: number) => string;
  }[];
}

function judgedBy(rule: keyof typeof SAID & RuleName, { meeting, readings }: Asked, world: World): Judged[] {
  const priced = pricedPath(world, rule);
  return readings.map(({ label, unit, definition, of, judge, say }): Judged => {
    const about = aboutPath(unit, `${definition}, ${SAID[rule]}`, world.published);
    const labelled = `${label}, ${SAID[rule]}`;
    if ("needed" in priced) return { label: labelled, verdict: "not-checkable", value: null, says: priced.needed };
    const one = priced.path.meetings.find((other) => other.meeting === meeting);
    const value = one ? of(one, priced.path.meetings) : null;
    const measure = impliedMeasure(about, priced.curve, value, one);
    if (value === null) return { label: labelled, verdict: "not-checkable", value: measure, says: priced.unsaid(meeting) ?? measure.reason ?? "not known" };
    return { label: labelled, verdict: judge(value), value: measure, says: say(value) };
  });
}

/** A sum of changes: up to the last meeting of the time, and of its own meetings alone where others come before it. */
function sumAsked({ direction, size, by }: CutsPriced, { path, unsaid, upcoming, curve }: Priced, published: Day): Asked | string {
  const until = by?.last ?? toDay(dayNumber(published) + HORIZON);
  const gap = unsaid(until);
  if (gap !== undefined) return `prices of federal funds futures up to ${until}: ${gap}`;
  // A month after the last scheduled meeting that is known may have one.
  if (dayNumber(until) > dayNumber(upcoming.at(-1) ?? curve.day) + MEETING_EVERY)
    return `prices of federal funds futures up to ${until}: those of ${curve.day} end before`;
  const last = pricedBy(path, until);
  if (!last) return `a meeting of the Federal Reserve up to ${until}: none is scheduled`;
  const judge = (changeBp: number) => sumFits(direction, size, changeBp);
  const say = (changeBp: number) => `${summed(changeBp)} by the meeting of ${last.meeting}`;
  const before = by?.relation === "in" ? path.meetings.findLast(({ meeting }) => meeting < by.first && meeting < last.meeting) : undefined;
  const sum = { label: `changes priced up to ${last.meeting}`, unit: "bp", definition: `sum of the changes priced up to the meeting of ${last.meeting}` };
  const readings: Asked["readings"] = [{ ...sum, of: ({ cumulativeBp }) => cumulativeBp, judge, say }];
  if (!before || last.meeting < by!.first) return { meeting: last.meeting, readings };
  return {
    meeting: last.meeting,
    readings: [
      ...readings,
      {
        label: `changes priced after ${before.meeting} and up to ${last.meeting}`,
        unit: "bp",
        definition: `sum of the changes priced after the meeting of ${before.meeting} and up to that of ${last.meeting}`,
        of: ({ cumulativeBp }, meetings) => {
          const start = meetings.find(({ meeting }) => meeting === before.meeting)?.cumulativeBp ?? null;
          return cumulativeBp === null || start === null ? null : cumulativeBp - start;
        },
        judge,
        say: (changeBp) => `${summed(changeBp)} after the meeting of ${before.meeting} and by that of ${last.meeting}`,
      },
    ],
  };
}

const WITHIN_A_DAY = 0.05; // probability

// Two months go by between two meetings at most.
const MEETING_EVERY = 62; // days

function summed(changeBp: number): string {
  return `${Math.abs(changeBp).toFixed(1)} basis points of ${changeBp < 0 ? "cuts" : "hikes"}`;
}

function sumFits(direction: CutsPriced["direction"], size: Quantity | null, changeBp: number): Judged["verdict"] {
  const amount = direction === "cut" ? -changeBp : changeBp;
  if (direction === "hold") return fits({ value: 0, step: STEP_BP, bound: "exact" }, Math.abs(changeBp));
  // Half a move and more is one, when no size is said.
  if (size === null) return fits({ value: STEP_BP / 2, step: STEP_BP, bound: "above" }, amount);
  // A bare number is one of moves of a quarter point.
  if (size.unit === "none") return fits(size, amount / STEP_BP);
  const said = basisPointsOf(size);
  if (!said) return "not-checkable";
  const quarters = (value: number) => Math.abs(value / STEP_BP - Math.round(value / STEP_BP)) < 1e-9;
  return fits({ ...said, step: quarters(said.value) && quarters(said.upper ?? 0) ? Math.max(said.step, STEP_BP) : said.step }, amount);
}

/** The probability of a change at the meeting that is meant: of a move there (conventional), and of a range other than today's after it. */
function meetingAsked({ direction, probability, size, by }: CutsPriced, { path, unsaid, upcoming }: Priced): Asked | string {
  const meant =
    by === null ? upcoming[0] : by.relation === "in" ? upcoming.find((day) => day >= by.first && day <= by.last) : upcoming.findLast((day) => day <= by.last);
  if (meant === undefined)
    return by === null ? "a meeting to come: none is scheduled" : `a meeting of the Federal Reserve from ${by.first} to ${by.last}: none is scheduled`;
  const gap = unsaid(meant);
  if (gap !== undefined) return `prices of federal funds futures of the meeting of ${meant}: ${gap}`;
  const said = size && basisPointsOf(size.unit === "none" ? { ...size, value: size.value * STEP_BP } : size);
  const sought = (changeBp: number) => {
    if (said && direction !== "hold") return changeBp === (direction === "cut" ? -said.value : said.value);
    return direction === "hold" ? changeBp === 0 : direction === "cut" ? changeBp < 0 : changeBp > 0;
  };
  const sum = (odds: readonly { changeBp: number; probability: number }[]) =>
    odds.reduce((total, one) => total + (sought(one.changeBp) ? one.probability : 0), 0);
  const what = `${direction}${said && direction !== "hold" ? ` of ${said.value} basis points` : ""}`;
  // The published reading moves through the day, and one settlement is held: a few points away is not wrong.
  const judge = (value: number): Judged["verdict"] => {
    const verdict = fits(probability!, value);
    return verdict === "contradicted" && Math.abs(value - probability!.value) <= WITHIN_A_DAY ? "imprecise" : verdict;
  };
  const say = (value: number) => percentSaid(value, probability!.step);
  const own: Asked["readings"][number] = {
    label: `a ${what} at the meeting of ${meant}`,
    unit: "probability",
    definition: `of a ${what} at the meeting of ${meant}, risk-neutral`,
    of: ({ step }) => (step.length === 0 ? null : sum(step)),
    judge,
    say: (value) => `${say(value)} for a ${what} at the meeting of ${meant}`,
  };
  if (path.meetings[0]?.meeting === meant) return { meeting: meant, readings: [own] };
  const now = Math.round(path.targetRange.lower * 100);
  const after: Asked["readings"][number] = {
    label: `the target range after the meeting of ${meant}, against today's`,
    unit: "probability",
    definition: `of a ${what} from today's target range up to the meeting of ${meant}, risk-neutral`,
    of: ({ ranges }) => (ranges.length === 0 ? null : sum(ranges.map(({ lowerBp, probability: odds }) => ({ changeBp: lowerBp - now, probability: odds })))),
    judge,
    say: (value) => `${say(value)} for a ${what} against today's range after the meeting of ${meant}`,
  };
  // "By June" asks where the range will stand, "in June" what that meeting does.
  return { meeting: meant, readings: by !== null && by.relation !== "in" ? [after, own] : [own, after] };
}
