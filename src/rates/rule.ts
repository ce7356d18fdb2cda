import { Problem } from "../market/index.ts";

/** How rates are read off a curve of federal funds futures. */
export interface Rule {
  /** Which months without a meeting pin a rate: those before and after a meeting, or only those after it. */
  anchors: "both" | "end";
  /** Whether the day of the decision counts at the old rate ("incl" among the days before), or at the new one. */
  daycount: "incl" | "excl";
}

/** The rules by name: that of the published tool in 2026, that of CME's article, that of the tool until 2023, that of the first documents. */
export const RULES = {
  tool: { anchors: "both", daycount: "incl" },
  article: { anchors: "end", daycount: "incl" },
  "tool-2023": { anchors: "both", daycount: "excl" },
  "article-2015": { anchors: "end", daycount: "excl" },
} as const satisfies Record<string, Rule>;

/** The name of a rule. */
export type RuleName = keyof typeof RULES;

export function ruleOf(rule: Rule | RuleName): Rule {
  const found: Rule | undefined = typeof rule === "string" ? (Object.hasOwn(RULES, rule) ? RULES[rule] : undefined) : rule;
  if (found && (found.anchors === "both" || found.anchors === "end") && (found.daycount === "incl" || found.daycount === "excl")) return found;
  const names = Object.keys(RULES).join(", ");
  throw new Problem("usage", `expected a rule (${names}), or anchors both or end with daycount incl or excl; received ${JSON.stringify(rule)}`, "rule");
}
