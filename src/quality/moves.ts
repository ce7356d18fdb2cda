import { toDay } from "../market/index.ts";
import { type Agreement, boreOut } from "./agreement.ts";
import { FAR, STEPS, usualStep } from "./far.ts";
import { farGap, GAPS } from "./gapToNext.ts";
import type { History } from "./history.ts";
import type { JudgeContext } from "./judgement.ts";
import { nextUsable } from "./nextUsable.ts";
import type { Raise } from "./raise.ts";
import { pendingRecord } from "./record.ts";
import { shownLevel, shownPercent } from "./shown.ts";
import { AWAY, takenBack } from "./spike.ts";
import { type SplitLike, splitLike, unadjustedSplit } from "./split.ts";
import { trailingMean } from "./trailingMean.ts";
import { trailingMedian } from "./trailingMedian.ts";
import { farWick, longerWick } from "./wick.ts";

/** How much of a wick another source must show. */
const SHOWN = 0.5;

/**
 * How a market moves, bar after bar: spikes, jumps that wait, unadjusted splits, wicks, gaps to the next open, the record that waits.
 *
 * Each bar is held against the last trusted one and what was usual among the trusted ones before it, so that a bad bar neither widens what
 * is usual nor sets a record; it looks ahead to the next bar that takes part and no further. A step over several bars is
 * held against the usual one times the square root of their number; what is usual takes in no more than a far step.
 */
export function moves(history: History, { continuous, others }: Pick<JudgeContext, "continuous" | "others">, agreement: Agreement, raise: Raise): void {
  const { columns, usable, accepted, level } = history;
  const { open, high, low } = columns;
  const logs = level.map(Math.log);
  const steps = trailingMean(STEPS);
  const wicks = trailingMean(STEPS);
  const gaps = trailingMedian(GAPS);
  let trusted = -1;
  let before = -1;
  let broken: Broken | undefined;
  let topClose = Number.NEGATIVE_INFINITY;
  let topHigh = Number.NEGATIVE_INFINITY;

  for (let i = 0; i < usable.length; i++) {
    if (usable[i] === 0) continue;
    const next = nextUsable(usable, i);
    const usual = usualStep(steps.mean(), steps.count());
    const distance = trusted < 0 ? 1 : Math.sqrt(i - trusted);
    const step = trusted < 0 ? 0 : logs[i]! - logs[trusted]!;
    const wick = longerWick(at(open, i), at(high, i), at(low, i), level[i]!);
    const gap = continuous && next >= 0 ? gapTo(history, i, next) : Number.NaN;
    const borneOut = agreement.by[i]! >= 0;

    if (broken && (accepted[i] === 1 || undone(broken, logs[i]! - logs[before]!, usual))) broken = undefined;
    else if (broken) raise(i, "split", `since ${toDay(broken.on)} prices look unadjusted for a ${broken.name} split`);
    else if (accepted[i] === 0) {
      const away = !borneOut && Math.abs(step) > AWAY * usual * distance;
      // Few bars come so far: nothing is made for the others.
      if (trusted >= 0 && (away || !Number.isNaN(at(columns.split, i)))) broken = judgeStep(history, { i, trusted, next, logs, usual, distance, away }, raise);
      if (farWick(wick, wicks.mean(), usual) && !(borneOut && wickShown(wick, agreement, others, i, history))) {
        const side = wick > 0 ? "high" : "low";
        raise(
          i,
          "wick",
          `${side} ${shownLevel(columns[side]![i]!)} is ${shownPercent(Math.expm1(wick))} beyond open and close; ${shownPercent(wicks.mean())} is usual`,
        );
      }
      if (!borneOut && farGap(gap, gaps.median(), gaps.count())) {
        raise(
          i,
          "gapToNext",
          `${named(history, i)} is ${shownPercent(Math.expm1(gap))} from the next open, ${shownLevel(open![next]!)}; ${shownPercent(gaps.median())} is usual`,
        );
      }
      if (next < 0 && trusted >= 0 && !broken) {
        for (const reason of pendingRecord({ i, close: level[i]!, high: at(high, i), topClose, topHigh }, agreement, others)) raise(i, "record", reason);
      }
    }

    before = i;
    if (usable[i] === 0) continue;
    if (trusted >= 0) steps.push(Math.min(Math.abs(step), FAR * usual));
    if (!Number.isNaN(wick)) wicks.push(Math.abs(wick));
    if (!Number.isNaN(gap)) gaps.push(Math.abs(gap));
    if (level[i]! > topClose) topClose = level[i]!;
    if (at(high, i) > topHigh) topHigh = at(high, i);
    trusted = i;
  }
}

