import type { Day, Measure } from "../../market/index.ts";
import { type FuturesCurve, pathChange, type RatePath } from "../../rates/index.ts";
import { provenance, unknown } from "../measures.ts";
import { aboutPath, curveWithin, pathFrom } from "./curvePath.ts";
import type { MacroFigures } from "./figures.ts";
import { policyKnown } from "./policyOf.ts";
import type { Macro } from "./schema.ts";

/** How a path has changed since an earlier curve: each with the decisions and the range as they were known on its day. */
export function pathBefore(
  macro: MacroFigures,
  now: RatePath,
  curve: FuturesCurve,
  { ago, least, most }: { ago: "day" | "week"; least: number; most: number },
  asOf: Day,
): Macro["path"]["before"][number] {
  const earlier = curveWithin(macro.curves, curve.day, { least, most });
  if (!earlier) return { ago, day: null, reason: `no prices held of a ${ago} before ${curve.day}`, meetings: [] };
  const before = pathFrom(macro, earlier, policyKnown(macro, earlier.day), now.rule);
  if (typeof before === "string") return { ago, day: earlier.day, reason: before, meetings: [] };
  const measure = (unit: string, definition: string, value: number | null): Measure =>
    value === null
      ? unknown(aboutPath(unit, definition, asOf), `the curve of ${earlier.day} does not say it of the same range`)
      : {
          value,
          ...provenance(aboutPath(unit, definition, asOf), []),
          n: Object.keys(earlier.prices).length,
          from: earlier.day,
          to: curve.day,
          sources: [...new Set([earlier.source, curve.source])],
        };
  const since = `since ${earlier.day}`;
  return {
    ago,
    day: earlier.day,
    meetings: pathChange(now, before).map(({ meeting, endBp, cut, hold, hike }) => ({
      day: meeting,
      rateBp: measure("bp", `change of the rate implied after the meeting ${since}`, endBp),
      cut: measure("ratio", `change of the probability of a lower range ${since}`, cut),
      hold: measure("ratio", `change of the probability of the same range ${since}`, hold),
      hike: measure("ratio", `change of the probability of a higher range ${since}`, hike),
    })),
  };
}
