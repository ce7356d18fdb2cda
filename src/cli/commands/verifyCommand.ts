import { Problem } from "../../market/index.ts";
import { type Manifest, manifestIn, type Verification, verification } from "../../press/index.ts";
import { toJson } from "../../study/toJson.ts";
import type { Effects } from "../effects.ts";
import { withFigures } from "../figureSession.ts";
import { groupFrom, madeNote, wholeInput } from "../madeNote.ts";
import { opened } from "../opened.ts";
import { openedMacro } from "../openedMacro.ts";
import { wrapped } from "../terminal/wrapped.ts";

// A change of one file moves hundreds of measures: the first say enough.
const MOST = 12;

/** Makes a note again from its manifest and holds it, byte for byte, against what stands in its folder. */
export async function verifyCommand(folder: string, { json }: { json?: boolean }, { version, effects }: { version: string; effects: Effects }): Promise<void> {
  const manifest = manifestIn(folder);
  if (!manifest) throw new Problem("data", "expected the folder of a note, with its manifest.json; received none", folder);
  const found = verification(folder, manifest, await again(folder, manifest, { version, effects }));
  effects.out(json ? toJson(found) : report(folder, manifest, found, effects.width));
  const wrong = found.files.filter((one) => one.onDisk !== "as written" || !["the same", "not compared"].includes(one.again));
  if (!found.holds)
    throw new Problem(
      "verification",
      `expected what the manifest says; received ${wrong.map(({ file, onDisk, again }) => `${file} (${onDisk === "as written" ? again : onDisk})`).join(", ")}`,
      folder,
    );
}

async function again(folder: string, { asked, earlier }: Manifest, { version, effects }: { version: string; effects: Effects }) {
  const group = groupFrom(asked.group, folder);
  const options = { asOf: asked.asOf, figures: asked.figures, ...(asked.knownAt === null ? {} : { knownAt: asked.knownAt }) };
  try {
    const { input, figures, macro } = await withFigures(options, effects, async (session) => ({
      ...(await opened(session, group)),
      macro: await openedMacro(session, group),
    }));
    const { locale, formats, page, figures: which, knownAt } = asked;
    const { study } = await import("../../study/study.ts");
    return await madeNote(
      study(wholeInput(input, macro)),
      input.group,
      { group, figures: which, knownAt: knownAt ?? undefined, locale, formats, page: page ?? undefined, earlier },
      { version, held: figures.held, folder },
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem("verification", `cannot be made again: ${error.message}`, folder);
  }
}

function report(folder: string, { title, asOf, inputsHash }: Manifest, { holds, files, inputs, measures, versions }: Verification, width: number): string {
  const longest = Math.max(...files.map(({ file }) => file.length));
  const said = (value: number | null | undefined) => (value === undefined ? "not there" : value === null ? "unknown" : String(value));
  const more = measures.length - MOST;
  const lines = [
    wrapped(`${title}, as of ${asOf}; inputs ${inputsHash.slice(0, 16)}`, width),
    "",
    ...files.map(
      ({ file, onDisk, again }) => `${onDisk === "as written" && again === "the same" ? " " : "!"} ${file.padEnd(longest)}  ${onDisk}; made again ${again}`,
    ),
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
    holds ? wrapped(`It holds: ${files.length} files of ${folder} are what the manifest says, and come out the same.`, width) : "It does not hold.",
  ];
  return `${lines.join("\n")}\n`;
}
