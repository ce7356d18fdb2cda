import { Problem } from "../../market/index.ts";
import type { Fact } from "../source.ts";

/** Takes the facts of a file as they come; an id comes once. */
export interface FactCollector {
  /** @throws Problem (data) naming both lines where an id comes again */
  add: (fact: Fact, line: number) => void;
  facts: Fact[];
}

/** A collector of facts for one file. */
export function collectFacts(path: string): FactCollector {
  const facts: Fact[] = [];
  const lineOf = new Map<string, number>();
  return {
    facts,
    add(fact, line) {
      const before = lineOf.get(fact.id);
      if (before !== undefined) throw new Problem("data", `expected each once; received that of line ${before} again`, `${path}:${line}`);
      lineOf.set(fact.id, line);
      facts.push(fact);
    },
  };
}
