import type { Check } from "../claims/index.ts";
import type { Study } from "../study/index.ts";
import { bound } from "./binding/bound.ts";
import { catchUpSections } from "./catchUp.ts";
import { checkSection } from "./claims/checkSection.ts";
import { dataBox } from "./dataBox.ts";
import type { Note, Section } from "./document.ts";
import { earningsSections, liquiditySections, ratesSections } from "./macro.ts";
import { name, prose } from "./prose.ts";
import { otherDefinitions } from "./sections/definitions.ts";
import { earlierCases } from "./sections/earlierCases.ts";
import { rebasedFigure } from "./sections/figures/rebasedFigure.ts";
import { rollingLockstepFigure } from "./sections/figures/rollingLockstepFigure.ts";
import { headline, standfirst } from "./sections/headline.ts";
import { leaderRecords } from "./sections/leaderRecords.ts";
import { method } from "./sections/method.ts";
import { sinceWhen } from "./sections/sinceWhen.ts";
import { unknowns } from "./sections/unknowns.ts";
import { togetherSections } from "./together.ts";

/**
 * The appendix to the note on a study: every case, test, definition and table, with the charts that the note has no room for.
 *
 * @param options.check the check of an article, to stand in it with its claims
 * @throws Error as `noteOf`
 *
 * @example
 * import { study } from "lockstep";
 * import { appendixOf } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * appendixOf(study(openCase())).sections.some(({ id }) => id === "base-rates"); // => true
 */
export function appendixOf(study: Study, { check }: { check?: Check | undefined } = {}): Note {
  const sections = [
    figureSection("rebased", "Leader and laggard", rebasedFigure(study)),
    sinceWhen(study),
    leaderRecords(study),
    ...togetherSections(study),
    figureSection("rolling", "Correlation over time", rollingLockstepFigure(study)),
    earlierCases(study),
    ...catchUpSections(study),
    otherDefinitions(study),
    ...ratesSections(study),
    ...liquiditySections(study),
    ...earningsSections(study),
    ...(check ? [checkSection(check)] : []),
    unknowns(study),
    method(study),
    inputsSection(study.inputs),
  ];
  return bound(
    {
      kind: "appendix",
      group: study.group.name,
      asOf: study.asOf,
      title: headline(study),
      standfirst: standfirst(study),
      keyLines: [],
      box: dataBox(study),
      sections: sections.filter(({ blocks }) => blocks.length > 0),
    },
    { study, earlier: [], check },
  );
}

function figureSection(id: string, title: string, figure: ReturnType<typeof rebasedFigure>): Section {
  return { id, title, blocks: figure ? [figure] : [] };
}

function inputsSection(inputs: Study["inputs"]): Section {
  return {
    id: "inputs",
    title: "Inputs",
    blocks: [
      { kind: "paragraph", text: prose`Computed from these files; with the same files, group and day it comes out the same, to the byte.` },
      { kind: "list", items: inputs.map(({ file, sha256 }) => prose`${name(file)} (${name("SHA-256")} ${name(sha256.slice(0, 16))}…)`) },
    ],
  };
}
