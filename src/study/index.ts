export { DEFAULTS, type DefinitionKey, EXPLANATIONS } from "./definitions.ts";
export { type Definitions, type Group, groupSchema } from "./group.ts";
export { lastSession } from "./held.ts";
export { LEDGER_SCHEMA, type Ledger, ledgerOf, ledgerSchema } from "./ledger.ts";
export type { MacroFigures } from "./macro/figures.ts";
export { type MacroInput, macroOf } from "./macro/macroOf.ts";
export type { Macro } from "./macro/schema.ts";
export {
  earningsPartOf,
  earningsPartSchema,
  lagOf,
  lagSchema,
  liquidityPartOf,
  liquidityPartSchema,
  ratesOf,
  ratesSchema,
  togetherPartOf,
  togetherPartSchema,
} from "./parts.ts";
export { recordsKnown } from "./recordsKnown.ts";
export { STUDY_SCHEMA, type Study, type StudyCase, type StudyMarket, studySchema } from "./schema.ts";
export { type Standings, standings } from "./standings.ts";
export { study } from "./study.ts";
export type { StudyInput } from "./studyInput.ts";
export { toJson } from "./toJson.ts";
