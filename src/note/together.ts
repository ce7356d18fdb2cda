import type { Study } from "../study/index.ts";
import type { Section } from "./document.ts";
import { coincidenceSection } from "./sections/together/coincidence.ts";
import { correlationSection } from "./sections/together/correlation.ts";
import { phasesSection } from "./sections/together/phases.ts";
import { stepsSection } from "./sections/together/steps.ts";

/**
 * The sections on lockstep: whether highs, lows, phases and returns of the pair go together, and who of the group is out of step.
 *
 * @example
 * import { study } from "lockstep";
 * import { togetherSections } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * togetherSections(study(openCase())).map(({ id }) => id); // => ["coincidence", "phases", "correlation", "steps"]
 */
export function togetherSections(study: Study): Section[] {
  return [coincidenceSection(study), phasesSection(study), correlationSection(study), stepsSection(study)].filter(({ blocks }) => blocks.length > 0);
}
