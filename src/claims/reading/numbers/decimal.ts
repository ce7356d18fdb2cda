/** A number as it is written: 27.3 is the digits 273 and the exponent -1. */
export interface Decimal {
  digits: string; // "273"
  exponent: number;
}

const PLAIN = /^\d+(?:\.\d+)?$/;
const ENGLISH = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const SWISS = /^\d{1,3}(?:['’\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?$/;
const GERMAN = /^\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
// Three digits after one comma are thousands; "27,3" can only be a decimal comma.
const COMMA = /^\d{1,3},\d{1,2}$/;

// "126.000" is thousands to some and three places to others.
const EITHER = /^[1-9]\d{0,2}\.000$/;

const LONGEST = 40; // characters; what is longer is no figure of a market

/** A number as it is written, from its text; undefined where the text is none or can be read in more than one way. */
export function decimalOf(text: string): Decimal | undefined {
  if (text.length > LONGEST || EITHER.test(text)) return undefined;
  if (PLAIN.test(text) || ENGLISH.test(text)) return decimalFrom(text.replaceAll(",", ""));
  if (COMMA.test(text)) return decimalFrom(text.replace(",", "."));
  if (SWISS.test(text)) return decimalFrom(text.replace(/['’\u00a0\u2009\u202f]/g, "").replace(",", "."));
  if (GERMAN.test(text)) return decimalFrom(text.replaceAll(".", "").replace(",", "."));
  return undefined;
}

/** A number as it is written, of a whole number that stands in words. */
export function decimalOfWhole(whole: number): Decimal {
  return { digits: String(whole), exponent: 0 };
}

/** The number times a power of ten. */
export function valueOf({ digits, exponent }: Decimal, scale = 0): number {
  // Through the text: 8.2 * 1e9 may miss the double nearest to 8.2e9.
  return Number(`${digits}e${exponent + scale}`);
}

/** One unit of the last place that the number claims, times a power of ten. */
export function stepOf({ digits, exponent }: Decimal, scale = 0): number {
  return Number(`1e${(exponent < 0 ? exponent : zerosWithoutClaim(digits)) + scale}`);
}

// Zeros at the end of a whole number claim nothing, beyond two digits.
function zerosWithoutClaim(digits: string): number {
  const shown = digits.replace(/^0+(?=\d)/, "");
  let zeros = 0;
  while (zeros < shown.length - 2 && shown[shown.length - 1 - zeros] === "0") zeros++;
  return zeros;
}

function decimalFrom(plain: string): Decimal {
  const [whole = "", fraction = ""] = plain.split(".");
  return { digits: whole + fraction, exponent: -fraction.length };
}
