import type { Day } from "../../../market/index.ts";
import type { Study } from "../../../study/index.ts";
import { name, on, prose } from "../../prose.ts";
import { said, sourceFolders } from "../../words.ts";

/** The line under a chart of market figures: where they come from, how far they go, as of when. */
export function sourceLine(study: Study, clocks?: string): string {
  return said(
    prose`Source: figures of ${name(sourceFolders(study).join(", "))}, to ${on(study.figuresEnd ?? study.asOf)}. As of ${on(study.asOf)}.${clocks === undefined ? prose`` : prose` ${name(clocks)}.`}`,
  );
}

/** The cases as spans of days; an open one to the day of the study. */
export function caseSpans({ cases, asOf }: Study): { from: Day; to: Day; resolution: Study["cases"]["list"][number]["resolution"] }[] {
  return cases.list.map(({ onset, resolvedOn, resolution }) => ({ from: onset, to: resolvedOn ?? asOf, resolution }));
}

/** The day on which the group's question was asked, where it lies before the day of the study. */
export function questionMark({ group, asOf }: Study): { mark?: { day: Day; label: string } } {
  return group.question && group.question.day < asOf
    ? { mark: { day: group.question.day, label: said(prose`question asked, ${on(group.question.day)}`) } }
    : {};
}
