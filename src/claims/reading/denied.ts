import type { Quantity } from "../mention.ts";

/** Whether a number is said only to be put right: the first of "not 30 % but 27 %". */
export function isDenied(sentence: string, { from, to }: Pick<Quantity, "from" | "to">): boolean {
  return (
    /\bnot\s+(?:up|down|by|a|at|above|below|about)?\s*$/i.test(sentence.slice(Math.max(0, from - 12), from)) && /\bbut\b/i.test(sentence.slice(to, to + 60))
  );
}
