import type { Study } from "../study/index.ts";
import type { Section } from "./document.ts";
import { earlierCases } from "./sections/earlierCases.ts";
import { leaderRecords } from "./sections/leaderRecords.ts";
import { macroWhy } from "./sections/macro/macroWhy.ts";
import { sinceWhen } from "./sections/sinceWhen.ts";
import { unknowns } from "./sections/unknowns.ts";
import { lockstepWhy, verdictWhy } from "./sections/why.ts";

/**
 * The sections that say why: since when, lockstep, at earlier records, earlier cases and what they say, the macro picture, what is not known.
 *
 * @param study as `study` returns it
 *
 * @example
 * import { study } from "lockstep";
 * import { why } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * why(study(openCase())).map((section) => section.id); // => ["since", "lockstep", "leader-records", "cases", "verdict", "macro", "not-known"]
 */
export function why(study: Study): Section[] {
  return [sinceWhen(study), lockstepWhy(study), leaderRecords(study), earlierCases(study), verdictWhy(study), macroWhy(study), unknowns(study)].filter(
    ({ blocks }) => blocks.length > 0,
  );
}
