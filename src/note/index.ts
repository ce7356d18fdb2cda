export type { Block, Figure, Note, Section, Table } from "./document.ts";
export { level, percent, whole } from "./format.ts";
export { noteOf, why } from "./note.ts";
export { type Part, plain, type Text } from "./prose.ts";
export { toHtml } from "./toHtml.ts";
export { toMarkdown } from "./toMarkdown.ts";
