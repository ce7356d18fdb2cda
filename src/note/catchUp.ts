import type { Study } from "../study/index.ts";
import type { Section } from "./document.ts";
import { baseRatesSection } from "./sections/catchUp/baseRates.ts";
import { endingsSection } from "./sections/catchUp/endings.ts";
import { forwardReturnsSection } from "./sections/catchUp/forwardReturns.ts";
import { scoreSection } from "./sections/catchUp/score.ts";
import { specificationSection } from "./sections/catchUp/specification.ts";
import { trialsSection } from "./sections/catchUp/trials.ts";

/**
 * The sections on catch-up: the verdict with every case, base rates, endings over time, returns, the score of forecasts, and the definitions.
 *
 * @example
 * import { study } from "lockstep";
 * import { catchUpSections } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * catchUpSections(study(openCase())).map(({ id }) => id); // => ["trials", "base-rates", "endings", "forward-returns", "score", "specification"]
 */
export function catchUpSections(study: Study): Section[] {
  const sections = [
    trialsSection(study),
    baseRatesSection(study),
    endingsSection(study),
    forwardReturnsSection(study),
    scoreSection(study),
    specificationSection(study),
  ];
  return sections.filter(({ blocks }) => blocks.length > 0);
}
