import { type DefinitionKey, EXPLANATIONS, type Study } from "../../study/index.ts";
import type { Section } from "../document.ts";
import { decimal, percent } from "../format.ts";
import { count, listed, name, number, on, prose, type Text } from "../prose.ts";

type Counted =
  | "leaderHistory"
  | "horizon"
  | "pseudoCases"
  | "highWindow"
  | "correlationWindow"
  | "maxLag"
  | "stepEnter"
  | "stepExit"
  | "stepHistory"
  | "episodeGap"
  | "staleAfter";

/** The definitions in force, each with its value and meaning. */
export function method({ definitions, underwater }: Study): Section {
  const title = (key: DefinitionKey): string => EXPLANATIONS[key].title;
  const ratio = (key: "near" | "laggardBelow" | "leaderFalls" | "likeBand"): Text =>
    prose`${name(title(key))}, ${number(definitions[key], percent(definitions[key], { decimals: 0 }))}: ${name(definitions[key].definition)}.`;
  const counted = (key: Counted, decimals = 0): Text =>
    prose`${name(title(key))}, ${number(definitions[key], decimal(definitions[key], { decimals }))} ${name(definitions[key].unit)}: ${name(definitions[key].definition)}.`;
  const left = underwater.columns
    .filter(({ leftOut }) => leftOut.value !== 0)
    .map(({ market, leftOut }) => prose`${name(market)} ${count(leftOut, "session")}`);
  const items: Text[] = [
    prose`Record: a session strictly above every earlier one of the history held; an equal level is none. The first session of a history is counted as its first record.`,
    prose`${name(title("basis"))}, ${name(definitions.basis.value)}: ${name(definitions.basis.definition)}.`,
    ratio("near"),
    ratio("laggardBelow"),
    ratio("leaderFalls"),
    counted("leaderHistory"),
    prose`${name(title("leaderWithin"))}, ${count(definitions.leaderWithin, "session")}: ${name(definitions.leaderWithin.definition)}.`,
    counted("horizon"),
    ratio("likeBand"),
    counted("pseudoCases"),
    counted("highWindow"),
    counted("correlationWindow"),
    counted("maxLag"),
    counted("stepEnter", 1),
    counted("stepExit", 1),
    counted("stepHistory"),
    counted("episodeGap"),
    counted("staleAfter"),
    prose`${name(title("showFrom"))}, ${on(definitions.showFrom.value)}: ${name(definitions.showFrom.definition)}.`,
    ...(left.length === 0
      ? []
      : [prose`The chart stands on sessions of ${name(underwater.calendar)}. Left out of it, though counted for the records: ${listed(left)}.`]),
  ];
  return { id: "method", title: "Method", blocks: [{ kind: "list", items }] };
}
