import type { Token } from "../numbers/tokensOf.ts";
import { unitAt } from "../numbers/unitAt.ts";
import { isYear } from "./civil.ts";

// Behind these a number of four digits is a level, unless what follows says that it is a year.
const LEVEL = new Set(
  "above below at than topped topping tops reached reaching reaches hit hits hitting near touched touching crossed crossing cleared passed surpassed exceeded about around nearly almost roughly some approximately beneath to beyond past".split(
    " ",
  ),
);
const OF_A_YEAR = new Set(
  "high highs low lows peak peaks record records top bottom level levels close earnings growth profit profits eps forecast forecasts estimate estimates target crash crisis bear bull rally slump selloff sell budget election cycle fiscal".split(
    " ",
  ),
);
const SCALE = new Set(["thousand", "million", "billion", "trillion", "k", "bn", "mn", "m", "b", "tn", "trn"]);
const CURRENCY = new Set(["$", "€", "£", "¥", "usd", "eur", "gbp", "jpy", "#", "~", "≈", "+", ">", "<"]);

/** The year that stands at a token, told from a level or a count by what is around it. */
export function yearAt(tokens: readonly Token[], at: number): { year: number; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== "number" || !/^\d{4}$/.test(token.low) || !isYear(Number(token.low))) return undefined;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (before !== undefined && (CURRENCY.has(before.low) || (!token.gap && before.kind === "word"))) return undefined;
  if (after?.kind === "word" && !after.gap) return undefined;
  if (unitBehind(tokens, at + 1)) return undefined;
  if (before?.low === "to" && /^(?:19|20)\d\d$/.test(tokens[at - 2]?.low ?? "")) return { year: Number(token.low), next: at + 1 };
  const possessive = after?.low === "'" && tokens[at + 2]?.low === "s";
  if (LEVEL.has(before?.low ?? "") && !possessive && !OF_A_YEAR.has(after?.low ?? "")) return undefined;
  return { year: Number(token.low), next: at + 1 };
}

function unitBehind(tokens: readonly Token[], at: number): boolean {
  if (SCALE.has(tokens[at]?.low ?? "")) return true;
  const read = unitAt(tokens, at);
  return read !== undefined && tokens[at]?.low !== "-" && !["year", "month", "week", "day", "session", "quarter"].includes(tokens[at]?.low ?? "");
}
