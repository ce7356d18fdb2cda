export { align, type Column, type Frame, type Reference } from "./align.ts";
export { type Day, dayNumber, parseDay, toDay } from "./day.ts";
export { BASES, type Basis, type Field, fieldOf } from "./field.ts";
export { type Calendar, type CloseInstant, clockText, type Instrument } from "./instrument.ts";
export type { Market, Markets } from "./markets.ts";
export type { Dropped, Measure, Unit } from "./measure.ts";
export { Problem, type ProblemKind } from "./problem.ts";
export { countHeld, quoted, type Series, type SeriesInput, sinceSession, span, through, toSeries } from "./series.ts";
export { type State, stateOf } from "./state.ts";
