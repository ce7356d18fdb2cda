import type { Measure } from "../market/index.ts";

const LOCALE = "en-US";
const MINUS = "\u2212";
const UNKNOWN = "unknown";

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, options: Intl.NumberFormatOptions): string {
  const key = JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.NumberFormat(LOCALE, options);
  formats.set(key, made);
  return made.format(value).replace("-", MINUS);
}

/**
 * A ratio as a signed percentage; "unknown" where the measure has no value.
 *
 * @param measure unit ratio
 * @param options.decimals of the percentage
 * @param options.plus whether a rise carries a plus sign
 */
export function percent({ value }: Pick<Measure, "value">, { decimals = 1, plus = false }: { decimals?: number; plus?: boolean } = {}): string {
  if (value === null) return UNKNOWN;
  // A distance that rounds to zero is shown as zero without a sign; one at the record is exactly zero.
  return format(value, {
    style: "percent",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: plus ? "exceptZero" : "negative",
  });
}

/** A level with no more digits than the figures carry: six significant ones, as two decimals or none. */
export function level({ value }: Pick<Measure, "value">): string {
  if (value === null) return UNKNOWN;
  const decimals = Math.abs(value) < 10_000 ? 2 : 0;
  return format(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A count with grouped thousands. */
export function whole({ value }: Pick<Measure, "value">): string {
  return value === null ? UNKNOWN : format(value, { maximumFractionDigits: 0 });
}
