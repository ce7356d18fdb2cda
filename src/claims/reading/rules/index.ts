import { coincidence } from "./coincidence.ts";
import { cutsPriced } from "./cutsPriced.ts";
import { distance } from "./distance.ts";
import { earnings } from "./earnings.ts";
import { firstSince } from "./firstSince.ts";
import { level } from "./level.ts";
import { nearRecord } from "./nearRecord.ts";
import { opinion } from "./opinion.ts";
import { outOfStep } from "./outOfStep.ts";
import { policyMove } from "./policyMove.ts";
import { purchases } from "./purchases.ts";
import { ranking } from "./ranking.ts";
import { recordSet } from "./recordSet.ts";
import { returns } from "./returns.ts";
import type { Rule } from "./rule.ts";
import { turn } from "./turn.ts";

/** Every rule, the more special first: what one has read, the next leaves alone. */
export const RULES: readonly Rule[] = [
  earnings,
  cutsPriced,
  policyMove,
  purchases,
  firstSince,
  opinion,
  coincidence,
  nearRecord,
  distance,
  turn,
  outOfStep,
  ranking,
  recordSet,
  level,
  returns,
];
