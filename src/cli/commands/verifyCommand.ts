import { resolve } from "node:path";
import { Problem } from "../../market/index.ts";
import { type Manifest, manifestIn } from "../../press/index.ts";
import { stands, type Verification, verification } from "../../press/verification.ts";
import { storePath } from "../../store/storePath.ts";
import { toJson } from "../../study/toJson.ts";
import { marketsNamed } from "../checkedArticle.ts";
import { type ClaimsOfNote, claimsChecked, claimsRead } from "../claimsOfNote.ts";
import type { Effects } from "../effects.ts";
import { withFigures } from "../figureSession.ts";
import { groupFrom, madeNote } from "../madeNote.ts";
import { opened } from "../opened.ts";
import { openedMacro, wholeInput } from "../openedMacro.ts";
import { wrapped } from "../terminal/wrapped.ts";

// A change of one file moves hundreds of measures: the first say enough.
const MOST = 12;

/** Makes a note again from its manifest and holds it, byte for byte, against what stands in its folder. */
export async function verifyCommand(folder: string, { json }: { json?: boolean }, { version, effects }: { version: string; effects: Effects }): Promise<void> {
  const manifest = manifestIn(folder);
  if (!manifest) throw new Problem("data", "expected the folder of a note, with its manifest.json; received none", folder);
  const found = verification(folder, manifest, await again(folder, manifest, { version, effects }));
  effects.out(json ? toJson(found) : report(folder, manifest, found, effects.width));
  const wrong = found.files.filter((one) => !stands(one));
  const changed = found.earlier.filter(({ now }) => now === "changed").map(({ folder: name }) => `earlier note ${name} (changed)`);
  if (!found.holds)
    throw new Problem(
      "verification",
      `expected what the manifest says; received ${[...wrong.map(({ file, onDisk, again }) => `${file} (${onDisk === "as written" ? again : onDisk})`), ...changed].join(", ")}`,
      folder,
    );
}

async function again(folder: string, { asked, earlier }: Manifest, { version, effects }: { version: string; effects: Effects }) {
  const group = groupFrom(asked.group, folder);
  const { figures, knownAt, readAt, locale, formats, page, article: named } = asked;
  const options = { asOf: asked.asOf, figures, ...(knownAt === null ? {} : { knownAt }), ...(readAt === null ? {} : { readAt }) };
  try {
    const article = named === null ? undefined : await sameArticle(named, folder, effects);
    const { input, held, macro, others } = await withFigures(options, effects, async (session) => {
      if (readAt !== null && !session.held)
        throw new Problem("data", `expected the store that it was made from; received ${session.unread ?? "none"}`, storePath(effects.data));
      const found = await opened(session, group);
      const others = article ? await marketsNamed(article, found.input.markets, session, group) : {};
      return { input: found.input, held: found.figures.held, macro: await openedMacro(session, group), others };
    });
    const { study } = await import("../../study/study.ts");
    const checked = article && (await claimsChecked(article, { input, macro, others }, asked.asOf));
    return await madeNote(
      study(wholeInput(input, macro)),
      input.group,
      { group, from: { figures, knownAt, readAt }, locale, formats, page: page ?? undefined, earlier, checked },
      { version, held, folder },
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem("verification", `cannot be made again: ${error.message}`, folder);
  }
}

/** The article whose claims a note holds, which must still be what it was. */
async function sameArticle({ file, sha256, published }: NonNullable<Manifest["asked"]["article"]>, folder: string, effects: Effects): Promise<ClaimsOfNote> {
  const read = await claimsRead(resolve(folder, file), published, effects.today());
  if (read.sha256 !== sha256) throw new Problem("data", `expected the article with the hash ${sha256.slice(0, 16)}; received another text`, file);
  return read;
}

/** What holds, and what could not be held against anything. */
function heldText(folder: string, files: Verification["files"]): string {
  const uncompared = files.filter(({ again }) => again === "not compared").map(({ file }) => file);
  const same = `${files.length - uncompared.length} files of ${folder} are what the manifest says, and come out the same`;
  if (uncompared.length === 0) return `It holds: ${same}.`;
  return `It holds as far as it can be compared: ${same}; ${uncompared.join(", ")} were drawn by other versions and only have the hash that the manifest gives.`;
}

function report(
  folder: string,
  { title, asOf, inputsHash }: Manifest,
  { holds, files, beside, earlier, inputs, measures, versions }: Verification,
  width: number,
): string {
  const longest = Math.max(...files.map(({ file }) => file.length));
  const said = (value: number | null | undefined) => (value === undefined ? "not there" : value === null ? "unknown" : String(value));
  const more = measures.length - MOST;
  const lines = [
    wrapped(`${title}, as of ${asOf}; inputs ${inputsHash.slice(0, 16)}`, width),
    "",
    ...files.map(
      ({ file, onDisk, again }) => `${onDisk === "as written" && again === "the same" ? " " : "!"} ${file.padEnd(longest)}  ${onDisk}; made again ${again}`,
    ),
    ...(beside.length === 0 ? [] : ["", wrapped(`No part of the note, as the manifest does not name them: ${beside.join(", ")}.`, width)]),
    ...(earlier.length === 0 ? [] : ["", ...earlier.map(({ folder: name, now }) => wrapped(`Earlier note ${name}: its manifest is ${now}.`, width))]),
    ...(versions.length === 0 ? [] : ["", ...versions.map(({ name, before, now }) => wrapped(`Made with ${name} ${before}, here ${now}.`, width))]),
    ...(inputs.length === 0 ? [] : ["", wrapped(`Inputs that are others now: ${inputs.join(", ")}.`, width)]),
    ...(measures.length === 0
      ? []
      : [
          "",
          `Measures that moved: ${measures.length}`,
          ...measures.slice(0, MOST).map(({ path, before, after }) => `  ${path}  ${said(before)} -> ${said(after)}`),
          ...(more > 0 ? [`  and ${more} more`] : []),
        ]),
    "",
    holds ? wrapped(heldText(folder, files), width) : "It does not hold.",
  ];
  return `${lines.join("\n")}\n`;
}
