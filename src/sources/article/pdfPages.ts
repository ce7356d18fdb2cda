import { Worker } from "node:worker_threads";
import { Problem } from "../../market/index.ts";

/** A line as it stands on a page of a PDF, in points from the lower left. */
export interface PdfLine {
  text: string;
  x: number; // of its begin
  y: number; // of its base
  size: number; // of its letters
}

/** A run of letters as the reader of PDF gives it. */
interface Run {
  str: string;
  hasEOL: boolean; // whether a line ends with it
  transform: number[]; // the last four: the letters' size (c, d) and place (e, f)
}

type Answer = { pages: Run[][] } | { refused: string };

const TIMEOUT = 20_000; // ms
const MOST_PAGES = 200;
const MOST_TEXT = 1_000_000; // units; the text that is taken of them is less
const HEAP = 512; // MB
const LARGEST = 1024 * 1024 * 1024; // bytes by which the process may grow
const EVERY = 50; // ms
const TOO_MUCH = "expected a PDF that can be read in a gigabyte; received one that unpacks to more";

// As a text, since a thread cannot begin with a file of TypeScript, as which this one runs in development.
const THREAD = `
const { parentPort, workerData } = require("node:worker_threads");
const { bytes, reader, mostPages, mostText } = workerData;
const read = async () => {
  const { getDocumentProxy } = await import(reader);
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, isEvalSupported: false, useSystemFonts: false }).catch((error) => {
    const locked = error && error.name === "PasswordException";
    return { refused: locked ? "expected a PDF that opens without a password; received one that does not" : "expected a PDF that can be read; received a damaged one" };
  });
  if (pdf.refused) return pdf;
  if (pdf.numPages > mostPages) return { refused: "expected a PDF of at most " + mostPages + " pages; received " + pdf.numPages };
  const pages = [];
  let size = 0;
  for (let k = 1; k <= pdf.numPages; k++) {
    const content = await pdf.getPage(k).then((page) => page.getTextContent()).catch(() => undefined);
    if (!content) return { refused: "expected a PDF that can be read; received one with a damaged page " + k };
    const runs = content.items.filter((item) => "str" in item).map(({ str, hasEOL, transform }) => ({ str, hasEOL, transform }));
    for (const { str } of runs) size += str.length + 1;
    if (size > mostText) return { refused: "expected a PDF with at most " + mostText + " characters; received more" };
    pages.push(runs);
  }
  return { pages };
};
read().then((answer) => parentPort.postMessage(answer));
`;

/**
 * The lines of a PDF, page by page, in the order in which the file holds them.
 *
 * It is read in a thread of its own, which is ended when it takes too long or too much memory: a PDF of some kilobytes can unpack to gigabytes.
 * A hyphen that the file calls a soft one is lost, as the reader of PDF drops it: such a word stays in two parts.
 *
 * @throws Problem when it is damaged, locked, too large or takes too long
 */
export async function pdfPages(bytes: Uint8Array, place: string, { timeout = TIMEOUT }: { timeout?: number } = {}): Promise<PdfLine[][]> {
  const worker = new Worker(THREAD, {
    eval: true,
    execArgv: [],
    workerData: { bytes, reader: import.meta.resolve("unpdf"), mostPages: MOST_PAGES, mostText: MOST_TEXT },
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
    stdout: true,
    stderr: true,
  });
  const atFirst = process.memoryUsage.rss();
  let clocks: NodeJS.Timeout[] = [];
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const refuse = (refused: string) => resolve({ refused });
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? refuse(TOO_MUCH) : reject(error)));
      clocks = [
        setTimeout(() => refuse(`expected a PDF that can be read within ${timeout / 1000} s; received one that takes longer`), timeout),
        setInterval(() => {
          if (process.memoryUsage.rss() - atFirst > LARGEST) refuse(TOO_MUCH);
        }, EVERY),
      ];
    });
    if ("refused" in answer) throw new Problem("usage", answer.refused, place);
    return answer.pages.map(linesOf);
  } finally {
    for (const clock of clocks) clearInterval(clock);
    await worker.terminate();
  }
}

function linesOf(runs: readonly Run[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let begun: Run[] = [];
  const end = () => {
    const first = begun.find(({ str }) => str.trim() !== "");
    if (first) {
      const main = begun.reduce((best, run) => (run.str.length > best.str.length ? run : best), first);
      const [, , c = 0, d = 0] = main.transform;
      const [, , , , x = 0, y = 0] = first.transform;
      lines.push({ text: begun.map(({ str }) => str).join(""), x, y, size: Math.hypot(c, d) });
    }
    begun = [];
  };
  for (const run of runs) {
    begun.push(run);
    if (run.hasEOL) end();
  }
  end();
  return lines;
}
