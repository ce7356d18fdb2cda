import { type DefinitionKey, EXPLANATIONS, type Study } from "../../study/index.ts";
import type { Section } from "../document.ts";
import { percent, whole } from "../format.ts";
import { name, number, on, prose, type Text } from "../prose.ts";

/** The definitions in force, each with its value and meaning. */
export function method({ definitions, underwater }: Study): Section {
  const title = (key: DefinitionKey): string => EXPLANATIONS[key].title;
  const ratio = (key: "near" | "laggardBelow" | "leaderFalls"): Text =>
    prose`${name(title(key))}, ${number(definitions[key], percent(definitions[key], { decimals: 0 }))}: ${name(definitions[key].definition)}.`;
  const counted = (key: "episodeGap" | "staleAfter"): Text =>
    prose`${name(title(key))}, ${number(definitions[key], whole(definitions[key]))} ${name(definitions[key].unit)}: ${name(definitions[key].definition)}.`;
  const dropped = underwater.columns.flatMap(({ dropped }) => dropped).map(({ market, count, why }) => prose`${name(market)}: ${name(`${count} ${why}`)}`);
  const items: Text[] = [
    prose`Record: a session strictly above every earlier one of the history held; an equal level is none. The first session of a history is counted as its first record.`,
    prose`${name(title("basis"))}, ${name(definitions.basis.value)}: ${name(definitions.basis.definition)}.`,
    ratio("near"),
    ratio("laggardBelow"),
    ratio("leaderFalls"),
    counted("episodeGap"),
    counted("staleAfter"),
    prose`${name(title("showFrom"))}, ${on(definitions.showFrom.value)}: ${name(definitions.showFrom.definition)}.`,
    ...(dropped.length === 0
      ? []
      : [
          prose`The chart stands on sessions of ${name(underwater.calendar)}. Left out of it, though counted for the records: ${dropped.flatMap((text, k) => (k === 0 ? text : prose`; ${text}`))}.`,
        ]),
  ];
  return { id: "method", title: "Method", blocks: [{ kind: "list", items }] };
}
