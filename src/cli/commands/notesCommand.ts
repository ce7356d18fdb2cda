import { Problem } from "../../market/index.ts";
import { percent, type ScoredForecast, scored } from "../../note/index.ts";
import { type ListedNote, listPage, notesIn, type Site, type StoredNote, siteFeed, siteIn, siteOf } from "../../press/index.ts";
import { SITE_FILE } from "../../press/site.ts";
import { recordsKnown, toJson } from "../../study/index.ts";
import type { Effects } from "../effects.ts";
import { preferred, withFigures } from "../figureSession.ts";
import { groupFrom } from "../madeNote.ts";
import { opened } from "../opened.ts";
import { tableLines } from "../terminal/columns.ts";
import { painter, printable } from "../terminal/paint.ts";
import { wrapped } from "../terminal/wrapped.ts";
import { NOTES_FOLDER } from "./noteCommand.ts";

export interface NotesOptions {
  json?: boolean;
  publish?: string | boolean;
  title?: string;
  figures?: string;
}

/** Lists the notes of a folder with the probabilities that they put on record and what came; writes the page and the feed over them where asked. */
export async function notesCommand(folder: string = NOTES_FOLDER, options: NotesOptions, effects: Effects): Promise<void> {
  if (options.figures !== undefined) preferred(options.figures);
  const { notes, unread } = notesIn(folder);
  const site = siteAsked(folder, options);
  const outcomes = await outcomesOf(notes, options, effects);
  const listed = notes.map((note): ListedNote => ({ ...note, ...(outcomes.get(note) ?? { scored: undefined }) }));
  if (options.publish !== undefined) {
    effects.write(folder, {
      "index.html": listPage(listed, site),
      ...(site ? { "feed.xml": siteFeed(listed, site), [SITE_FILE]: toJson(site) } : {}),
    });
  }
  if (options.json) {
    effects.out(toJson({ schema: "lockstep.notes/1", folder, site: site ?? null, notes: listed.map(entry), unread }));
    return;
  }
  effects.out(notes.length === 0 ? `${wrapped(`No note stands in ${folder}. lockstep note makes one.`, effects.width)}\n` : report(listed, effects));
  for (const { reason } of unread) effects.err(`lockstep: ${printable(reason)}\n`);
  for (const reason of new Set(listed.flatMap(({ reason }) => reason ?? []))) effects.err(`lockstep: what came is not known: ${printable(reason)}\n`);
  const unaddressed = site ? notes.filter(({ manifest }) => manifest.asked.page?.url.startsWith(site.url) !== true).map(({ name }) => name) : [];
  if (options.publish !== undefined && unaddressed.length > 0)
    effects.out(
      `${wrapped(`Made without this address, so that they carry no card and no links to share them until they are made again: ${unaddressed.join(", ")}.`, effects.width)}\n`,
    );
  if (options.publish !== undefined)
    effects.out(
      `${wrapped(site ? `Wrote index.html and feed.xml to ${folder}, for ${site.url}.` : `Wrote index.html to ${folder}. A feed needs the address of the site: --publish https://…`, effects.width)}\n`,
    );
}

function siteAsked(folder: string, { publish, title }: NotesOptions): Site | undefined {
  const known = siteIn(folder);
  if (title !== undefined && publish === undefined) throw new Problem("usage", "expected --publish beside --title");
  if (typeof publish === "string") return siteOf(publish, title ?? known?.title ?? "Market notes", "--publish");
  if (title === undefined) return known;
  if (!known) throw new Problem("usage", "expected an address, as --publish https://example.org/notes: a title is that of a site", "--title");
  return siteOf(known.url, title, "--title");
}

type Outcome = Pick<ListedNote, "scored" | "reason">;

