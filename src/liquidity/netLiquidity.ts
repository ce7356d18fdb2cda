import { WEDNESDAY, weekdayOf } from "../market/calendar/weekday.ts";
import { type Day, toDay } from "../market/day.ts";
import { Problem } from "../market/problem.ts";
import type { Reading } from "../market/reading.ts";
import { lowerBound } from "../num/lowerBound.ts";
import { type AccountValue, accountValueOf } from "./accountValue.ts";
import { type LiquidityPart, possibleDollars } from "./possibleDollars.ts";
import { weekChanges } from "./weekChanges.ts";

/** The readings that net liquidity is made of, in any unit of dollars. */
export type LiquidityReadings = Readonly<Record<LiquidityPart, Reading>>;

/** Total assets of the Federal Reserve less what the Treasury and the reverse repo facility hold there, by Wednesday, in US dollars. */
export interface NetLiquidity {
  sessions: Int32Array; // Wednesdays of the balance sheet, ascending days since 1970-01-01
  assets: Float64Array; // 6539303000000; NaN = none
  treasuryAccount: Float64Array; // 858946000000
  reverseRepo: Float64Array; // 5045000000
  net: Float64Array; // 5675312000000; NaN where a part is missing
  changes: Readonly<Record<4 | 13 | 52, Float64Array>>; // of `net` over so many weeks; NaN where either end is missing
  accountValue: AccountValue; // "average of the week"
  carried: readonly Carried[]; // values taken from a day before the Wednesday
  missing: readonly { day: Day; why: string }[]; // the Wednesdays without `net`
  sources: readonly string[]; // of assets, account and reverse repo
}

/** A daily value that stands for a Wednesday without one of its own. */
export interface Carried {
  part: "treasuryAccount" | "reverseRepo";
  day: Day; // "2024-12-25"
  from: Day; // "2024-12-24"
}

// Over a holiday and the weekend beside it nothing is settled, so what stood before still stands.
const CARRY = 4;

/**
 * Net liquidity: total assets of the Federal Reserve less the Treasury's account and the overnight reverse repo, by Wednesday, in US dollars, with
 * its changes over 4, 13 and 52 weeks.
 *
 * A day of the result is a Wednesday of `assets`; the other values are those of the same day. A daily value (the reverse repo, a closing level of the
 * account) that a Wednesday lacks is the last one of the four days before, and is listed as carried; an average of the week is never carried. What is
 * still missing is NaN, with its reason in `missing`. What the values of the account are follows from its id (WTREGEN, WDTGAL, TGA).
 *
 * Days are those that the values belong to, not those of their publication: the balance sheet of a Wednesday appears on Thursday after the close. For
 * what was known on a day, pass each reading through `readingKnown` first.
 *
 * Cost: Wednesdays times log of days. Source of the measure: a convention of market commentary, not of the Federal Reserve.
 *
 * @throws Problem (data) naming the reading: a unit that is none of dollars, a value outside what is possible, total assets of another weekday, or an
 * account of which it is not known what its values are
 *
 * @example
 * import { netLiquidity } from "lockstep/liquidity";
 * import { dayNumber, toReading } from "lockstep/market";
 * const release = { calendar: "US-FED", after: 1, time: "16:30" };
 * const on = (id, unit, value) => toReading({ id, name: id, unit, source: "hand", release, sessions: [dayNumber("2025-12-10")], values: [value] });
 * const assets = on("WALCL", "millions of USD", 6539303);
 * const treasuryAccount = on("WTREGEN", "millions of USD", 858946);
 * const reverseRepo = on("RRPONTSYD", "billions of USD", 5.045);
 * netLiquidity({ assets, treasuryAccount, reverseRepo }).net[0]; // => 5675312000000
 */
export function netLiquidity(readings: LiquidityReadings): NetLiquidity {
  const accountValue = accountValueOf(readings.treasuryAccount);
  const assets = wednesdays(possibleDollars(readings.assets, "assets"));
  const account = possibleDollars(readings.treasuryAccount, "treasuryAccount");
  const repo = possibleDollars(readings.reverseRepo, "reverseRepo");
  const carried: Carried[] = [];
  const { sessions } = assets;
  const treasuryAccount = valuesOn(account, sessions, { reach: accountValue === "closing level" ? CARRY : 0, part: "treasuryAccount", carried });
  const reverseRepo = valuesOn(repo, sessions, { reach: CARRY, part: "reverseRepo", carried });
  const net = assets.values.map((value, i) => value - treasuryAccount[i]! - reverseRepo[i]!);
  const [changes4, changes13, changes52] = [4, 13, 52].map((weeks) => weekChanges({ sessions, values: net }, weeks)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const parts = { "total assets": assets.values, "Treasury account": treasuryAccount, "reverse repo": reverseRepo };
  return {
    sessions,
    assets: assets.values,
    treasuryAccount,
    reverseRepo,
    net,
    changes: { 4: changes4, 13: changes13, 52: changes52 },
    accountValue,
    carried,
    missing: missingOf(sessions, parts),
    sources: [readings.assets, readings.treasuryAccount, readings.reverseRepo].map(({ source }) => source),
  };
}

/** The Wednesdays of a reading. A value of another weekday would be set beside those of the wrong day. */
function wednesdays({ id, source, sessions, values }: Reading): { sessions: Int32Array; values: Float64Array } {
  const other = sessions.findIndex((day, i) => weekdayOf(day) !== WEDNESDAY && !Number.isNaN(values[i]));
  if (other >= 0) throw new Problem("data", `expected total assets of Wednesdays; received one of ${toDay(sessions[other]!)}`, `${id}, ${source}`);
  return {
    sessions: sessions.filter((day) => weekdayOf(day) === WEDNESDAY),
    values: values.filter((_, i) => weekdayOf(sessions[i]!) === WEDNESDAY),
  };
}

/** On each day the value of a reading, or the last one of at most `reach` days before; what was taken from before is added to `carried`. */
function valuesOn(
  { sessions, values }: Reading,
  days: Int32Array,
  { reach, part, carried }: { reach: number; part: Carried["part"]; carried: Carried[] },
): Float64Array {
  return Float64Array.from(days, (day) => {
    let at = lowerBound(sessions, day + 1) - 1;
    while (at >= 0 && sessions[at]! >= day - reach && Number.isNaN(values[at])) at--;
    if (at < 0 || sessions[at]! < day - reach) return Number.NaN;
    if (sessions[at] !== day) carried.push({ part, day: toDay(day), from: toDay(sessions[at]!) });
    return values[at]!;
  });
}

function missingOf(sessions: Int32Array, parts: Readonly<Record<string, Float64Array>>): { day: Day; why: string }[] {
  return [...sessions].flatMap((day, i) => {
    const absent = Object.keys(parts).filter((name) => Number.isNaN(parts[name]![i]));
    return absent.length === 0 ? [] : [{ day: toDay(day), why: `no ${absent.join(" and no ")} held of that day` }];
  });
}
