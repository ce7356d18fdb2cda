import type { Token } from "../numbers/tokensOf.ts";
import { monthOf } from "./civil.ts";
import type { Anchor } from "./core.ts";
import { yearAt } from "./yearAt.ts";

const YEARS_ON: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** The year that is said behind a day, month or quarter: "2021", ", 2021", "of 2021", "last year", "'25". */
export function yearBehind(tokens: readonly Token[], at: number, anchor: Anchor): { year: number; next: number } | undefined {
  const next = tokens[at]?.low === "," || tokens[at]?.low === "of" ? at + 1 : at;
  const said = yearAt(tokens, next);
  if (said) return said;
  const short = tokens[at + 1];
  if (tokens[at]?.low === "'" && short?.kind === "number" && !short.gap && /^\d\d$/.test(short.low)) return { year: 2000 + Number(short.low), next: at + 2 };
  const on = YEARS_ON[tokens[next]?.low ?? ""];
  if (on === undefined || tokens[next + 1]?.low !== "year" || tokens[at]?.low === ",") return undefined;
  return { year: monthOf(anchor.at).year + on, next: next + 2 };
}
