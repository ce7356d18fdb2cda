import type { Section } from "./document.ts";
import { billsSection } from "./sections/macro/bills.ts";
import { earningsSection } from "./sections/macro/earnings.ts";
import { liquiditySection } from "./sections/macro/liquidity.ts";
import { pathSection } from "./sections/macro/path.ts";
import { policySection } from "./sections/macro/policy.ts";
import { sensitivitySection } from "./sections/macro/sensitivity.ts";
import type { MacroView } from "./sections/macro/view.ts";

/**
 * The sections on rates: policy, the path that futures imply, sensitivity to the two-year yield.
 *
 * @example
 * import { ratesSections } from "lockstep/note";
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * ratesSections(study(openCase())).map(({ id }) => id); // => ["policy", "path", "sensitivity"]
 */
export function ratesSections(study: MacroView): Section[] {
  return [policySection(study), pathSection(study), sensitivitySection(study)];
}

/**
 * The sections on liquidity: the balance sheet with what stands against it, and purchases of Treasury bills.
 *
 * @example
 * import { liquiditySections } from "lockstep/note";
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * liquiditySections(study(openCase())).map(({ id }) => id); // => ["liquidity", "bills"]
 */
export function liquiditySections(study: MacroView): Section[] {
  return [liquiditySection(study), billsSection(study)];
}

/**
 * The section on quoted growth of earnings.
 *
 * @example
 * import { earningsSections } from "lockstep/note";
 * import { study } from "lockstep";
 * import { openCase } from "lockstep/sources";
 * earningsSections(study(openCase())).map(({ id }) => id); // => ["earnings"]
 */
export function earningsSections(study: MacroView): Section[] {
  return [earningsSection(study)];
}
