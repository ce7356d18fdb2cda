import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { flatSvg } from "../charts/index.ts";
import { Problem } from "../market/index.ts";
import type { Figure, Note } from "../note/index.ts";
import { toTypst } from "../note/toTypst.ts";
import { typstText } from "../note/typstText.ts";
import { fontFiles } from "./fonts.ts";
import { renderer } from "./renderer.ts";
import { unprintable } from "./unprintable.ts";

/**
 * A note as PDF: A4, tagged for screen readers (PDF/UA-1), charts as vectors with words that can be searched.
 *
 * Its date is the as-of day and its fonts come with the package, so that the same note gives the same bytes on every machine.
 *
 * @throws Problem "output" when the compiler or a font is not installed, or the fonts lack a character
 *
 * @example
 * import { toPdf } from "lockstep/press";
 * const note = { kind: "note", group: "G", asOf: "2025-12-11", title: [{ kind: "words", text: "A stands apart" }], standfirst: [], keyLines: [], box: [], sections: [] };
 * const pdf = await toPdf(note);
 * String.fromCharCode(...pdf.subarray(0, 5)); // => "%PDF-"
 */
export async function toPdf(note: Note): Promise<Uint8Array> {
  const fontBlobs = fontFiles().map((path) => readFileSync(path));
  const typst = await renderer("@myriaddreamin/typst-ts-node-compiler", () => import("@myriaddreamin/typst-ts-node-compiler"));
  // Nothing is read from or written to this folder: all files are held in memory, and paths need a root.
  const workspace = join(tmpdir(), "lockstep-press");
  const compiler = typst.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  const figures = note.sections.flatMap(({ blocks }) => blocks).filter((block) => block.kind === "figure");
  for (const { id, svg } of figures) compiler.mapShadow(join(workspace, "charts", `${id}.svg`), Buffer.from(flatSvg(svg.wide, "light")));
  requireGlyphs(compiler, figures);
  return pdfOf(compiler, toTypst(note));
}

/** Words in a chart would be drawn in whatever other font the machine has, so that bytes would hang on it. */
function requireGlyphs(compiler: NodeCompiler, figures: readonly Figure[]): void {
  const words = figures.map(({ svg }) => svg.wide.replaceAll(/<style>[^]*?<\/style>|<[^>]*>/g, "")).join("");
  pdfOf(
    compiler,
    `#set document(title: "Words of charts")\n#set text(font: "Inter", lang: "en", fallback: false)\n#${typstText([...new Set(words)].join(""))}`,
  );
}

function pdfOf(compiler: NodeCompiler, document: string): Uint8Array {
  const { result, diagnostics } = compiled(compiler, document);
  if (!result) throw new Error(`the note does not compile: ${diagnostics}`);
  try {
    return compiler.pdf(result, { pdfStandard: "ua-1" });
  } catch (error) {
    const characters = unprintable(String(error));
    if (characters.length === 0) throw error;
    throw new Problem(
      "output",
      `expected characters that Inter and Source Serif have; received ${characters.join(" ")}: note.html and note.md show them`,
      "note.pdf",
    );
  }
}

function compiled(compiler: NodeCompiler, document: string) {
  const outcome = compiler.compile({ mainFileContent: document });
  return { result: outcome.result, diagnostics: JSON.stringify(outcome.takeDiagnostics()?.shortDiagnostics ?? []) };
}
