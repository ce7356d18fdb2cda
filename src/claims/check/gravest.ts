import type { Judged } from "../verdict.ts";

const GRAVEST_FIRST: readonly Judged["verdict"][] = ["contradicted", "not-checkable", "imprecise", "supported"];

/** The gravest of the verdicts on the parts of one statement, all of which it means. */
export function gravest(...verdicts: readonly Judged["verdict"][]): Judged["verdict"] {
  return GRAVEST_FIRST.find((one) => verdicts.includes(one)) ?? "supported";
}
