import type { Study } from "../study/index.ts";
import type { Note, Section } from "./document.ts";
import { earningsSections, liquiditySections, ratesSections } from "./macro.ts";
import { name, on, prose } from "./prose.ts";
import { lockstepBrief, verdictBrief } from "./sections/brief.ts";
import { baseRatesSection } from "./sections/catchUp/baseRates.ts";
import { specificationSection } from "./sections/catchUp/specification.ts";
import { trialsSection } from "./sections/catchUp/trials.ts";
import { otherDefinitions } from "./sections/definitions.ts";
import { distanceChart } from "./sections/distanceChart.ts";
import { earlierCases } from "./sections/earlierCases.ts";
import { headline, standfirst } from "./sections/headline.ts";
import { leaderRecords } from "./sections/leaderRecords.ts";
import { macroBrief } from "./sections/macro/brief.ts";
import { method } from "./sections/method.ts";
import { recordsSection } from "./sections/records.ts";
import { sinceWhen } from "./sections/sinceWhen.ts";
import { coincidenceSection } from "./sections/together/coincidence.ts";
import { unknowns } from "./sections/unknowns.ts";
import { clocks, sourceFolders } from "./words.ts";

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
  return [sinceWhen(study), lockstepBrief(study), leaderRecords(study), earlierCases(study), verdictBrief(study), macroBrief(study), unknowns(study)].filter(
    ({ blocks }) => blocks.length > 0,
  );
}

/**
 * The note on a study: text, tables and charts in which every number is a reference to a measure of the study.
 *
 * @example
 * import { study } from "lockstep";
 * import { noteOf, toMarkdown } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * toMarkdown(noteOf(study(openCase("small-caps-and-bitcoin")))).startsWith("# IWM"); // => true
 */
export function noteOf(study: Study): Note {
  const { group, definitions, asOf, figuresEnd, inputs } = study;
  const sections = [
    distanceChart(study),
    recordsSection(study),
    sinceWhen(study),
    leaderRecords(study),
    coincidenceSection(study, { clocks: "first" }),
    earlierCases(study),
    trialsSection(study),
    baseRatesSection(study),
    specificationSection(study),
    otherDefinitions(study),
    ...ratesSections(study),
    ...liquiditySections(study),
    ...earningsSections(study),
    unknowns(study),
    method(study),
    disclosure(inputs),
  ];
  return {
    title: headline(study),
    standfirst: standfirst(study),
    box: [
      { term: "Group", text: prose`${name(group.name)}` },
      { term: "As of", text: prose`${on(asOf)}` },
      { term: "Last session used", text: figuresEnd ? prose`${on(figuresEnd)}` : prose`unknown` },
      { term: "Basis", text: prose`${name(definitions.basis.value)}` },
      { term: "Clock of the close", text: prose`${name(clocks(study))}` },
      { term: "Sources", text: prose`figures of ${name(sourceFolders(study).join(", "))}, file by file under Inputs` },
    ],
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

function disclosure(inputs: Study["inputs"]): Section {
  return {
    id: "disclosure",
    title: "Inputs",
    blocks: [
      {
        kind: "paragraph",
        text: prose`Computed from these files; with the same files, group and day it comes out the same, to the byte. Not advice; no forecast is made.`,
      },
      { kind: "list", items: inputs.map(({ file, sha256 }) => prose`${name(file)} (${name("SHA-256")} ${name(sha256.slice(0, 16))}…)`) },
    ],
  };
}
