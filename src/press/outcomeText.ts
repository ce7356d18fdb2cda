import { percent, type ScoredForecast } from "../note/index.ts";
import { longDay } from "../note/words.ts";
import type { Manifest } from "./manifest.ts";

/** What a note put on record, and what came of it, in a sentence. */
export function outcomeText({ says: { forecast, laggard } }: Manifest, scored: ScoredForecast | undefined): string {
  if (!forecast || laggard === null) return "No probability was put on record.";
  if (forecast.probability.value === null) return `No probability was put on record: ${forecast.probability.reason ?? "too few cases"}.`;
  const said = (measure: typeof forecast.base) => percent(measure, { decimals: 0 });
  const was = `On record: a record of ${laggard} by ${longDay(forecast.due)}, ${said(forecast.probability)} (base ${said(forecast.base)})`;
  return `${was}: ${OUTCOME[scored?.outcome ?? "unknown"]}.`;
}

const OUTCOME: Readonly<Record<ScoredForecast["outcome"], string>> = {
  came: "it came",
  didNot: "it did not come",
  pending: "not due yet",
  unknown: "what came is not known",
};
