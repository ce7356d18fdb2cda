import type { Day } from "../../../market/index.ts";
import type { Study } from "../../../study/index.ts";
import { chosenShare, name, prose, type Text } from "../../prose.ts";

/** The cases as spans of days; an open one to the day of the study. */
export function caseSpans({ cases, asOf }: Study): { from: Day; to: Day; resolution: Study["cases"]["list"][number]["resolution"] }[] {
  return cases.list.map(({ onset, resolvedOn, resolution }) => ({ from: onset, to: resolvedOn ?? asOf, resolution }));
}

/** What the shade of a case means, to stand after the words on what is drawn; nothing where no case is seen. */
export function shadeText({ cases, definitions }: Study, seen: boolean): Text {
  if (!seen || cases.laggard === null) return prose``;
  return prose`. Shaded: cases, from a record of ${name(cases.leader)} with ${name(cases.laggard)} ${chosenShare(definitions.laggardBelow)} or more below its own to their end`;
}
