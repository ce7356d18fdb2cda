import type { Measure } from "../market/index.ts";

const LOCALE = "en-US";
const MINUS = "\u2212";
const UNKNOWN = "unknown";

const formats = new Map<string, Intl.NumberFormat>();

// Making a format costs a thousand times as much as using it.
function formatOf(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const made = formats.get(key) ?? new Intl.NumberFormat(LOCALE, options);
  formats.set(key, made);
  return made;
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
  const format = formatOf(`percent ${decimals} ${plus}`, {
    style: "percent",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: plus ? "exceptZero" : "negative",
  });
  return format.format(value).replace("-", MINUS);
}

/** A level in six significant digits, with two decimals at most. */
export function level({ value }: Pick<Measure, "value">): string {
  if (value === null) return UNKNOWN;
  return grouped(value, Math.min(2, Math.max(0, 5 - Math.floor(Math.log10(value)))));
}

/** A count with grouped thousands. */
export function whole({ value }: Pick<Measure, "value">): string {
  return value === null ? UNKNOWN : grouped(value, 0);
}

function grouped(value: number, decimals: number): string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return formatOf(`decimal ${decimals}`, options).format(value).replace("-", MINUS);
}
