import {
  appendixOf,
  type EarlierNote,
  FIRST_LOCALE,
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
  formats: readonly Format[];
  locale?: string;
  page?: PublicPage;
}

/** The files of a note, by name, and the note and appendix that they show. */
export interface NoteFiles {
  note: Note;
  files: Record<string, string | Uint8Array>;
}

const CHART_WIDTH = 1920; // pixels: sharp in print and on dense screens

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
export async function noteFiles({ study, earlier = [], formats, locale = FIRST_LOCALE, page }: NoteOrder): Promise<NoteFiles> {
  const tongue = localeOf(locale);
  const made = (note: Note) => (tongue.tag === FIRST_LOCALE ? note : inLocale(note, tongue));
  const note = made(noteOf(study, { earlier, inputsHash: inputsHash(study.inputs) }));
  const appendix = made(appendixOf(study));
  const figures = [...new Map([...figuresOf(note), ...figuresOf(appendix)].map((figure) => [figure.id, figure])).values()];
  const files: NoteFiles["files"] = { "study.json": toJson(study) };
  if (formats.includes("md")) {
    files["note.md"] = toMarkdown(note, { charts: "charts" });
    files["appendix.md"] = toMarkdown(appendix, { charts: "charts" });
  }
  if (formats.includes("html")) {
    files["note.html"] = toHtml(note, { beside: "appendix.html", ...(page ? { page } : {}) });
    files["appendix.html"] = toHtml(appendix, { beside: "note.html" });
  }
  for (const { id, svg } of figures) files[`charts/${id}.svg`] = `${svg.wide}\n`;
  if (formats.includes("png")) {
    const [{ toPng }, { socialCard }] = await Promise.all([import("./toPng.ts"), import("./socialCard.ts")]);
    for (const { id, svg } of figures) files[`charts/${id}.png`] = await toPng(svg.wide, { width: CHART_WIDTH });
    files["card.png"] = await socialCard(note);
  }
  if (formats.includes("pdf")) files["note.pdf"] = await (await import("./toPdf.ts")).toPdf(note);
  return { note, files };
}

/** One hash over all inputs: that of their lines as `sha256sum` writes them. */
export function inputsHash(inputs: Study["inputs"]): string {
  return sha256(inputs.map((one) => `${one.sha256}  ${one.file}\n`).join(""));
}
