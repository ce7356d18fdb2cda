import type { QuantityUnit } from "../../mention.ts";
import { stepOf, valueOf } from "./decimal.ts";
import { numeralAt } from "./numeralAt.ts";
import type { Token } from "./tokensOf.ts";
import { hyphenAt, isTime, type UnitRead, unitAt } from "./unitAt.ts";

/** A number with its currency, scale and unit, by the positions of its tokens. */
export interface Amount {
  from: number;
  next: number;
  value: number;
  step: number;
  unit: QuantityUnit;
  inWords: boolean;
  /** The powers of ten of its scale ("billion" is 9) and its unit, to be shared with the other end of a range. */
  scale: number;
  read: UnitRead | undefined;
  /** The currency that stands before it; undefined where none does. */
  currency: QuantityUnit | undefined;
  /** Whether a number in another currency than those held stands here: it is passed over. */
  foreign: boolean;
  /** The number as it is written, without scale and unit. */
  written: { value: (scale: number) => number; step: (scale: number) => number };
}

const CURRENCIES: Readonly<Record<string, QuantityUnit>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY", usd: "USD", eur: "EUR", gbp: "GBP", jpy: "JPY" };
const SIGNS = new Set(["$", "€", "£", "¥"]);
const FOREIGN = new Set("₹ ₩ ₽ ₿ ₺ ₫ ₱ ₦ rs inr chf cad aud nzd cny rmb hkd sgd krw brl mxn zar sek nok dkk pln czk huf try btc eth".split(" "));
const FOREIGN_BEHIND = new Set(
  "canadian australian singapore singaporean taiwanese zealand kong francs franc yuan renminbi rupees rupee won rubles roubles reais real pesos krona kronor kroner krone zloty lira rand ringgit baht rupiah chf cad aud nzd cny rmb hkd inr".split(
    " ",
  ),
);

const OPENING = new Set(["(", "[", '"', "“", "'", "‘", "«", "/", "=", ":", ","]);

const SCALES: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  mn: 6,
  mln: 6,
  mil: 6,
  mm: 6,
  bn: 9,
  bil: 9,
  bln: 9,
  tn: 12,
  trn: 12,
  tln: 12,
};
const ATTACHED: Readonly<Record<string, number>> = { ...SCALES, k: 3, b: 9, t: 12 };
const MONEY_ONLY = "m"; // "12m" is months to some

/** The number that begins at a token, with what belongs to it on both sides: "-27 %", "US$126k", "40-billion-dollar", "25 bp". */
export function amountAt(tokens: readonly Token[], at: number): Amount | undefined {
  const signed = signAt(tokens, at) ? at + 1 : at;
  const currency = currencyAt(tokens, signed);
  const begins = currency?.next ?? signed;
  if (!currency && joinedToName(tokens, begins)) return undefined;
  const numeral = numeralAt(tokens, begins);
  if (!numeral) return undefined;
  const scaled = scaleAt(tokens, numeral.next, currency !== undefined);
  if (!scaled) return undefined;
  const behind = unitBehind(tokens, scaled.next, currency?.unit);
  // "A 1/4-point cut" is one of interest rates; indexes are not said in fractions.
  const fraction =
    behind?.unit === "points" &&
    numeral.decimal.exponent < 0 &&
    valueOf(numeral.decimal) < 1 &&
    /[/¼½¾]/.test((tokens[numeral.next - 2]?.low ?? "") + tokens[numeral.next - 1]!.low);
  const read: UnitRead | undefined = fraction ? { ...behind, unit: "bp", scale: 2 } : behind;
  const million = scaled.needsMoney && !currency && !(read && isMoney(read.unit));
  if (million || (!read && joinedToWord(tokens, scaled.next))) return undefined;
  const unit = currency?.unit ?? read?.unit ?? "none";
  const power = scaled.scale + (read?.scale ?? 0);
  const times = read?.times ?? 1;
  const written = { value: (scale: number) => valueOf(numeral.decimal, scale), step: (scale: number) => stepOf(numeral.decimal, scale) };
  const next = read?.next ?? scaled.next;
  return {
    from: at,
    next,
    value: written.value(power) * times,
    // Cuts are said in quarter points: zeros at their end are no rounding.
    step: (unit === "bp" && (fraction || numeral.decimal.exponent === 0) ? 1 : written.step(power)) * times,
    unit,
    inWords: numeral.inWords,
    scale: scaled.scale,
    read,
    currency: currency?.unit,
    foreign: currency?.foreign === true || foreignBehind(tokens, next, unit),
    written,
  };
}

/** Whether a unit is one of money. */
export function isMoney(unit: QuantityUnit): boolean {
  return unit === "USD" || unit === "EUR" || unit === "GBP" || unit === "JPY";
}