/** A split that the prices look unadjusted for, and since when. */
type Broken = SplitLike & { on: number };

interface Step {
  i: number;
  trusted: number; // position of the last trusted bar
  next: number; // -1 = none
  logs: Float64Array;
  usual: number;
  distance: number;
  away: boolean; // far enough to look at what follows, and borne out by no other source
}

/** Raises what speaks against the step to a bar; returns the split, when it looks like one. */
function judgeStep(history: History, { i, trusted, next, logs, usual, distance, away }: Step, raise: Raise): Broken | undefined {
  const { columns, level, sessions } = history;
  const step = logs[i]! - logs[trusted]!;
  const ratio = at(columns.split, i);
  const event = Number.isNaN(ratio) ? undefined : unadjustedSplit(ratio, step, usual);
  if (!event && !away) return undefined;
  const scale = usual * distance;
  const far = Math.abs(step) > FAR * scale;
  const what = `${named(history, i)} after ${shownLevel(level[trusted]!)}, ${(Math.abs(step) / scale).toFixed(1)} usual steps`;
  if (!event && next < 0) {
    if (far) raise(i, "jump", `${what}; waits for the next session or a second source`);
    return undefined;
  }
  if (!event && takenBack({ step, usual: scale, nextOpen: openAfter(history, i, next) - logs[trusted]!, next: logs[next]! - logs[trusted]! })) {
    raise(i, "spike", `${what}; taken back by the next session, ${shownLevel(level[next]!)} on ${toDay(sessions[next]!)}`);
    return undefined;
  }
  const stays = next >= 0 && Math.abs(logs[next]! - logs[i]!) <= FAR * usual;
  const openStep = Math.log(at(columns.open, i)) - logs[trusted]!;
  const span = Math.log(at(columns.high, i) / at(columns.low, i));
  const like = event ?? (stays ? splitLike({ step, openStep, span, usual: scale }) : undefined);
  if (!like) return undefined;
  raise(i, "split", `${what}; prices look unadjusted for a ${like.name} split`);
  return { ...like, on: sessions[i]! };
}

/** Whether a step takes the level back to where it was before a break. */
function undone({ factor }: Broken, step: number, usual: number): boolean {
  return Math.abs(step + factor) <= Math.min(FAR * usual, Math.abs(factor) / 2);
}

/** The next open as a logarithm; NaN where none is held, and where it only repeats the close, which says nothing of the close. */
function openAfter({ columns, level }: History, i: number, next: number): number {
  const open = at(columns.open, next);
  return open === level[i] ? Number.NaN : Math.log(open);
}

/**
 * The gap from a close to the open of the next day, as a logarithm; NaN where a day lies between, or where the next bar is a single price
 * and so has no open of its own.
 */
function gapTo({ sessions, columns: { open, high, low }, level }: History, i: number, next: number): number {
  const single = at(open, next) === level[next] && at(high, next) === at(low, next);
  return single || sessions[next] !== sessions[i]! + 1 ? Number.NaN : Math.log(at(open, next) / level[i]!);
}

/** Whether the source that bears out the close shows half of the wick, too. */
function wickShown(wick: number, agreement: Agreement, others: JudgeContext["others"], i: number, { columns }: History): boolean {
  const side = wick > 0 ? "high" : "low";
  return boreOut(agreement, others, { i, extreme: columns[side]![i]!, side, slack: (1 - SHOWN) * Math.abs(wick) });
}

function at(column: Float64Array | undefined, i: number): number {
  return column === undefined ? Number.NaN : column[i]!;
}

function named({ field, level }: History, i: number): string {
  return `${field} ${shownLevel(level[i]!)}`;
}
