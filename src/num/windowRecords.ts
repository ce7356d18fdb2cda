/**
 * Positions of the highs (or lows) of a trailing window: values strictly above (below) every value of the `window` positions before.
 *
 * Nothing is said of the first `window` positions after the first value: the window is not full. NaN is missing: never a high, and no bar
 * to one. With a window of 252 sessions these are the 52-week highs.
 *
 * @param options.window positions before, at least 1
 * @param options.of default "highs"
 * @throws RangeError when window is no whole number above zero
 *
 * @example
 * import { windowRecords } from "lockstep/num";
 * windowRecords([5, 1, 2, 3, 3], { window: 2 }); // => [3]
 * windowRecords([5, 4, 3, 4], { window: 1, of: "lows" }); // => [1, 2]
 */
export function windowRecords(values: ArrayLike<number>, { window, of = "highs" }: { window: number; of?: "highs" | "lows" }): number[] {
  if (!Number.isInteger(window) || window < 1) throw new RangeError(`invalid window: ${window}`);
  const sign = of === "highs" ? 1 : -1;
  // Candidates for the extreme of the window, best first: a later and better value ends an earlier one's chance.
  const best: number[] = [];
  let head = 0;
  let first = Number.POSITIVE_INFINITY;
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const value = sign * values[i]!;
    if (Number.isNaN(value)) continue;
    if (first === Number.POSITIVE_INFINITY) first = i;
    while (head < best.length && best[head]! < i - window) head++;
    if (i - first >= window && (head === best.length || value > sign * values[best[head]!]!)) found.push(i);
    while (best.length > head && sign * values[best.at(-1)!]! <= value) best.pop();
    best.push(i);
  }
  return found;
}
