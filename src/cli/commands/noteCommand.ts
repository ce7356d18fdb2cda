import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { Problem } from "../../market/index.ts";
import { FORMATS, notesIn, type Site, siteIn } from "../../press/index.ts";
import { storePath } from "../../store/storePath.ts";
import { ageLine } from "../age.ts";
import type { Effects } from "../effects.ts";
import { type FigureOptions, withFigures } from "../figureSession.ts";
import { formatsAsked, madeNote, type NoteAsked, wholeInput } from "../madeNote.ts";
import { opened } from "../opened.ts";
import { openedMacro } from "../openedMacro.ts";
import { wrapped } from "../terminal/wrapped.ts";

export interface NoteOptions extends FigureOptions {
  out?: string;
  format: string;
  locale: string;
}

/** Where notes go that are told no other place. */
export const NOTES_FOLDER = "lockstep-notes";

/** Makes the note on a group and writes it with its charts, its study and its manifest into a folder of its own. */
export async function noteCommand(group: string | undefined, options: NoteOptions, { version, effects }: { version: string; effects: Effects }): Promise<void> {
  if (options.out === "") throw new Problem("usage", "expected the name of a folder; received nothing", "--out");
  const formats = formatsAsked(options.format, FORMATS);
  const pinned = pinnedToNow(options, effects);
  const { input, figures, macro, read } = await withFigures(pinned, effects, async (session) => {
    const found = await opened(session, group);
    return { ...found, macro: await openedMacro(session, group), read: session.held !== undefined };
  });
  const whole = wholeInput(input, macro);
  const { study: studyOf } = await import("../../study/study.ts");
  const study = studyOf(whole);
  const { asOf, group: named } = study;
  const out = options.out ?? `${NOTES_FOLDER}/${slug(asOf, named.name)}`;
  const notes = dirname(resolve(out));
  const asked: NoteAsked = {
    group,
    figures: read ? ((pinned.figures ?? "fresher") as NoteAsked["figures"]) : "case",
    knownAt: read ? pinned.knownAt : undefined,
    locale: options.locale,
    formats,
    page: pageOf(siteIn(notes), basename(resolve(out))),
    earlier: notesIn(notes).notes.flatMap(({ folder, manifest: { group: of, says } }) => (of === named.name && folder !== resolve(out) ? [says] : [])),
  };
  const { manifest, files } = await madeNote(study, whole.group, asked, { version, held: figures.held, folder: out });
  effects.write(out, files);
  if (options.json) {
    effects.out(files["manifest.json"] as string);
    return;
  }
  const names = Object.keys(files);
  const charts = names.filter((name) => name.startsWith("charts/") && name.endsWith(".svg")).length;
  const pages = names.filter((name) => !name.startsWith("charts/"));
  effects.out(
    `${[
      manifest.title,
      ageLine(figures, effects.today(), asOf),
      `Wrote ${pages.slice(0, -1).join(", ")} and ${pages.at(-1)}, with ${charts} charts in charts, to ${out}.`,
      `lockstep verify ${out} makes it again and holds every byte against it.`,
    ]
      .map((line) => wrapped(line, effects.width))
      .join("\n")}\n`,
  );
}

/** A store goes on: what it knew when the note was made is named, so that the note can be made again. */
function pinnedToNow(options: NoteOptions, { data, net }: Effects): NoteOptions {
  if (options.figures === "case" || options.knownAt !== undefined || !existsSync(storePath(data))) return options;
  return { ...options, knownAt: new Date(net.now()).toISOString() };
}

/** The name of a note's folder: its day and its group in letters that every file system and address takes. */
export function slug(asOf: string, group: string): string {
  const words = group
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return words === "" ? asOf : `${asOf}-${words}`;
}

function pageOf(site: Site | undefined, name: string): NoteAsked["page"] {
  if (!site) return undefined;
  const base = `${site.url}${encodeURIComponent(name)}/`;
  return { url: `${base}note.html`, image: `${base}card.png`, site: site.title };
}
