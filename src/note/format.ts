import type { Measure } from "../market/index.ts";

const MINUS = "\u2212";
const UNKNOWN = "unknown";

// Not Intl: its data differ between versions of Node, and the same study must give the same bytes on all of them.
function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  const point = decimals === 0 ? text.length : text.length - decimals - 1;
  const grouped = text.slice(0, point).replace(/\B(?=(?:\d{3})+$)/g, ",") + text.slice(point);
  // What rounds to zero is shown without a sign.
  return value < 0 && /[1-9]/.test(text) ? MINUS + grouped : grouped;
}

/**
 * A ratio as a percentage, with a minus sign below zero; "unknown" where the measure has no value.
 *
 * @param measure unit ratio
 * @param options.decimals of the percentage
 *
 * @example
 * import { percent } from "lockstep/note";
 * percent({ value: -0.2579 }); // => "\u221225.8%"
 * percent({ value: null }); // => "unknown"
 */
export function percent({ value }: Pick<Measure, "value">, { decimals = 1 }: { decimals?: number } = {}): string {
  return value === null ? UNKNOWN : `${fixed(value * 100, decimals)}%`;
}

/**
 * A level in six significant digits, with two decimals at most; "unknown" where there is none.
 *
 * @example
 * import { level } from "lockstep/note";
 * level({ value: 124658.54 }); // => "124,659"
 */
export function level({ value }: Pick<Measure, "value">): string {
  if (value === null) return UNKNOWN;
  return fixed(value, Math.min(2, Math.max(0, 5 - Math.floor(Math.log10(value)))));
}

/**
 * A count with grouped thousands; "unknown" where there is none.
 *
 * @example
 * import { whole } from "lockstep/note";
 * whole({ value: 6597 }); // => "6,597"
 */
export function whole({ value }: Pick<Measure, "value">): string {
  return value === null ? UNKNOWN : fixed(value, 0);
}

/**
 * A number with a fixed count of decimals; "unknown" where there is none.
 *
 * @example
 * import { decimal } from "lockstep/note";
 * decimal({ value: -0.346 }, { decimals: 2 }); // => "\u22120.35"
 */
export function decimal({ value }: Pick<Measure, "value">, { decimals }: { decimals: number }): string {
  return value === null ? UNKNOWN : fixed(value, decimals);
}

/** What sums of money are counted in. */
const DOLLARS = { trillion: 1e12, billion: 1e9, million: 1e6 } as const;

/**
 * A sum of US dollars in trillions, billions or millions: "$5.60 trillion"; "unknown" where there is none.
 *
 * @param measure unit USD
 *
 * @example
 * import { dollars } from "lockstep/note";
 * dollars({ value: 38099000000 }, { in: "billion", decimals: 1 }); // => "$38.1 billion"
 * dollars({ value: -125609000000 }, { in: "billion", decimals: 0 }); // => "\u2212$126 billion"
 */
export function dollars({ value }: Pick<Measure, "value">, { in: unit, decimals }: { in: keyof typeof DOLLARS; decimals: number }): string {
  if (value === null) return UNKNOWN;
  const text = fixed(value / DOLLARS[unit], decimals);
  return `${text.startsWith(MINUS) ? `${MINUS}$${text.slice(1)}` : `$${text}`} ${unit}`;
}

/**
 * A rate or yield that is in percent already, with a minus sign below zero: "3.50%"; "unknown" where there is none.
 *
 * @param measure unit percent
 *
 * @example
 * import { rate } from "lockstep/note";
 * rate({ value: 3.0893 }); // => "3.09%"
 */
export function rate({ value }: Pick<Measure, "value">, { decimals = 2 }: { decimals?: number } = {}): string {
  return value === null ? UNKNOWN : `${fixed(value, decimals)}%`;
}

/**
 * A change with its sign, plus or minus, and none at zero: "+25", "\u22127".
 *
 * @example
 * import { signed } from "lockstep/note";
 * [25, -6.64, 0].map((value) => signed({ value })); // => ["+25", "\u22127", "0"]
 */
export function signed({ value }: Pick<Measure, "value">, { decimals = 0 }: { decimals?: number } = {}): string {
  if (value === null) return UNKNOWN;
  const text = fixed(value, decimals);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/**
 * A p-value: two decimals from a tenth on, three below, four below a thousandth; never zero.
 *
 * @example
 * import { pValue } from "lockstep/note";
 * [0.4567, 0.0331, 0.00032].map((value) => pValue({ value })); // => ["0.46", "0.033", "0.0003"]
 */
export function pValue({ value }: Pick<Measure, "value">): string {
  if (value === null) return UNKNOWN;
  if (value < 0.0001) return "<0.0001";
  // Close to one in twenty the third decimal decides.
  if (value < 0.001 || Math.abs(value - 0.05) < 0.0005) return fixed(value, 4);
  return fixed(value, value >= 0.1 ? 2 : 3);
}

/**
 * The interval of a ratio or probability as percentages: "20% to 60%"; "unknown" where it has none.
 *
 * @example
 * import { percentRange } from "lockstep/note";
 * percentRange({ interval: { lower: 0.199, upper: 0.601, level: 0.9 } }); // => "20% to 60%"
 */
export function percentRange({ interval }: Pick<Measure, "interval">, options: { decimals?: number } = { decimals: 0 }): string {
  return interval ? `${percent({ value: interval.lower }, options)} to ${percent({ value: interval.upper }, options)}` : UNKNOWN;
}

// Fewer independent shifts cannot bear a p-value of one in twenty.
const LEAST_SHIFTS = 20;

/**
 * A p-value over shifts, with a star where these are worth fewer than twenty independent ones.
 *
 * @example
 * import { starred } from "lockstep/note";
 * starred({ pValue: { value: 0.008 }, independent: { value: 13 } }); // => "0.008*"
 */
export function starred({ pValue: p, independent }: { pValue: Pick<Measure, "value">; independent: Pick<Measure, "value"> }): string {
  return `${pValue(p)}${p.value !== null && (independent.value ?? 0) < LEAST_SHIFTS ? "*" : ""}`;
}
