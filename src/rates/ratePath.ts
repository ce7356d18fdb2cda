import { type Day, Problem, requireDay } from "../market/index.ts";
import { contractCode, type MonthNumber, monthNumber, monthOf, monthText } from "./contractMonth.ts";
import type { TargetRange } from "./meetings.ts";
import { type Rule, type RuleName, ruleOf } from "./rule.ts";
import { type SolvedMonth, solvedMonths } from "./solvedMonths.ts";
import { addedOdds, STEP_BP, type StepOdds, stepOdds } from "./stepOdds.ts";

/** What {@link ratePath} takes. */
export interface RatePathInput {
  /** Prices of 30-day federal funds futures, 100 less percent, by month ("2026-03") or contract ("ZQH26"). */
  prices: Readonly<Record<string, number>>;
  /** Every meeting, past ones too: a month whose meeting is over is still a month with a meeting. */
  meetings: readonly Day[];
  /** The range in force, in percent. */
  targetRange: TargetRange;
  /** The day of the prices: only meetings after it are asked about. */
  asOf: Day;
  /** Default "tool", which reproduces the published tool of 2026. */
  rule?: Rule | RuleName;
}

/** The probability of a target range. */
export interface RangeOdds {
  lowerBp: number; // 350
  upperBp: number; // 375
  probability: number; // 0.63
}

/** What the prices imply for one meeting. */
export interface ImpliedMeeting {
  meeting: Day; // "2026-01-28"
  start: number | null; // 3.6464; the rate before it, percent
  end: number | null; // 3.58; the rate after it, percent
  changeBp: number | null; // -6.64; at this meeting
  cumulativeBp: number | null; // -6.64; from the first meeting on
  step: StepOdds[]; // of the change at this meeting alone; none where it is not known
  ranges: RangeOdds[]; // of the target range after it, ascending; none where it is not known
  cut: number | null; // 0.27; probability of a range below today's
  hold: number | null; // 0.73
  hike: number | null; // 0
  contracts: string[]; // ["ZQF26", "ZQG26"]; whose prices it rests on
  leverage: number; // 1.1; the most that the two rates move when one price moves by one
  reason?: string; // why something is not known
}

/** The path of the federal funds rate that a curve of futures implies. */
export interface RatePath {
  asOf: Day;
  rule: Rule;
  targetRange: TargetRange;
  meetings: ImpliedMeeting[]; // ascending, those after `asOf` that the curve reaches
}

/**
 * The path of the federal funds rate that 30-day federal funds futures imply: for each meeting to come the rate before and after it, the
 * probabilities of the change and of each target range, and the sum of changes so far.
 *
 * By the default rule it reproduces CME's FedWatch tool as it was in 2026: months without a meeting pin the rate on both sides, the day of the decision
 * has the old rate, every meeting of the calendar counts. A price that is missing leaves unknown what hangs on it, with the reason; the sum and the
 * ranges of later meetings hang on all steps before. Of two meetings in one month the prices tell only the sum. The last meeting given is
 * taken as if none followed. Probabilities are risk-neutral and assume steps of 25 basis points.
 *
 * Cost: linear in months, quadratic in meetings. Source: CME Group, Understanding the CME Group FedWatch Tool Methodology; docs/methods/rate-path.md.
 *
 * @throws Problem (usage) for a rule, a month or a day that is none; Problem (data) for a price or a range in another unit
 *
 * @example
 * import { ratePath } from "lockstep/rates";
 * const prices = { ZQZ23: 94.67, ZQF24: 94.67, ZQG24: 94.73, ZQH24: 94.75, ZQJ24: 94.8 };
 * const meetings = ["2023-12-13", "2024-01-31", "2024-03-20"];
 * const path = ratePath({ prices, meetings, targetRange: { lower: 5.25, upper: 5.5 }, asOf: "2024-01-02" });
 * path.meetings[0].ranges.map(({ lowerBp, probability }) => [lowerBp, probability.toFixed(2)]); // => [[500, "0.24"], [525, "0.76"]]
 */
