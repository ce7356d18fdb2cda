/** A study under one set of definitions, reduced to what is compared. */
export interface Specification {
  /** The definitions by name, each as a word: "20%", "24:00 UTC". */
  definition: Readonly<Record<string, string>>;
  /** The effect: the share of catch-ups less their base; NaN where nothing was counted. */
  effect: number;
  /** What the study would conclude; undefined where it cannot say. */
  conclusions: Readonly<Record<string, boolean | undefined>>;
}

/** A conclusion over all definitions tried. */
export interface Support {
  conclusion: string; // "moreThanBase"
  main: boolean | undefined; // what the definitions in force say
  support: number; // 64; definitions under which it holds
  decided: number; // 82; definitions under which it holds or does not
  flips: { dimension: string; to: string }[]; // single changes of the definitions in force that turn it around
  shares: { dimension: string; value: string; support: number; decided: number }[]; // by each value of each dimension
}

/** The study over a grid of definitions. */
export interface SpecificationCurve {
  tried: number; // 360; all definitions on the grid
  computable: number; // 82; those with an effect
  effects: { lowest: number; median: number; highest: number; main: number }; // NaN where none is computable
  order: number[]; // positions of the computable specifications, ascending by effect
  conclusions: Support[];
}

/**
 * Specification curve: one question under every definition that could have been chosen, with the share of them that supports each conclusion.
 *
 * Not a test: the definitions share their data. It shows whether a conclusion is one of the data or of a choice; `flips` names the single
 * choices on which it hangs. The number tried is part of the result. Source: Simonsohn, Simmons and Nelson 2020 (Nature Human
 * Behaviour 4:1208-1214).
 *
 * @param specifications at least one, each with the same dimensions and conclusions
 * @param options.main position of the definitions in force
 * @throws RangeError when `main` is no position
 *
 * @example
 * import { specificationCurve } from "lockstep/lag";
 * const of = (below, effect) => ({ definition: { below }, effect, conclusions: { more: Number.isNaN(effect) ? undefined : effect > 0 } });
 * const { tried, computable, conclusions } = specificationCurve([of("20%", 0.1), of("27%", -0.1), of("40%", NaN)], { main: 0 });
 * [tried, computable, conclusions[0].support, conclusions[0].flips]; // => [3, 2, 1, [{ dimension: "below", to: "27%" }]]
 */
export function specificationCurve(specifications: readonly Specification[], { main: at }: { main: number }): SpecificationCurve {
  const main = specifications[at];
  if (!main) throw new RangeError(`invalid main: ${at}`);
  const order = [...specifications.keys()]
    .filter((k) => !Number.isNaN(specifications[k]!.effect))
    .sort((a, b) => specifications[a]!.effect - specifications[b]!.effect || a - b);
  const effectAt = (place: number): number => specifications[order[place] ?? -1]?.effect ?? Number.NaN;
  const half = order.length / 2;
  return {
    tried: specifications.length,
    computable: order.length,
    effects: {
      lowest: effectAt(0),
      median: order.length % 2 === 1 ? effectAt(Math.floor(half)) : (effectAt(half - 1) + effectAt(half)) / 2,
      highest: effectAt(order.length - 1),
      main: main.effect,
    },
    order,
    conclusions: Object.keys(main.conclusions).map((conclusion) => supportOf(conclusion, specifications, main)),
  };
}

function supportOf(conclusion: string, specifications: readonly Specification[], main: Specification): Support {
  const holds = main.conclusions[conclusion];
  const count = (within: readonly Specification[]) => ({
    support: within.filter(({ conclusions }) => conclusions[conclusion] === true).length,
    decided: within.filter(({ conclusions }) => conclusions[conclusion] !== undefined).length,
  });
  const dimensions = Object.keys(main.definition);
  const flips = specifications.flatMap((other) => {
    const changed = dimensions.filter((dimension) => other.definition[dimension] !== main.definition[dimension]);
    const [dimension, ...more] = changed;
    const turned = holds !== undefined && other.conclusions[conclusion] === !holds;
    return dimension !== undefined && more.length === 0 && turned ? [{ dimension, to: other.definition[dimension]! }] : [];
  });
  const shares = dimensions.flatMap((dimension) =>
    [...new Set(specifications.map(({ definition }) => definition[dimension]!))].map((value) => ({
      dimension,
      value,
      ...count(specifications.filter(({ definition }) => definition[dimension] === value)),
    })),
  );
  return { conclusion, main: holds, ...count(specifications), flips, shares };
}
