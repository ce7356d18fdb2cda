import type { Measure } from "../../market/index.ts";
import { decimal, dollars, level, percent, rate, whole } from "../format.ts";

// From here on dollars are a sum and no longer a price.
const SUM = 1e6;

/**
 * A value in the manner of its unit: "−27.3%", "$124,659", "$8.17 billion", "56 bp", "5.0 years"; "unknown" where there is none.
 *
 * @example
 * import { measureText } from "lockstep/note";
 * measureText({ value: -0.2734, unit: "ratio" }); // => "\u221227.3%"
 * measureText({ value: 8_167_000_000, unit: "USD" }); // => "$8.17 billion"
 */
export function measureText({ value, unit }: Pick<Measure, "value" | "unit">): string {
  if (value === null) return level({ value });
  const counts: string = unit;
  switch (counts) {
    case "ratio":
    case "probability":
      return percent({ value });
    case "percent":
      return rate({ value });
    case "bp":
    case "points":
      return `${decimal({ value }, { decimals: Number.isInteger(value) ? 0 : 1 })} ${counts}`;
    case "correlation":
      return decimal({ value }, { decimals: 2 });
    case "deviations":
    case "years":
    case "times":
      return `${decimal({ value }, { decimals: 1 })} ${counts}`;
    case "index":
      return signedLevel(value);
    case "USD":
      return Math.abs(value) < SUM ? signedLevel(value, "$") : sum(value);
    default:
      return counted(value, counts);
  }
}

/** A change with its sign, plus or minus: "+15.5%". */
export function changeText(measure: Pick<Measure, "value" | "unit">): string {
  const text = measureText(measure);
  return (measure.value ?? 0) > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A row of figures needs no unit beside its value where it has none. */
function counted(value: number, unit: string): string {
  const text = Number.isInteger(value) ? whole({ value }) : signedLevel(value);
  if (unit === "" || unit === "none") return text;
  const one = value === 1 && /^[a-z]+s$/.test(unit);
  return `${text} ${one ? unit.slice(0, -1) : unit}`;
}

// A level has its digits by its size, whatever its sign.
function signedLevel(value: number, currency = ""): string {
  return `${value < 0 ? "\u2212" : ""}${currency}${level({ value: Math.abs(value) })}`;
}

/** A sum in as many places as it has, two at most. */
function sum(value: number): string {
  const size = Math.abs(value);
  const [unit, one] = size >= 1e12 ? (["trillion", 1e12] as const) : size >= 1e9 ? (["billion", 1e9] as const) : (["million", 1e6] as const);
  const decimals = [0, 1].find((places) => Math.abs(Number((size / one).toFixed(places)) - size / one) < 1e-9) ?? 2;
  return dollars({ value }, { in: unit, decimals });
}
