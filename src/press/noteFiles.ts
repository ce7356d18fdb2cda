import type { Check } from "../claims/index.ts";
import type { Day } from "../market/index.ts";
import {
  appendixOf,
  type EarlierNote,
  FIRST_LOCALE,
  type Figure,
  figuresOf,
  inLocale,
  localeOf,
  type Note,
  noteOf,
  type PublicPage,
  toHtml,
  toMarkdown,
} from "../note/index.ts";
import { type Study, toJson } from "../study/index.ts";
import type { Format } from "./manifest.ts";
import { sha256 } from "./sha256.ts";

/** What a note's files are made from. */
export interface NoteOrder {
  study: Study;
  earlier?: readonly EarlierNote[];
  /** The last figures held when it is made, where these are of a later day. */
  replayedFrom?: Day;
  formats: readonly Format[];
  locale?: string;
  page?: PublicPage;
  /** The check of an article, to stand in the appendix. */
  check?: Check | undefined;
}

/** The files of a note, by name, and the note and appendix that they show. */
export interface NoteFiles {
  note: Note;
  files: Record<string, string | Uint8Array>;
}

const CHART_WIDTH = 1600; // pixels: sharp in print and on dense screens
const AT_ONCE = 2; // pictures drawn beside each other: more would only hold more memory

/**
 * The files of a note: the study, its charts, and the note itself in the formats that are asked for. The same bytes for the same order.
 *
 * The renderers of pictures and pages are loaded only where these are asked for.
 *
 * @throws Problem (usage) for a locale that is none; Problem (output) when a renderer is not installed
 *
 * @example
 * import { study } from "lockstep";
 * import { noteFiles } from "lockstep/press";
 * import { openCase } from "lockstep/sources";
 * const { files } = await noteFiles({ study: study(openCase()), formats: ["md"] });
 * Object.keys(files).slice(0, 3); // => ["study.json", "note.md", "appendix.md"]
 */
export async function noteFiles({ study, earlier = [], replayedFrom, formats, locale = FIRST_LOCALE, page, check }: NoteOrder): Promise<NoteFiles> {
  const tongue = localeOf(locale);
  const made = (note: Note) => (tongue.tag === FIRST_LOCALE ? note : inLocale(note, tongue));
  const note = made(noteOf(study, { earlier, inputsHash: inputsHash(study.inputs), ...(replayedFrom === undefined ? {} : { replayedFrom }) }));
  const appendix = made(appendixOf(study, { check }));
  const figures = [...new Map([...figuresOf(note), ...figuresOf(appendix)].map((figure) => [figure.id, figure])).values()];
  const files: NoteFiles["files"] = { "study.json": toJson(study), ...(check ? { "check.json": toJson(check) } : {}) };
  if (formats.includes("md")) {
    files["note.md"] = toMarkdown(note, { charts: "charts", beside: "appendix.md" });
    files["appendix.md"] = toMarkdown(appendix, { charts: "charts", beside: "note.md" });
  }
  if (formats.includes("html")) {
    files["note.html"] = toHtml(note, { beside: "appendix.html", ...(page ? { page } : {}) });
    files["appendix.html"] = toHtml(appendix, { beside: "note.html" });
  }
  for (const { id, svg } of figures) files[`charts/${id}.svg`] = `${svg.wide}\n`;
  // Pictures are drawn beside each other and beside the pages: two cores take less time than one.
  const [png, pdf] = await Promise.all([formats.includes("png") ? pictures(note, figures) : {}, formats.includes("pdf") ? pages(note) : {}]);
  return { note, files: { ...files, ...png, ...pdf } };
}

async function pictures(note: Note, figures: readonly Figure[]): Promise<NoteFiles["files"]> {
  const [{ toPng }, { socialCard }] = await Promise.all([import("./toPng.ts"), import("./socialCard.ts")]);
  const files: NoteFiles["files"] = {};
  for (let k = 0; k < figures.length; k += AT_ONCE) {
    const drawn = figures.slice(k, k + AT_ONCE).map(async ({ id, svg }) => [`charts/${id}.png`, await toPng(svg.wide, { width: CHART_WIDTH })] as const);
    for (const [file, picture] of await Promise.all(drawn)) files[file] = picture;
  }
  return { ...files, "card.png": await socialCard(note) };
}

async function pages(note: Note): Promise<NoteFiles["files"]> {
  return { "note.pdf": await (await import("./toPdf.ts")).toPdf(note) };
}

/**
 * One hash over all inputs: SHA-256 of their lines as `sha256sum` writes them.
 *
 * @example
 * import { inputsHash } from "lockstep/press";
 * inputsHash([]); // => "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
 */
export function inputsHash(inputs: Study["inputs"]): string {
  return sha256(inputs.map((one) => `${one.sha256}  ${one.file}\n`).join(""));
}
