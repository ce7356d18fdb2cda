import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import { decimal } from "../../format.ts";
import { chosenShare, count, name, number, prose, type Text } from "../../prose.ts";
import { levelNoun, recordSetter } from "../../words.ts";

/** What the words of the note mean, in a paragraph; every definition stands in the appendix. */
export function methodBrief(study: Study): Section {
  const { definitions, cases } = study;
  const { laggardBelow, leaderFalls, horizon, pseudoCases } = definitions;
  const texts: Text[] = [
    prose`A record is ${name(recordSetter(study))} strictly above every earlier one held.`,
    ...(cases.laggard === null
      ? []
      : [
          prose`A case opens when ${name(cases.leader)} sets one while ${name(cases.laggard)} stands ${chosenShare(laggardBelow)} or more below its own, and ends with a record of ${name(cases.laggard)} (catch-up) or a ${name(levelNoun(study))} of ${name(cases.leader)} ${chosenShare(leaderFalls)} below its own (roll-over). It counts as caught up after a record within ${count(horizon, "day")}, whatever the leader did; its base is how often the laggard did so from like states, worth ${number(pseudoCases, decimal(pseudoCases, { decimals: Number.isInteger(pseudoCases.value) ? 0 : 1 }))} cases in the mean.`,
          prose`A p-value is the share of all circular shifts with as many coincidences.`,
        ]),
    prose`Every definition, table and test stands in the appendix.`,
  ];
  return { id: "method", title: "Method", blocks: [{ kind: "paragraph", text: texts.flatMap((text, k) => (k === 0 ? text : prose` ${text}`)) }] };
}
