export interface NaiveCase {
  time: number;
  ends: "catchUp" | "rollOver" | "open";
}

/**
 * Shares of the cases that had ended by a time, and in what: each case weighs the same at first, and one lost from sight hands what it
 * weighs to those followed for longer, in equal parts.
 */
export function naiveIncidence(cases: readonly NaiveCase[], by: number): { catchUp: number; rollOver: number; open: number } {
  const weight = cases.map(() => 1 / cases.length);
  const lost = [...cases.keys()].filter((k) => cases[k]!.ends === "open").sort((a, b) => cases[a]!.time - cases[b]!.time);
  for (const k of lost) {
    const longer = [...cases.keys()].filter((other) => cases[other]!.time > cases[k]!.time);
    for (const other of longer) weight[other]! += weight[k]! / longer.length;
    if (longer.length > 0) weight[k] = 0;
  }
  const share = (ends: NaiveCase["ends"]): number =>
    weight.filter((_, k) => cases[k]!.ends === ends && cases[k]!.time <= by).reduce((sum, one) => sum + one, 0);
  const [catchUp, rollOver] = [share("catchUp"), share("rollOver")];
  return { catchUp, rollOver, open: 1 - catchUp - rollOver };
}
