import { LEAST_CASES } from "../../../lag/index.ts";
import type { Study } from "../../../study/index.ts";
import type { Block, Figure, Section } from "../../document.ts";
import { whole } from "../../format.ts";
import { count, name, number, on, prose, type Text } from "../../prose.ts";
import { specificationText } from "../catchUp/specification.ts";
import { shortTrialsTable } from "../catchUp/trials.ts";
import { verdictRest } from "../catchUp/verdictText.ts";

/** Whether the laggard catches up: every earlier case, how they ended, and on which definitions the answer hangs. */
export function catchUpBrief(
  study: Study,
  { aligned, incidence, specification }: Readonly<Record<"aligned" | "incidence" | "specification", Figure | undefined>>,
): Section {
  const { cases, catchUp } = study;
  const section = { id: "catch-up", title: "Whether the laggard catches up" };
  if (cases.laggard === null) return { ...section, blocks: [] };
  const paragraph = (text: Text): Block => ({ kind: "paragraph", text });
  const specified = specificationText(study);
  const blocks: Block[] = [
    ...(cases.cases.value ? [paragraph(tally(study))] : []),
    ...(aligned ? [aligned] : []),
    paragraph(verdictRest(study)),
    ...(catchUp.trials.length > 0 ? [shortTrialsTable(study)] : []),
    ...(incidence && catchUp.trials.length >= LEAST_CASES ? [incidence] : []),
    ...(specified ? [paragraph(specified)] : []),
    ...(specified && specification ? [specification] : []),
  ];
  return { ...section, blocks };
}

function tally({ cases: { cases, catchUp, rollOver, open, leader, laggard }, recordDays }: Study): Text {
  const ended =
    (catchUp.value ?? 0) + (rollOver.value ?? 0) > 0
      ? prose`: ${number(catchUp, whole(catchUp))} ended in catch-up, ${number(rollOver, whole(rollOver))} in roll-over, ${number(open, open.value === 0 ? "none" : whole(open))} open`
      : prose``;
  return prose`${name(leader)} and ${name(laggard ?? "")} have had ${count(cases, "case")} since ${on(recordDays.from)}${ended}. All are shown.`;
}
