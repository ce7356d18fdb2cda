import type { Flag, FlagKind } from "./judgement.ts";

/** Says that something speaks against the bar at a position. */
export type Raise = (i: number, kind: FlagKind, reason: string, status?: Flag["status"]) => void;
