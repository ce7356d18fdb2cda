import type { Study } from "../../../study/index.ts";
import { percent, percentRange, whole } from "../../format.ts";
import { count, graded, name, number, prose, type Text } from "../../prose.ts";

const EVIDENCE = { none: "none", weak: "weak", moderate: "moderate", strong: "strong" } as const;

/** The words that the evidence allows: the one place where results become a sentence. */
export function verdictText({ catchUp }: Study): Text {
  const { verdict, posterior, horizon, laggard } = catchUp;
  const { n, successes, base, mean, leaveOneOut } = posterior;
  if (laggard === null) return prose`No market is out of step, and the group asks about none.`;
  if (n.value === null) return prose`Unknown: ${name(n.reason ?? "no figures held")}.`;
  if (n.value === 0) return prose`No past case can be counted: none was followed for ${count(horizon, "day")} from an onset with a base rate.`;
  const within = prose`${name(laggard)} set ${successes.value === 0 && n.value === 1 ? prose`no record` : prose`a record`} within ${count(horizon, "day")} of the onset`;
  const opening =
    n.value === 1
      ? prose`In the ${number(n, "one")} past case that can be counted, ${within}.`
      : prose`${within} in ${number(successes, successes.value === 0 ? "none" : whole(successes))} of the ${number(n, whole(n))} past cases that can be counted, whatever ${name(catchUp.leader)} did.`;
  const cannot = verdict.canBeSignificant ? prose`` : prose` More than the base cannot be ${graded("significant")} with n = ${number(n, whole(n))}.`;
  if (verdict.evidence === "tooFew") return prose`${opening} That is too few for a percentage or an adjective.${cannot}`;
  const share = prose`By their own base rates ${number(base, percent(base, { decimals: 0 }))} were to be expected; weighing cases and base together, the share is ${number(mean, percent(mean, { decimals: 0 }))} (${number(mean, percent({ value: mean.interval?.level ?? null }, { decimals: 0 }))} interval ${number(mean, percentRange(mean))}), and ${number(leaveOneOut.lower, percent(leaveOneOut.lower, { decimals: 0 }))} to ${number(leaveOneOut.upper, percent(leaveOneOut.upper, { decimals: 0 }))} when any one case is left out.`;
  const evidence = prose`Evidence beyond the base rate: ${graded(EVIDENCE[verdict.evidence])}`;
  const direction = verdict.evidence === "none" ? prose`.` : prose`, for ${name(verdict.direction === "more" ? "more" : "fewer")} catch-ups than it.`;
  return prose`${opening} ${share} ${evidence}${direction}${cannot}`;
}

/** What the key line leaves out of the verdict: how it stands without any one case, and what no outcome could have shown. */
export function verdictRest(study: Study): Text {
  const { verdict, posterior } = study.catchUp;
  const { n, mean, leaveOneOut } = posterior;
  if (verdict.evidence === "tooFew" || mean.value === null || leaveOneOut.lower.value === null) return verdictText(study);
  const rounded = (measure: typeof mean) => number(measure, percent(measure, { decimals: 0 }));
  const cannot = verdict.canBeSignificant ? prose`` : prose` More than the base cannot be ${graded("significant")} with n = ${number(n, whole(n))}.`;
  return prose`The share of cases and base together, ${rounded(mean)}, stays between ${rounded(leaveOneOut.lower)} and ${rounded(leaveOneOut.upper)} whichever case is left out.${cannot}`;
}
