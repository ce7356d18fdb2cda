import type { Day } from "../market/index.ts";
import { SCAN_DEFAULTS, type ScanDefinition } from "../scan/definition.ts";
import { checkedDay } from "./checkedDay.ts";
import { type NumberAllowed, numberAsked } from "./numberAsked.ts";
import { wordAsked } from "./wordAsked.ts";

/** The options that say what a scan counts, keeps and tests. */
export interface DefinitionOptions {
  of?: string;
  relation?: string;
  beyondMarket?: boolean;
  window?: string;
  highWindow?: string;
  below?: string;
  asOf?: string;
  minLift?: string;
  minZ?: string;
  minHits?: string;
  top?: string;
  families?: string;
}

/** The numbers that can be set, by their option: which they take, and what they are in the definition. */
const NUMBERS: readonly { option: keyof DefinitionOptions; flag: string; of: NumberOf; allowed: NumberAllowed }[] = [
  { option: "window", flag: "--window", of: "window", allowed: { least: 0, most: 63, whole: true } },
  { option: "highWindow", flag: "--high-window", of: "highWindow", allowed: { least: 1, most: 2520, whole: true } },
  { option: "below", flag: "--below", of: "below", allowed: { least: 0.01, most: 0.99 } },
  { option: "minLift", flag: "--min-lift", of: "minLift", allowed: { least: 0 } },
  { option: "minZ", flag: "--min-z", of: "minZ", allowed: { least: 0 } },
  { option: "minHits", flag: "--min-hits", of: "minHits", allowed: { least: 1, whole: true } },
  { option: "top", flag: "--top", of: "perLeader", allowed: { least: 1, whole: true } },
];

type NumberOf = { [K in keyof ScanDefinition]: ScanDefinition[K] extends number ? K : never }[keyof ScanDefinition];

/**
 * The definition of a scan from the command line; what is not given is as it usually is.
 *
 * @throws Problem (usage) naming the option and what it takes
 */
export function scanDefinition(options: DefinitionOptions, today: Day): ScanDefinition {
  const definition: ScanDefinition = { ...SCAN_DEFAULTS, asOf: checkedDay(options.asOf, "--as-of", today) ?? null };
  if (options.of !== undefined) definition.of = wordAsked(options.of, ["highs", "lows"], "--of");
  if (options.relation !== undefined) definition.relation = wordAsked(options.relation, ["together", "leads", "apart"], "--relation");
  if (options.beyondMarket) definition.prices = "beyond-market";
  for (const { option, flag, of, allowed } of NUMBERS) {
    const text = options[option];
    if (typeof text === "string") definition[of] = numberAsked(text, flag, allowed);
  }
  if (options.families !== undefined) definition.families = numberAsked(options.families, "--families", { least: 0, whole: true });
  // After a high there is no session that is none away.
  if (definition.relation === "leads") numberAsked(String(definition.window), "--window", { least: 1, whole: true });
  return definition;
}
