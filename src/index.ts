export type { Day, Instrument, Market, Markets, Measure, Series } from "./market/index.ts";
export { Problem, toSeries } from "./market/index.ts";
export { drawdown, recordHighs } from "./records/index.ts";
export { type Group, type Study, study } from "./study/index.ts";
