import type { Measure, Unit } from "../../market/index.ts";

const WORDS: Readonly<Record<string, number>> = { no: 0, none: 0, zero: 0, one: 1, yes: 1, ten: 10 };
const NUMERAL = /([\u2212+])?(\$)?(\d[\d,]*(?:\.\d+)?)(%| trillion\b| billion\b| million\b)?/g;
const SUMS: Readonly<Record<string, number>> = { " trillion": 1e-12, " billion": 1e-9, " million": 1e-6 };
// A value that lies on the edge between two roundings may be written either way.
const HAIR = 1e-9;

/**
 * Whether a text says what its measure holds: every numeral in it is the value, a bound or the level of its interval, or the count behind it, in its unit, with
 * its sign where one is written, and rounded as it is written. Without a value a text says no number; with one it may be a word for it.
 */
export function saysValue(text: string, measure: Pick<Measure, "value" | "interval" | "n" | "unit">): boolean {
  const { value, interval } = measure;
  const numerals = [...text.matchAll(NUMERAL)];
  const word = WORDS[text.toLowerCase()];
  if (value === null) return numerals.length === 0 && word === undefined;
  if (numerals.length === 0) return word === undefined ? text === "no interval" && !interval : Math.abs(value) === word;
  return numerals.every(([, sign, currency, numeral = "", after = ""]) => {
    if (currency !== undefined && measure.unit !== "USD") return false;
    const said = Number(numeral.replaceAll(",", ""));
    if (text.startsWith("<")) return value < said;
    const half = 0.5 * 10 ** -(numeral.split(".")[1]?.length ?? 0) * (1 + HAIR);
    return heldAs(measure, after).some((held) => Math.abs(Math.abs(held) - said) <= half + HAIR * said && signed(held, sign));
  });
}

/** What a measure holds, as a numeral with such a unit after it counts it. */
function heldAs({ value, interval, n, unit }: Pick<Measure, "value" | "interval" | "n" | "unit">, after: string): number[] {
  const values = [value, interval?.lower, interval?.upper].flatMap((one) => one ?? []);
  const counts = after === "" ? [n] : after === "%" && interval ? [interval.level * 100] : [];
  return [...values.flatMap((one) => scalesOf(unit, after).map((scale) => one * scale)), ...counts];
}

function scalesOf(unit: Unit, after: string): readonly number[] {
  if (after === "%") return [unit === "percent" ? 1 : 100];
  if (after !== "") return [SUMS[after]!];
  // In columns of billions and of percentage points the unit stands at the head.
  return unit === "USD" ? [1, 1e-9] : unit === "ratio" ? [1, 100] : [1];
}

function signed(held: number, sign: string | undefined): boolean {
  return sign === undefined || (sign === "+" ? held > 0 : held < 0);
}
