export { DEFAULTS, type DefinitionKey, EXPLANATIONS } from "./definitions.ts";
export { type Definitions, type Group, groupSchema } from "./group.ts";
export { lastSession } from "./held.ts";
export { LEDGER_SCHEMA, type Ledger, ledgerOf, ledgerSchema } from "./ledger.ts";
export { STUDY_SCHEMA, type Study, type StudyCase, type StudyMarket, studySchema } from "./schema.ts";
export { type StudyInput, study } from "./study.ts";
export { toJson } from "./toJson.ts";
