import type { QuantityUnit } from "../../mention.ts";
import { valueOf } from "../numbers/decimal.ts";
import { numeralAt } from "../numbers/numeralAt.ts";
import type { Token } from "../numbers/tokensOf.ts";
import { unitAt } from "../numbers/unitAt.ts";
import { addMonths } from "./civil.ts";

/** So many days, weeks, months or years, as an article counts them. */
export interface Count {
  many: number;
  unit: "days" | "weeks" | "months" | "years";
  next: number;
}

const ONE = new Map<string, Omit<Count, "next">>([
  ["day", { many: 1, unit: "days" }],
  ["session", { many: 1, unit: "days" }],
  ["week", { many: 1, unit: "weeks" }],
  ["fortnight", { many: 2, unit: "weeks" }],
  ["month", { many: 1, unit: "months" }],
  ["quarter", { many: 3, unit: "months" }],
  ["year", { many: 1, unit: "years" }],
  ["decade", { many: 10, unit: "years" }],
]);

const DAYS_PER_SESSION = 7 / 5;
const MOST = 12_000; // months; a thousand years

/** The count of a time that begins at a token: "five years", "12 months", "24 hours"; "year" alone is one. */
export function countAt(tokens: readonly Token[], at: number): Count | undefined {
  const one = ONE.get(tokens[at]?.low ?? "");
  if (one !== undefined) return { ...one, next: at + 1 };
  const numeral = numeralAt(tokens, at);
  if (!numeral) return undefined;
  const said = valueOf(numeral.decimal);
  if (["hours", "hour"].includes(tokens[numeral.next]?.low ?? "")) return checked(Math.max(1, Math.round(said / 24)), "days", numeral.next + 1);
  const read = unitAt(tokens, numeral.next);
  if (!read) return undefined;
  const many = said * 10 ** read.scale * (read.times ?? 1);
  if (read.unit === "sessions") return checked(Math.ceil(many * DAYS_PER_SESSION), "days", read.next);
  return isCalendar(read.unit) ? checked(many, read.unit, read.next) : undefined;
}

function isCalendar(unit: QuantityUnit): unit is Count["unit"] {
  return unit === "days" || unit === "weeks" || unit === "months" || unit === "years";
}

function checked(many: number, unit: Count["unit"], next: number): Count | undefined {
  return many > 0 && many <= MOST ? { many, unit, next } : undefined;
}

/** The day so many days, weeks, months or years on; back where `sign` is -1. */
export function countedFrom(day: number, { many, unit }: Omit<Count, "next">, sign: 1 | -1): number {
  switch (unit) {
    case "days":
      return day + sign * Math.round(many);
    case "weeks":
      return day + sign * Math.round(7 * many);
    case "months":
      return addMonths(day, sign * Math.round(many));
    case "years":
      return addMonths(day, sign * Math.round(12 * many));
    default:
      throw new RangeError(`invalid unit: ${String(unit satisfies never)}`);
  }
}
