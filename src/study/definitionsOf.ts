import type { Day } from "../market/index.ts";
import { type DefinitionKey, EXPLANATIONS } from "./definitions.ts";
import type { Group } from "./group.ts";
import { chosen } from "./measures.ts";
import type { Study } from "./schema.ts";

/** The definitions in force, each number as a measure that was chosen. */
export function definitionsOf({ definitions }: Group, asOf: Day): Study["definitions"] {
  const given = (key: DefinitionKey, value: number) => chosen(value, EXPLANATIONS[key].unit ?? "", asOf, EXPLANATIONS[key].text);
  return {
    basis: { value: definitions.basis, definition: EXPLANATIONS.basis.text },
    near: given("near", definitions.near),
    laggardBelow: given("laggardBelow", definitions.laggardBelow),
    laggardBelowAlso: definitions.laggardBelowAlso.map((below) => given("laggardBelowAlso", below)),
    leaderFalls: given("leaderFalls", definitions.leaderFalls),
    leaderHistory: given("leaderHistory", definitions.leaderHistory),
    leaderWithin: given("leaderWithin", definitions.leaderWithin),
    horizon: given("horizon", definitions.horizon),
    likeBand: given("likeBand", definitions.likeBand),
    pseudoCases: given("pseudoCases", definitions.pseudoCases),
    highWindow: given("highWindow", definitions.highWindow),
    correlationWindow: given("correlationWindow", definitions.correlationWindow),
    maxLag: given("maxLag", definitions.maxLag),
    stepEnter: given("stepEnter", definitions.stepEnter),
    stepExit: given("stepExit", definitions.stepExit),
    stepHistory: given("stepHistory", definitions.stepHistory),
    seed: given("seed", definitions.seed),
    episodeGap: given("episodeGap", definitions.episodeGap),
    staleAfter: given("staleAfter", definitions.staleAfter),
    showFrom: { value: definitions.showFrom, definition: EXPLANATIONS.showFrom.text },
  };
}
