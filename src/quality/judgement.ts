import type { BarStatus, Bars, Instrument } from "../market/index.ts";

/** What speaks against a bar. */
export type FlagKind =
  | "rejected"
  | "notASession"
  | "ahead"
  | "partial"
  | "nonPositive"
  | "range"
  | "stale"
  | "disagreement"
  | "wick"
  | "spike"
  | "jump"
  | "split"
  | "gapToNext"
  | "record";

/** One reason why the bar of a session is not final. */
export interface Flag {
  session: number; // 18975; days since 1970-01-01
  kind: FlagKind; // "gapToNext"
  status: Exclude<BarStatus, "final">; // "quarantined"
  reason: string; // "close 100 is 3.00 % from the next open, 103; 0.04 % is usual"
}

/** What is said of the bars of one market from one source. A bar without a flag is final. */
export interface Judgement {
  flags: Flag[]; // ascending by session; every reason of a session
  missing: number[]; // sessions of the calendar between the first bar and the last of which none is held
}

/** Bars of the same market at the same clock from another source. */
export interface OtherSource {
  source: string; // "coinbase"
  bars: Bars; // without what is quarantined there
}

/** What bars are judged by, beside themselves. */
export interface JudgeContext {
  kind: Instrument["kind"] | "reading"; // a reading is no price: a yield, a balance
  continuous: boolean; // around the clock, where a session opens as the one before closes
  expected: Int32Array; // the sessions of the calendar, ascending, from the first bar to the last or further
  closeOf: (session: number) => number; // ms since 1970 UTC from which the figures of a session are final; ascending
  beginOf?: (session: number) => number; // ms since 1970 UTC from which there can be figures of a session
  now: number; // ms since 1970 UTC
  others?: readonly OtherSource[];
  accepted?: ReadonlySet<number>; // sessions trusted by hand
  rejected?: ReadonlySet<number>; // sessions refused by hand
}
