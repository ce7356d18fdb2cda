export { drawdown } from "./drawdown.ts";
export { type DrawdownEpisode, drawdownEpisodes } from "./drawdownEpisodes.ts";
export { randomWalkRecordProbability, randomWalkRecords } from "./randomWalkRecords.ts";
export { type RecordEpisode, recordEpisodes } from "./recordEpisodes.ts";
export { type RecordHigh, recordHighs } from "./recordHighs.ts";
export { type Standing, standing } from "./standing.ts";
export { trough } from "./trough.ts";
