import { type Day, Problem } from "../market/index.ts";
import { longDay, MONTHS } from "./words.ts";

/** How numbers and days are written: the words stay English. */
export interface Locale {
  tag: string; // "de-DE"
  /** A number as the note writes it ("−25.8%"), in the manner of the locale ("−25,8 %"). */
  number: (text: string) => string;
  day: (day: Day) => string;
  /** Words with numbers and days among them, as a drawing holds them. */
  words: (text: string) => string;
}

/** The locale in which notes are written first; its own numbers and days need no change. */
export const FIRST_LOCALE = "en-GB";

// A numeral that a locale may write differently: grouped, with decimals, or a percentage.
const NUMERAL = /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+(?=%))(%?)/g;
const LONG_DAY = new RegExp(`\\b(\\d{1,2}) (${MONTHS.join("|")}) (\\d{4})\\b`, "g");

/**
 * A locale by its tag, with numbers and days as Intl writes them, in Latin digits; the minus sign stays a minus sign.
 *
 * @param tag BCP 47
 * @throws Problem (usage) when the tag is none, or nothing is known of it
 *
 * @example
 * import { localeOf } from "lockstep/note";
 * const german = localeOf("de-DE");
 * [german.number("−1,234.5"), german.number("25.8%"), german.day("2025-12-11")]; // => ["−1.234,5", "25,8\u00a0%", "11. Dezember 2025"]
 */
export function localeOf(tag: string): Locale {
  if (tag === FIRST_LOCALE) return { tag, number: (text) => text, day: longDay, words: (text) => text };
  const known = knownTag(tag);
  const days = new Intl.DateTimeFormat(known, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  });
  const day = (iso: Day) => days.format(new Date(`${iso}T00:00:00Z`));
  const number = (text: string) => text.replace(NUMERAL, (_, numeral: string, percent: string) => inLocale(known, numeral, percent === "%"));
  const words = (text: string) =>
    number(text).replace(LONG_DAY, (_, date: string, month: string, year: string) =>
      day(`${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${date.padStart(2, "0")}`),
    );
  return { tag: known, number, day, words };
}

function inLocale(tag: string, numeral: string, percent: boolean): string {
  const digits = numeral.split(".")[1]?.length ?? 0;
  const format = new Intl.NumberFormat(tag, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    numberingSystem: "latn",
    ...(percent ? { style: "percent" } : {}),
  });
  const value = Number(numeral.replaceAll(",", ""));
  return format.format(percent ? value / 100 : value);
}

function knownTag(tag: string): string {
  try {
    const [known] = Intl.NumberFormat.supportedLocalesOf(tag);
    if (known !== undefined) return known;
  } catch {
    // What is no tag is as little known.
  }
  throw new Problem("usage", `expected a locale as de-DE; received ${tag}`, "--locale");
}
