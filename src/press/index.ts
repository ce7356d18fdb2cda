export { fontFiles } from "./fonts.ts";
export { type ListedNote, listPage, siteFeed } from "./listPage.ts";
export type { Format, Manifest } from "./manifest.ts";
export { inputsHash, type NoteFiles, type NoteOrder, noteFiles } from "./noteFiles.ts";
export { manifestIn, type NotesFolder, notesIn, type StoredNote } from "./notesFolder.ts";
export { type Site, siteIn, siteOf } from "./site.ts";
export { socialCard } from "./socialCard.ts";
export { toPdf } from "./toPdf.ts";
export { toPng } from "./toPng.ts";
