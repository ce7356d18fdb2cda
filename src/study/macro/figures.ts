import type { Reading, SourcedFact } from "../../market/index.ts";
import type { FuturesCurve } from "../../rates/index.ts";

/** The figures of the macro picture; what is absent is not held. */
export interface MacroFigures {
  /** Rates, yields and balances by id: DFF or EFFR, DFEDTARL, DFEDTARU, DGS2, WALCL, WTREGEN, RRPONTSYD, TGA and others. */
  readings: Readonly<Record<string, Reading>>;
  /** Days with prices of federal funds futures, ascending, each from one source. */
  curves: readonly FuturesCurve[];
  /** Treasury operations of the New York Fed, ascending by day (kind treasuryOperation). */
  operations: readonly SourcedFact[];
  /** Quoted growth of earnings per share (kind epsForecast). */
  forecasts: readonly SourcedFact[];
}