export function ratePath({ prices, meetings, targetRange, asOf, rule = "tool" }: RatePathInput): RatePath {
  requireDay(asOf, "as of");
  const followed = ruleOf(rule);
  checkRange(targetRange);
  for (const day of meetings) requireDay(day, "meetings");
  const averages = averagesOf(prices);
  const days = [...new Set(meetings)].sort();
  const [first, reached] = [Math.min(...averages.keys()), Math.max(...averages.keys())];
  // A meeting of a month beyond those priced, or beside them, is asked for nothing.
  const months = new Map<MonthNumber, Day[]>();
  for (const day of days) {
    const month = monthOf(day);
    if (month >= first - 1 && month <= reached + 1) months.set(month, [...(months.get(month) ?? []), day]);
  }
  const solved = solvedMonths(months, (month) => averages.get(month), followed);
  const ahead = days.filter((day) => day > asOf && monthOf(day) <= reached && monthOf(day) >= first - 1);
  const sides = ahead.map((day): SolvedMonth => (sharesMonth(day, months) ? NONE : solved.get(monthOf(day))!));
  const origin = sides[0]?.start?.rate ?? null;
  let sums: StepOdds[] | null = [{ changeBp: 0, probability: 1 }];
  const implied = ahead.map((meeting, k): ImpliedMeeting => {
    const { start, end } = sides[k]!;
    const changeBp = start && end ? (end.rate - start.rate) * 100 : null;
    const step = changeBp === null ? [] : stepOdds(changeBp);
    const chained = sums !== null;
    sums = sums && changeBp !== null ? addedOdds(sums, step) : null;
    const reason = changeBp === null ? whyNot(meeting, months, averages) : chained ? undefined : "the change at an earlier meeting is not known";
    return {
      meeting,
      start: start?.rate ?? null,
      end: end?.rate ?? null,
      changeBp,
      cumulativeBp: end && origin !== null ? (end.rate - origin) * 100 : null,
      step,
      ...oddsOf(sums, targetRange),
      contracts: [...new Set([...(start?.from ?? []), ...(end?.from ?? [])])].sort((a, b) => a - b).map((month) => contractCode(monthText(month))),
      leverage: Math.max(start?.leverage ?? 0, end?.leverage ?? 0),
      ...(reason === undefined ? {} : { reason }),
    };
  });
  return { asOf, rule: followed, targetRange, meetings: implied };
}

const NONE: SolvedMonth = { start: null, end: null };
const LEAST_PRICE = 75; // a rate of 25 percent
const GREATEST_PRICE = 105; // a rate of minus 5 percent
const WIDTH = STEP_BP / 100; // percentage points between the ends of the target range

function oddsOf(sums: readonly StepOdds[] | null, { lower, upper }: TargetRange): Pick<ImpliedMeeting, "ranges" | "cut" | "hold" | "hike"> {
  if (!sums) return { ranges: [], cut: null, hold: null, hike: null };
  const [lowerBp, upperBp] = [Math.round(lower * 100), Math.round(upper * 100)];
  const part = (wanted: (changeBp: number) => boolean) => sums.reduce((sum, one) => sum + (wanted(one.changeBp) ? one.probability : 0), 0);
  return {
    ranges: sums.map(({ changeBp, probability }) => ({ lowerBp: lowerBp + changeBp, upperBp: upperBp + changeBp, probability })),
    cut: part((change) => change < 0),
    hold: part((change) => change === 0),
    hike: part((change) => change > 0),
  };
}

type MeetingMonths = ReadonlyMap<MonthNumber, readonly Day[]>;

function sharesMonth(meeting: Day, months: MeetingMonths): boolean {
  return (months.get(monthOf(meeting))?.length ?? 0) > 1;
}

/** Why the change at a meeting is not known: the prices that would say it and are not there. */
function whyNot(meeting: Day, months: MeetingMonths, averages: ReadonlyMap<MonthNumber, number>): string {
  if (sharesMonth(meeting, months)) return "another meeting falls in the same month, whose price tells only the sum of both";
  const month = monthOf(meeting);
  const absent = [month - 1, month, month + 1].filter((one) => !averages.has(one) && (one === month || !months.has(one)));
  const codes = absent.map((one) => contractCode(monthText(one))).join(", ");
  return absent.length > 0 ? `no price of ${codes}` : "the months beside it have meetings whose changes are not known either";
}

function averagesOf(prices: Readonly<Record<string, number>>): Map<MonthNumber, number> {
  const averages = new Map<MonthNumber, number>();
  for (const [text, price] of Object.entries(prices)) {
    const month = monthNumber(text);
    if (averages.has(month)) throw new Problem("data", `expected each month once; received ${text} again`, "prices");
    if (!(price > LEAST_PRICE && price < GREATEST_PRICE)) {
      throw new Problem("data", `expected a price of 100 less percent, between ${LEAST_PRICE} and ${GREATEST_PRICE}; received ${price} for ${text}`, "prices");
    }
    averages.set(month, 100 - price);
  }
  if (averages.size === 0) throw new Problem("data", "expected prices of some months; received none", "prices");
  return averages;
}

function checkRange({ lower, upper }: TargetRange): void {
  if (Math.abs(upper - lower - WIDTH) < 1e-9 && lower > -5 && upper < 25) return;
  throw new Problem("data", `expected a target range in percent that is ${WIDTH} wide, as 3.5 to 3.75; received ${lower} to ${upper}`, "targetRange");
}
