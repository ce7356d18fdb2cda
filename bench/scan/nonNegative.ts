/**
 * The coefficients, none below zero, with which rows of a few columns come nearest to values, in relative error. All subsets of the columns are
 * tried, which is well for the few there are.
 */
export function nonNegative(rows: readonly (readonly number[])[], values: readonly number[]): number[] {
  const columns = rows[0]?.length ?? 0;
  const scaled = rows.map((row, k) => row.map((cell) => cell / values[k]!));
  let best = Array.from({ length: columns }, () => 0);
  let least = values.length;
  for (let chosen = 1; chosen < 2 ** columns; chosen++) {
    const used = Array.from({ length: columns }, (_, c) => c).filter((c) => (chosen >> c) & 1);
    const own = solved(
      used.map((a) => used.map((b) => scaled.reduce((sum, row) => sum + row[a]! * row[b]!, 0))),
      used.map((a) => scaled.reduce((sum, row) => sum + row[a]!, 0)),
    );
    if (!own.every((value) => value >= 0)) continue;
    const error = scaled.reduce((sum, row) => sum + (used.reduce((of, c, k) => of + row[c]! * own[k]!, 0) - 1) ** 2, 0);
    if (error >= least) continue;
    least = error;
    best = best.map(() => 0);
    for (const [k, c] of used.entries()) best[c] = own[k]!;
  }
  return best;
}

/** The solution of a small system, by elimination; NaN where there is none. */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k]!]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    const pivot = rows.slice(at).reduce((most, row) => (Math.abs(row[at]!) > Math.abs(most[at]!) ? row : most));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(at, 0, pivot);
    for (let below = 0; below < size; below++) {
      if (below === at) continue;
      const share = rows[below]![at]! / pivot[at]!;
      for (let c = at; c <= size; c++) rows[below]![c]! -= share * pivot[c]!;
    }
  }
  return rows.map((row, k) => row[size]! / row[k]!);
}
