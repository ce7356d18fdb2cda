const FEWEST_DIGITS = 6; // survive 32 bits whatever they are: a shorter decimal is found with zeros at its end
const MOST_DIGITS = 9; // enough to tell any two float32 apart

/**
 * The shortest decimal that is the same float32: 57.32 for 57.31999969482422, what is left of 57.32 after a stay in 32 bits.
 *
 * A number that is no float32 never was in 32 bits and stays as it is, and so does a whole one.
 */
export function float32(value: number): number {
  if (Number.isInteger(value) || Math.fround(value) !== value) return value;
  for (let digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return shorter;
  }
  return Number(value.toPrecision(MOST_DIGITS));
}
