import { basename, dirname, resolve } from "node:path";
import { Problem } from "../../market/index.ts";
import { notesIn, type Site, type StoredNote, siteIn } from "../../press/index.ts";
import { FORMATS } from "../../press/manifest.ts";
import { ageLine } from "../age.ts";
import { askedFrom, readAtOf } from "../askedFrom.ts";
import { marketsNamed } from "../checkedArticle.ts";
import { claimsChecked, claimsRead } from "../claimsOfNote.ts";
import type { Effects } from "../effects.ts";
import { type FigureOptions, withFigures } from "../figureSession.ts";
import { formatsAsked, madeNote, type NoteAsked, plainDefinitions } from "../madeNote.ts";
import { opened } from "../opened.ts";
import { openedMacro, wholeInput } from "../openedMacro.ts";
import { slug } from "../slug.ts";
import { printable } from "../terminal/paint.ts";
import { wrapped } from "../terminal/wrapped.ts";

export interface NoteOptions extends FigureOptions {
  out?: string;
  format: string;
  locale: string;
  claims?: string;
  published?: string;
}

/** Where notes go that are told no other place. */
export const NOTES_FOLDER = "lockstep-notes";

/** Makes the note on a group and writes it with its charts, its study and its manifest into a folder of its own. */
export async function noteCommand(group: string | undefined, options: NoteOptions, { version, effects }: { version: string; effects: Effects }): Promise<void> {
  if (options.out === "") throw new Problem("usage", "expected the name of a folder; received nothing", "--out");
  const formats = formatsAsked(options.format, FORMATS);
  const reading = { ...options, readAt: "last" };
  const article = options.claims === undefined ? undefined : await claimsRead(options.claims, options.published, effects.today());
  const { input, figures, macro, others, readAt } = await withFigures(reading, effects, async (session) => {
    const open = await opened(session, group);
    const others = article ? await marketsNamed(article, open.input.markets, session, group) : {};
    return { ...open, macro: await openedMacro(session, group), others, readAt: readAtOf(session) };
  });
  const whole = wholeInput(input, macro);
  const { study: studyOf } = await import("../../study/study.ts");
  const study = studyOf(whole);
  const { asOf, group: named } = study;
  const out = options.out ?? `${NOTES_FOLDER}/${slug(asOf, named.name)}`;
  const place = resolve(out);
  const { notes, unread } = notesIn(dirname(place));
  const foreign = unread.find(({ folder }) => folder === place);
  if (foreign) throw new Problem("usage", `expected a folder of its own; received one with another manifest (${foreign.reason})`, out);
  for (const { reason } of unread) effects.err(`lockstep: not read, so that the note says nothing of it: ${printable(reason)}\n`);
  const there = notes.find(({ folder }) => folder === place)?.manifest.group;
  if (there !== undefined && there !== named.name) throw new Problem("usage", `expected a folder of its own; received that of the note on ${there}`, out);
  const checked = article && (await claimsChecked(article, { input, macro, others }, asOf));
  const asked: NoteAsked = {
    group,
    checked,
    from: askedFrom(reading, { figures, macro, readAt }, effects),
    locale: options.locale,
    formats,
    page: pageOf(siteIn(dirname(place)), basename(place)),
    earlier: earlierOf(
      notes.filter(({ folder }) => folder !== place),
      { name: named.name, definitions: plainDefinitions(whole.group.definitions) },
    ),
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

/** What earlier notes on the same group by the same definitions say, one for each day. */
function earlierOf(notes: readonly StoredNote[], { name, definitions }: { name: string; definitions: object }): NoteAsked["earlier"] {
  const alike = notes.filter(({ manifest }) => manifest.group === name && JSON.stringify(manifest.definitions) === JSON.stringify(definitions));
  return [...new Map(alike.map(({ name: folder, sha256, manifest: { says } }) => [says.asOf, { ...says, from: { folder, sha256 } }])).values()];
}

function pageOf(site: Site | undefined, name: string): NoteAsked["page"] {
  if (!site) return undefined;
  const base = `${site.url}${encodeURIComponent(name)}/`;
  return { url: `${base}note.html`, image: `${base}card.png`, site: site.title };
}
