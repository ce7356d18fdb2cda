export { type LaggardAtRecord, laggardAtRecords } from "./laggardAtRecords.ts";
export { type MarketState, type OutOfStep, outOfStep } from "./outOfStep.ts";
