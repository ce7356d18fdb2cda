import type { Quantity } from "../../mention.ts";
import { type Amount, amountAt, isMoney } from "./amountAt.ts";
import type { Token } from "./tokensOf.ts";
import { isTime } from "./unitAt.ts";

/** A range, or a number that takes its unit from the number behind it. */
export interface Range extends Pick<Quantity, "value" | "step" | "unit" | "upper"> {
  from: number;
  next: number;
}

const DASHES = new Set(["-", "–", "—"]);
const WIDEST = 3; // times its lower end; "gained 120 to 6,900" is no range
const LISTED = 100; // "6,900, 5 % below" is no list, "2 and 3 percent" is one

/**
 * The range that begins at a token: "25 to 27 %", "3.50 %-3.75 %", "between $90,000 and $95,000". A number before "to", "and" or "or" without a unit of its own
 * takes that of the next ("from 25 to 27 %"); "none" where two numbers are joined and are neither range nor amounts ("50-50").
 */
export function rangeAt(tokens: readonly Token[], at: number): Range | "none" | undefined {
  const between = tokens[at]?.low === "between";
  const one = amountAt(tokens, between ? at + 1 : at);
  if (!one || one.foreign) return undefined;
  const join = tokens[one.next];
  const low = join?.low ?? "";
  const dash = DASHES.has(low);
  if (between ? low !== "and" : !dash && !["to", "or", "and"].includes(low)) return undefined;
  const two = amountAt(tokens, one.next + 1);
  const tight = dash && join?.gap === false && tokens[one.next + 1]?.gap === false;
  if (!two || two.foreign || (dash && !tight && join?.gap !== tokens[one.next + 1]?.gap)) return undefined;
  if (dash && two.from !== one.next + 1) return undefined;
  const shared = share(one, two, between || dash);
  const lists = !between && !dash && (low === "and" || tokens[at - 1]?.low === "from");
  if (lists) return listed(one, two, shared);
  const range =
    shared && ranging(shared, { low, between, dash, bare: one.read === undefined && one.currency === undefined })
      ? joined(between ? at : one.from, shared)
      : undefined;
  if (range?.unit === "none" && tokens[at - 1]?.low === "from") return fromRange(tokens, one, two, range);
  if (range) return range;
  const bare = dash && one.unit === "none" && two.unit === "none" && one.scale === 0 && one.currency === undefined && tight;
  return bare ? "none" : undefined;
}

// "From 25 to 27 %" is a change and "2 and 3 percent" a list: two numbers, the first in the unit of the second.
function listed(one: Amount, two: Amount, shared: readonly [Amount, Amount] | undefined): Range | undefined {
  const bare = one.unit === "none" && one.scale === 0 && one.currency === undefined;
  if (!bare || !shared || two.unit === "none" || isTime(two.unit) || one.value >= LISTED) return undefined;
  const [first] = shared;
  return { from: first.from, next: one.next, value: first.value, step: first.step, unit: first.unit };
}

// "From 3.75-4.00 to 3.50-3.75 per cent": the unit stands behind the range to which it goes.
function fromRange(tokens: readonly Token[], one: Amount, two: Amount, range: Range): Range {
  const to = tokens[range.next]?.low === "to" ? rangeAt(tokens, range.next + 1) : undefined;
  const like = to && to !== "none" ? amountAt(tokens, range.next + 1) : undefined;
  const behind = like && to && to !== "none" ? lastAmount(tokens, range.next + 1) : undefined;
  if (!behind?.read || isTime(behind.unit)) return range;
  return { ...joined(range.from, [rescaled(one, behind, behind.currency), rescaled(two, behind, behind.currency)]), next: range.next };
}

function lastAmount(tokens: readonly Token[], at: number): Amount | undefined {
  const first = amountAt(tokens, at);
  return first && amountAt(tokens, first.next + 1);
}

// What only one of the two says is meant of both: the unit and scale behind the second, the currency before the first. The unit behind the first is that of
// the second only where a dash or "between" joins them: "added 0.2 % to 6,901" are two numbers.
function share(one: Amount, two: Amount, back: boolean): readonly [Amount, Amount] | undefined {
  const bare = one.read === undefined && one.scale === 0;
  const currency = one.currency ?? two.currency ?? [one, two].find(({ unit }) => isMoney(unit))?.unit;
  const first =
    bare && (two.read !== undefined || two.scale > 0) && (currency === undefined || one.value < 1000) ? rescaled(one, two, currency) : moneyed(one, currency);
  const second =
    back && two.read === undefined && two.currency === undefined && one.read !== undefined && one.currency === undefined && two.scale === 0
      ? rescaled(two, one, currency)
      : moneyed(two, currency);
  const points = first.read?.pointsOfPercent === second.read?.pointsOfPercent || bare;
  return first.unit === second.unit && points ? [first, second] : undefined;
}

function moneyed(amount: Amount, currency: Amount["currency"]): Amount {
  return amount.unit === "none" && currency !== undefined ? { ...amount, unit: currency } : amount;
}

function rescaled(amount: Amount, like: Amount, currency: Amount["currency"]): Amount {
  const power = like.scale + (like.read?.scale ?? 0);
  const times = like.read?.times ?? 1;
  const unit = currency ?? like.unit;
  const step = unit === "bp" ? Math.min(1, amount.written.step(0)) : amount.written.step(power) * times;
  return { ...amount, value: amount.written.value(power) * times, step, unit, scale: like.scale, read: like.read };
}

function ranging(
  [one, two]: readonly [Amount, Amount],
  { low, between, dash, bare }: { low: string; between: boolean; dash: boolean; bare: boolean },
): boolean {
  if (!(two.value > one.value)) return false;
  if (between || dash) return true;
  if (low === "or") return bare && two.value <= 2 * one.value + one.step && one.inWords === two.inWords;
  const own = one.unit === "ratio" || one.unit === "bp" || isTime(one.unit);
  return own || two.value <= WIDEST * one.value;
}

function joined(from: number, [one, two]: readonly [Amount, Amount]): Range {
  return { from, next: two.next, value: one.value, upper: two.value, step: Math.min(one.step, two.step), unit: one.unit };
}
