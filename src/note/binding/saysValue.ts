import type { Measure } from "../../market/index.ts";

/** What a value may be counted in: itself, percent or basis points, millions, billions, trillions. */
const SCALES = [1, 100, 1e-6, 1e-9, 1e-12] as const;
const WORDS: Readonly<Record<string, number>> = { no: 0, none: 0, zero: 0, one: 1, yes: 1, ten: 10 };
const NUMERAL = /\d[\d,]*(?:\.\d+)?/g;
// A value that lies on the edge between two roundings may be written either way.
const HAIR = 1e-9;

/**
 * Whether a text says what its measure holds: every numeral in it is the value, a bound or the level of its interval, or the count behind it, rounded as it is written.
 * Without a value a text says no number; with one it may be a word for it.
 */
export function saysValue(text: string, { value, interval, n }: Pick<Measure, "value" | "interval" | "n">): boolean {
  const numerals = text.match(NUMERAL) ?? [];
  const held = [value, interval?.lower, interval?.upper, interval?.level, n].filter((one) => one !== null && one !== undefined);
  if (numerals.length === 0) {
    const word = WORDS[text];
    return word === undefined || value === null ? true : Math.abs(Math.abs(value) - word) < 0.5;
  }
  if (value === null && interval === undefined) return false;
  return numerals.every((numeral) => {
    const decimals = numeral.split(".")[1]?.length ?? 0;
    const said = Number(numeral.replaceAll(",", ""));
    const half = 0.5 * 10 ** -decimals * (1 + HAIR);
    if (text.startsWith("<")) return held.some((one) => one < said);
    return held.some((one) => SCALES.some((scale) => Math.abs(Math.abs(one) * scale - said) <= half + HAIR * said));
  });
}
