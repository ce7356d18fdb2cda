import type { Day } from "../market/index.ts";
import type { Study } from "../study/index.ts";
import { bound } from "./binding/bound.ts";
import { dataBox } from "./dataBox.ts";
import type { Note } from "./document.ts";
import { type EarlierNote, scored } from "./earlier.ts";
import { catchUpBrief } from "./sections/brief/catchUpBrief.ts";
import { changesSince } from "./sections/brief/changesSince.ts";
import { disclosure } from "./sections/brief/disclosure.ts";
import { keyLines } from "./sections/brief/keyLines.ts";
import { lockstepBrief } from "./sections/brief/lockstepBrief.ts";
import { macroBrief } from "./sections/brief/macroBrief.ts";
import { methodBrief } from "./sections/brief/methodBrief.ts";
import { scorecard } from "./sections/brief/scorecard.ts";
import { distanceChart } from "./sections/distanceChart.ts";
import { casesAlignedFigure } from "./sections/figures/casesAlignedFigure.ts";
import { incidenceFigure } from "./sections/figures/incidenceFigure.ts";
import { macroFigure } from "./sections/figures/macroFigure.ts";
import { recordRasterFigure } from "./sections/figures/recordRasterFigure.ts";
import { specificationFigure } from "./sections/figures/specificationFigure.ts";
import { headline, standfirst } from "./sections/headline.ts";
import { recordsSection } from "./sections/records.ts";
import { sinceWhen } from "./sections/sinceWhen.ts";
import { unknowns } from "./sections/unknowns.ts";

/** What a note may be given beside its study. */
export interface NoteContext {
  /** Earlier notes on the same group, ascending by day. */
  earlier?: readonly EarlierNote[];
  /** The last figures held when it was made, where these are of a later day: a replay. */
  replayedFrom?: Day;
  /** One hash over all inputs. */
  inputsHash?: string;
}

/**
 * The note on a study, to be published: text, tables and charts in which every number is a measure of the study.
 *
 * @param context earlier notes, of which this one says what has changed and what came; those of the same day and later are left out
 * @throws Error when a number is bound to nothing or says another value than its measure, a word says more than the evidence bears, or a chart
 *   lacks its source, day or alternative text: such a note is not made
 *
 * @example
 * import { study } from "lockstep";
 * import { noteOf, toMarkdown } from "lockstep/note";
 * import { openCase } from "lockstep/sources";
 * toMarkdown(noteOf(study(openCase("small-caps-and-bitcoin")))).startsWith("# IWM"); // => true
 */
export function noteOf(study: Study, { earlier = [], inputsHash, replayedFrom }: NoteContext = {}): Note {
  const before = earlier.filter(({ asOf }) => asOf < study.asOf);
  const figures = { aligned: casesAlignedFigure(study), incidence: incidenceFigure(study), specification: specificationFigure(study) };
  const sections = [
    distanceChart(study),
    recordsSection(study),
    lockstepBrief(study, recordRasterFigure(study)),
    sinceWhen(study),
    catchUpBrief(study, figures),
    macroBrief(study, macroFigure(study)),
    unknowns(study),
    methodBrief(study),
    changesSince(study, before.at(-1)),
    scorecard(study, scored(before, study), replayedFrom !== undefined),
    disclosure(inputsHash),
  ];
  return bound(
    {
      kind: "note",
      group: study.group.name,
      asOf: study.asOf,
      title: headline(study),
      standfirst: standfirst(study),
      keyLines: keyLines(study),
      box: dataBox(study, replayedFrom),
      sections: sections.filter(({ blocks }) => blocks.length > 0),
    },
    { study, earlier: before },
  );
}