/** What came of each note's probability; figures are opened once for each group. */
async function outcomesOf(notes: readonly StoredNote[], { figures }: NotesOptions, effects: Effects): Promise<Map<StoredNote, Outcome>> {
  const outcomes = new Map<StoredNote, Outcome>();
  const byGroup = new Map<string, StoredNote[]>();
  for (const note of notes) {
    const group = groupFrom(note.manifest.asked.group, note.folder) ?? "";
    byGroup.set(group, [...(byGroup.get(group) ?? []), note]);
  }
  for (const [group, own] of byGroup) {
    try {
      const known = await withFigures(figures === undefined ? {} : { figures }, effects, async (session) =>
        recordsKnown((await opened(session, group === "" ? undefined : group)).input),
      );
      for (const note of own) outcomes.set(note, { scored: scored([note.manifest.says], known)[0] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      for (const note of own) outcomes.set(note, { scored: undefined, reason: error.message });
    }
  }
  return outcomes;
}

function entry({ name, manifest: { title, group, asOf, replayed, says, inputsHash }, scored: one, reason }: ListedNote) {
  return {
    name,
    asOf,
    group,
    title,
    replayed,
    inputsHash,
    laggard: says.laggard,
    forecast: says.forecast,
    outcome: one?.outcome ?? null,
    ...(reason === undefined ? {} : { reason }),
  };
}

const OUTCOME: Readonly<Record<ScoredForecast["outcome"], string>> = { came: "came", didNot: "did not come", pending: "not due", unknown: "not known" };

function report(notes: readonly ListedNote[], { width, color }: Effects): string {
  const share = (measure: { value: number | null } | undefined) =>
    measure === undefined || measure.value === null ? "\u2013" : percent(measure, { decimals: 0 });
  const cells = (pick: (note: ListedNote) => string) => notes.map((note) => printable(pick(note)));
  const [head = "", ...rows] = tableLines(
    [
      { title: "as of", cells: cells(({ manifest: { asOf, replayed } }) => `${asOf}${replayed ? "*" : ""}`) },
      { title: "group", cells: cells(({ manifest }) => manifest.group), dropFirst: 2 },
      { title: "a record of", cells: cells(({ manifest: { says } }) => (says.forecast ? `${says.laggard} by ${says.forecast.due}` : "\u2013")) },
      { title: "probability", cells: cells(({ manifest: { says } }) => share(says.forecast?.probability)), numeric: true },
      { title: "base", cells: cells(({ manifest: { says } }) => share(says.forecast?.base)), numeric: true, dropFirst: 3 },
      { title: "outcome", cells: cells(({ scored: one }) => (one ? OUTCOME[one.outcome] : "\u2013")) },
      { title: "folder", cells: cells(({ name }) => name), dropFirst: 1 },
    ],
    width,
  );
  const after = notes.some(({ manifest }) => manifest.replayed) ? [wrapped("* replayed: made with later figures at hand, not on its day.", width)] : [];
  return `${[painter(color)("soft", head), ...rows, "", ...after, ...scoreLines(notes).map((line) => wrapped(line, width))].join("\n")}\n`;
}

/** How far the probabilities and the bases were off, as Brier scores. */
function scoreLines(notes: readonly ListedNote[]): string[] {
  const decided = notes.flatMap(({ scored: one }) => (one && (one.outcome === "came" || one.outcome === "didNot") ? [one] : []));
  if (decided.length === 0) return ["None is due yet: nothing to score."];
  const brier = (pick: (one: ScoredForecast) => number) =>
    decided.reduce((sum, one) => sum + (pick(one) - (one.outcome === "came" ? 1 : 0)) ** 2, 0) / decided.length;
  const own = brier(({ forecast }) => forecast.probability.value ?? Number.NaN);
  const base = brier(({ forecast }) => forecast.base.value ?? Number.NaN);
  const few = decided.length < 5 ? " Fewer than five: no judgement." : "";
  return [`Scored: ${decided.length}. Brier score ${own.toFixed(3)}, of the bases alone ${base.toFixed(3)}; 0 is perfect.${few}`];
}
