import { relative, resolve } from "node:path";
import type { Check } from "../claims/index.ts";
import { type Day, Problem } from "../market/index.ts";
import type { PublicPage } from "../note/index.ts";
import type { Format, Manifest } from "../press/manifest.ts";
import { embeddedCases, shippedGroups } from "../sources/case/groupFile.ts";
import type { Group, Study } from "../study/index.ts";
import { pairNames } from "./pairAsked.ts";

/** What a note is asked with, whether it is made for the first time or again. */
export interface NoteAsked {
  group: string | undefined;
  from: Pick<Manifest["asked"], "figures" | "knownAt" | "readAt">;
  locale: string;
  formats: readonly Format[];
  page: { url: string; image: string; site: string } | undefined;
  earlier: Manifest["earlier"];
  /** The article whose claims were checked, by its place, with what was found. */
  checked?: { file: string; sha256: string; check: Check } | undefined;
}

/** A note, ready to be written. */
export interface MadeNote {
  manifest: Manifest;
  files: Record<string, string | Uint8Array>;
}

/**
 * All files of a note on a study, its manifest among them.
 *
 * @param held the last session held, whatever day is looked at
 * @param folder where it will stand: a group's own file is named from there on
 */
export async function madeNote(
  study: Study,
  { definitions }: Pick<Group, "definitions">,
  asked: NoteAsked,
  { version, held, folder }: { version: string; held: Day | null; folder: string },
): Promise<MadeNote> {
  const [{ earlierNote }, { said }, { MANIFEST_SCHEMA, manifestText }, { inputsHash, noteFiles }, { rendererVersions }, { sha256 }] = await Promise.all([
    import("../note/index.ts"),
    import("../note/words.ts"),
    import("../press/manifest.ts"),
    import("../press/noteFiles.ts"),
    import("../press/renderers.ts"),
    import("../press/sha256.ts"),
  ]);
  const { formats, locale, page: place, earlier, checked } = asked;
  const before = earlier.filter(({ asOf }) => asOf < study.asOf);
  const page: PublicPage | undefined = place && {
    url: place.url,
    site: place.site,
    category: study.group.name,
    ...(formats.includes("png") ? { image: { url: place.image, alt: `Distance of each market from its record, as of ${study.asOf}` } } : {}),
  };
  const replayed = held !== null && study.asOf < held;
  const { note, files } = await noteFiles({
    study,
    earlier: before,
    formats,
    locale,
    ...(replayed ? { replayedFrom: held } : {}),
    ...(page ? { page } : {}),
    check: checked?.check,
  });
  const manifest: Manifest = {
    schema: MANIFEST_SCHEMA,
    lockstep: version,
    title: said(note.title),
    summary: said(note.standfirst),
    group: study.group.name,
    asOf: study.asOf,
    replayed,
    asked: {
      group: asked.group === undefined ? null : fromFolder(asked.group, folder),
      asOf: study.asOf,
      ...asked.from,
      locale,
      formats: [...formats],
      page: place ?? null,
      article: checked ? { file: wayFrom(folder, checked.file), sha256: checked.sha256, published: checked.check.article.published } : null,
    },
    definitions: plainDefinitions(definitions),
    seed: study.definitions.seed.value,
    inputs: study.inputs.map((one) => ({ ...one })),
    inputsHash: inputsHash(study.inputs),
    says: earlierNote(study, { replayed }),
    earlier: before.map((one) => ({ ...one })),
    renderers: rendererVersions(formats, locale),
    files: Object.entries(files).map(([file, content]) => ({ file, sha256: sha256(content), bytes: Buffer.byteLength(content) })),
  };
  return { manifest, files: { ...files, "manifest.json": manifestText(manifest) } };
}

/** The definitions of a group as a manifest holds them. */
export function plainDefinitions(definitions: Group["definitions"]): Manifest["definitions"] {
  return Object.fromEntries(Object.entries(definitions).map(([key, value]) => [key, typeof value === "object" ? [...value] : value]));
}

/** A group as a manifest names it: a file by its way from the note's folder, so that both can be moved together. */
function fromFolder(group: string, folder: string): string {
  if (embeddedCases().includes(group) || shippedGroups().includes(group) || pairNames(group)) return group;
  return wayFrom(folder, group);
}

function wayFrom(folder: string, file: string): string {
  const way = relative(resolve(folder), resolve(file)).replaceAll("\\", "/");
  return way.includes("/") ? way : `./${way}`;
}

/** A group named in a manifest, as a command takes it. */
export function groupFrom(named: string | null, folder: string): string | undefined {
  if (named === null) return undefined;
  return /[\\/]/.test(named) ? resolve(folder, named) : named;
}

/** Formats named on the command line: "html,md". */
export function formatsAsked(text: string, all: readonly Format[]): Format[] {
  const names = text.split(",").map((one) => one.trim());
  const unknown = names.find((one) => !(all as readonly string[]).includes(one));
  if (unknown !== undefined) throw new Problem("usage", `expected some of ${all.join(",")}; received ${unknown === "" ? "nothing" : unknown}`, "--format");
  return all.filter((one) => names.includes(one));
}
