export { type Health, health, type SeriesHealth, type SourceHealth } from "./doctor.ts";
export type { FetchEvent, SeriesFetched } from "./fetchSeries.ts";
export { fetchTargets, type TargetFetched } from "./fetchTargets.ts";
export { type Figures, figuresOf, marketFigures } from "./figures.ts";
export { type FileImported, importFile } from "./importFile.ts";
export { marketsOut } from "./marketsOut.ts";
export { decide, type QuarantinedBar, quarantined } from "./quarantine.ts";
export { comparable, IMPORTED, type Subject, type Target } from "./subject.ts";
export { knownTargets, marketTarget, peersOf, readingTargets } from "./targets.ts";
