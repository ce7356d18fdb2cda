import type { divergences, LaggardPath } from "../lag/index.ts";
import { type Day, dayNumber } from "../market/index.ts";
import { provenance, withClocks } from "./measures.ts";
import type { Pair } from "./pair.ts";
import { rounded } from "./rounded.ts";
import type { Study } from "./schema.ts";

type Found = ReturnType<typeof divergences>["cases"];

/** Where the laggard stood from the onset of each case to its end, session by session of its own. */
export function casePaths(cases: Found, pair: Pair, path: LaggardPath | undefined, asOf: Day): Study["cases"]["paths"] {
  if (!pair.known || !path) return [];
  const { sessions, below } = path;
  const description = withClocks(
    {
      unit: "ratio",
      asOf,
      method: "drawdowns",
      definition: `${pair.laggard} over its record so far, minus one, on its own sessions from the onset to the end of the case, rounded to six decimals`,
    },
    pair.clocks,
  );
  const origin = provenance(description, pair.shared);
  return cases.map(({ onset, resolution, resolvedOn }) => {
    const begins = dayNumber(onset);
    const ends = resolvedOn === null ? dayNumber(asOf) : dayNumber(resolvedOn);
    const within = [...sessions.keys()].filter((k) => sessions[k]! >= begins && sessions[k]! <= ends);
    return {
      onset,
      resolution,
      days: within.map((k) => sessions[k]! - begins),
      values: within.map((k) => rounded(Math.expm1(-below[k]!))),
      ...origin,
    };
  });
}
