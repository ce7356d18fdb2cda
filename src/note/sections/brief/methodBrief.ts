import type { Study } from "../../../study/index.ts";
import type { Section } from "../../document.ts";
import { whole } from "../../format.ts";
import { below, count, name, number, prose, type Text } from "../../prose.ts";
import { levelNoun } from "../../words.ts";

/** What the words of the note mean, in a paragraph; every definition stands in the appendix. */
export function methodBrief(study: Study): Section {
  const { definitions, cases } = study;
  const { laggardBelow, leaderFalls, horizon, pseudoCases } = definitions;
  const texts: Text[] = [
    prose`A record is a ${name(levelNoun(study))} strictly above every earlier one held.`,
    ...(cases.laggard === null
      ? []
      : [
          prose`A case opens when ${name(cases.leader)} sets one while ${name(cases.laggard)} stands ${below(laggardBelow, 0)} or more below its own, and ends with a record of ${name(cases.laggard)} (catch-up) or a ${name(levelNoun(study))} of ${name(cases.leader)} ${below(leaderFalls, 0)} below its own (roll-over). It counts as caught up after a record within ${count(horizon, "day")}, whatever the leader did; its base is how often the laggard did so from like states, worth ${number(pseudoCases, whole(pseudoCases))} cases in the mean.`,
          prose`A p-value is the share of all circular shifts with as many coincidences.`,
        ]),
    prose`Every definition, table and test stands in the appendix.`,
  ];
  return { id: "method", title: "Method", blocks: [{ kind: "paragraph", text: texts.flatMap((text, k) => (k === 0 ? text : prose` ${text}`)) }] };
}
