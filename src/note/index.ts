export { catchUpSections } from "./catchUp.ts";
export type { Block, Figure, Note, Section, Table } from "./document.ts";
export { decimal, level, percent, percentRange, pValue, starred, whole } from "./format.ts";
export { noteOf, why } from "./note.ts";
export { type Part, plain, type Text } from "./prose.ts";
export { togetherSections } from "./together.ts";
export { toHtml } from "./toHtml.ts";
export { toMarkdown } from "./toMarkdown.ts";