function signAt(tokens: readonly Token[], at: number): boolean {
  const [sign, after] = [tokens[at], tokens[at + 1]];
  if (sign === undefined || !["-", "–", "+", "±"].includes(sign.low) || after === undefined || after.gap) return false;
  const stands = sign.gap || OPENING.has(tokens[at - 1]?.low ?? "");
  return stands && (after.kind === "number" || SIGNS.has(after.low));
}

function currencyAt(tokens: readonly Token[], at: number): { unit: QuantityUnit; next: number; foreign: boolean } | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const after = tokens[at + 1];
  if (token.kind === "word" && after?.low === "$" && !after.gap && tokens[at + 2]?.kind === "number")
    return { unit: "USD", next: at + 2, foreign: token.low !== "us" && token.low !== "usd" };
  const counts = after?.kind === "number";
  if (!counts || (token.kind === "word" && token.text !== token.text.toUpperCase() && token.low !== "rs")) return undefined;
  // In "126,000$" the sign belongs to what stands before it.
  if (SIGNS.has(token.low) && !token.gap && tokens[at - 1]?.kind === "number") return undefined;
  const unit = Object.hasOwn(CURRENCIES, token.low) ? CURRENCIES[token.low] : undefined;
  if (unit) return { unit, next: at + 1, foreign: false };
  return FOREIGN.has(token.low) && token.low !== "btc" && token.low !== "eth" ? { unit: "none", next: at + 1, foreign: true } : undefined;
}

// "Q3", "COVID-19", "F-35" are names; "sub-3 %" is a bound.
function joinedToName(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined || token.gap) return false;
  if (before.kind === "word" || before.low === "_" || before.low === "#" || before.low === "@" || before.low === "/") return true;
  if (before.low === "+" && !before.gap && tokens[at - 2]?.kind === "word") return true;
  const hyphen = before.low === "-" && !before.gap ? tokens[at - 2] : undefined;
  return hyphen?.kind === "word" && !["sub", "near", "mid", "low", "high"].includes(hyphen.low);
}

// "3D", "5G", "737s"; "3-for-1", "10-K", "30-stock".
function joinedToWord(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at];
  if (after === undefined) return false;
  if (after.kind === "word") return !after.gap;
  if (hyphenAt(tokens, at))
    return (
      tokens[at + 1]?.kind === "word" &&
      tokens[at + 1]!.low !== "plus" &&
      tokens[at + 1]!.low !== "a" &&
      tokens[at + 1]!.low !== "fold" &&
      !isCurrencyWord(tokens[at + 1]!)
    );
  return false;
}

function isCurrencyWord({ kind, low }: Token): boolean {
  return kind === "word" && Object.hasOwn(CURRENCIES, low);
}

function scaleAt(tokens: readonly Token[], at: number, money: boolean): { scale: number; next: number; needsMoney: boolean } | undefined {
  const joined = hyphenAt(tokens, at) ? at + 1 : at;
  const token = tokens[joined];
  const none = { scale: 0, next: at, needsMoney: false };
  if (token?.kind !== "word") return none;
  const attached = !token.gap;
  if (token.low === MONEY_ONLY && (attached || money)) return { scale: 6, next: joined + 1, needsMoney: true };
  const table = attached ? ATTACHED : SCALES;
  return Object.hasOwn(table, token.low) ? { scale: table[token.low]!, next: joined + 1, needsMoney: false } : none;
}

function unitBehind(tokens: readonly Token[], at: number, currency: QuantityUnit | undefined): UnitRead | undefined {
  const read = unitAt(tokens, at);
  if (!read) return undefined;
  // "$40 billion dollars" says it twice; no other unit stands behind a currency.
  if (currency !== undefined) return read.unit === currency && read.scale === 0 && !SIGNS.has(tokens[at]!.low) ? read : undefined;
  const first = tokens[at]!;
  if (SIGNS.has(first.low) && (first.gap || (tokens[at + 1]?.kind === "number" && !tokens[at + 1]!.gap)))
    return read.unit === "EUR" && tokens[at + 1]?.kind !== "number" ? read : undefined;
  if (["x", "t", "pt"].includes(first.low) && first.gap) return undefined;
  // "3×4" multiplies.
  return first.low === "×" && tokens[at + 1]?.kind === "number" ? undefined : read;
}

function foreignBehind(tokens: readonly Token[], at: number, unit: QuantityUnit): boolean {
  if (unit !== "none") return false;
  const low = tokens[at]?.low ?? "";
  return FOREIGN_BEHIND.has(low) && !isTime(unit);
}
