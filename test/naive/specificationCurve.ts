import type { Specification } from "../../src/lag/index.ts";

/** Definitions that differ from those in force in one choice and turn a conclusion around: every choice is changed by itself and looked for. */
export function naiveFlips(specifications: readonly Specification[], main: number, conclusion: string): string[] {
  const force = specifications[main]!;
  const found: string[] = [];
  for (const other of specifications) {
    for (const dimension of Object.keys(force.definition)) {
      const to = other.definition[dimension]!;
      const changed = { ...force.definition, [dimension]: to };
      if (to === force.definition[dimension] || JSON.stringify(changed) !== JSON.stringify(other.definition)) continue;
      const [here, there] = [force.conclusions[conclusion], other.conclusions[conclusion]];
      if ((here === true && there === false) || (here === false && there === true)) found.push(`${dimension} ${to}`);
    }
  }
  return found;
}
