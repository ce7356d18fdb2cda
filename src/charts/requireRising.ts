/** @throws RangeError when there is no number, one is none, or one does not exceed the one before */
export function requireRising(what: string, numbers: readonly number[]): void {
  if (numbers.length === 0) throw new RangeError(`invalid ${what}: none`);
  for (const [k, number] of numbers.entries()) {
    if (!Number.isFinite(number)) throw new RangeError(`invalid ${what}: ${number}`);
    if (k > 0 && number <= numbers[k - 1]!) throw new RangeError(`invalid ${what}: ${number} after ${numbers[k - 1]}`);
  }
}
