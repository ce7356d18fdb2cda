import type { Bound, Quantity } from "../../mention.ts";
import { type Amount, amountAt, isMoney } from "./amountAt.ts";
import { hedgeBefore, hedgeBehind } from "./hedgeBefore.ts";
import { multipleAt } from "./multipleAt.ts";
import { notCounted } from "./notCounted.ts";
import { oneAt } from "./oneAt.ts";
import { ordinalAt } from "./ordinalAt.ts";
import { perAround, perBehind } from "./perBehind.ts";
import { rangeAt } from "./rangeAt.ts";
import { shareAt } from "./shareAt.ts";
import { standsAlone } from "./standsAlone.ts";
import { type Token, tokensOf } from "./tokensOf.ts";
import { isTime } from "./unitAt.ts";

/** A number by the positions of its tokens, before its hedges are read. */
interface Found extends Pick<Quantity, "value" | "step" | "unit" | "upper" | "per"> {
  from: number;
  next: number;
  bound?: Bound;
}

/**
 * The numbers that a sentence says, in order, with the precision that each claims by the way it is written; spans are those of the sentence, with unit and
 * hedges.
 *
 * Signs are left out of the value: the direction of a move is read elsewhere. "Doubled" is the ratio 1, "tripled" 2, "tenfold" 9, "halved" 0.5; a quarter point is
 * 25 basis points. Not counted are dates, times, numbers in names and addresses, terms of bonds, and money of other currencies than the four held.
 *
 * @example
 * import { quantitiesIn } from "lockstep/claims";
 * const [quantity] = quantitiesIn("The S&P 500 fell about 27 %.");
 * [quantity.value, quantity.unit, quantity.step, quantity.bound]; // => [0.27, "ratio", 0.01, "about"]
 */
export function quantitiesIn(sentence: string): Quantity[] {
  const tokens = tokensOf(sentence);
  const not = notCounted(tokens);
  const quantities: Quantity[] = [];
  let floor = 0;
  for (let at = 0; at < tokens.length; ) {
    const found = not[at] ? undefined : foundAt(tokens, at, floor, not);
    if (found && found !== "none") quantities.push(inText(tokens, found));
    const next = found === "none" ? passed(tokens, at) : found?.next;
    if (next !== undefined) floor = next;
    at = next ?? at + 1;
  }
  return quantities;
}

function inText(tokens: readonly Token[], { from, next, value, unit, step, bound = "exact", upper, per }: Found): Quantity {
  return {
    kind: "quantity",
    from: tokens[from]!.from,
    to: tokens[next - 1]!.to,
    value,
    unit,
    step,
    bound,
    ...(upper === undefined ? {} : { upper }),
    ...(per === undefined ? {} : { per }),
  };
}

function foundAt(tokens: readonly Token[], at: number, floor: number, not: readonly boolean[]): Found | "none" | undefined {
  const ordinal = ordinalAt(tokens, at);
  if (ordinal) return { ...ordinal, unit: "none", step: 1 };
  const share = multipleAt(tokens, at) ?? shareAt(tokens, at) ?? oneAt(tokens, at, floor);
  if (share) return hedged(tokens, share, floor);
  const range = rangeAt(tokens, at);
  if (range === "none") return "none";
  if (range) return clear(not, range) ? hedged(tokens, range, floor) : undefined;
  const amount = amountAt(tokens, at);
  if (!amount || !clear(not, amount)) return undefined;
  if (amount.foreign || !Number.isFinite(amount.value) || !standsAlone(tokens, amount)) return "none";
  return hedged(tokens, amount, floor);
}

// A number that counts nothing is passed over whole, so that its rest is not read again.
function passed(tokens: readonly Token[], at: number): number {
  const one = amountAt(tokens, at)?.next ?? at + 1;
  return rangeAt(tokens, at) === "none" ? (amountAt(tokens, one + 1)?.next ?? one) : one;
}

function clear(not: readonly boolean[], { from, next }: Pick<Amount, "from" | "next">): boolean {
  for (let at = from; at < next; at++) if (not[at]) return false;
  return true;
}

function hedged(tokens: readonly Token[], { from, next, value, step, unit, upper }: Found, floor: number): Found {
  const before = hedgeBefore(tokens, from, floor, unit);
  const behind = hedgeBehind(tokens, next);
  const end = behind?.next ?? next;
  const per = isTime(unit) ? undefined : perBehind(tokens, end);
  const around = per === undefined && isMoney(unit) ? perAround(tokens, before?.from ?? from, end) : undefined;
  const bound = before?.bound ?? behind?.bound;
  return {
    from: before?.from ?? from,
    next: per?.next ?? end,
    value,
    step,
    unit,
    ...(bound === undefined ? {} : { bound }),
    ...(upper === undefined ? {} : { upper }),
    ...(per || around ? { per: per?.per ?? around! } : {}),
  };
}
