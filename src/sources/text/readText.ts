import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { Problem, type ProblemKind } from "../../market/index.ts";

const LARGEST = 64 * 1024 * 1024;

/** A file's text with the hash of its bytes. */
export interface TextFile {
  path: string;
  name: string; // "IWM.csv"
  text: string;
  sha256: string;
}

/**
 * Reads a UTF-8 file whole.
 *
 * @throws Problem of the given kind, naming the path, when the file is absent, too large or not text
 *
 * @example
 * import { readMarketFile, readText } from "lockstep/sources";
 * readMarketFile(readText("cases/small-caps-and-bitcoin/SPY.csv")).series[0].rows[0].close; // => 100
 */
export function readText(path: string, kind: ProblemKind = "data"): TextFile {
  let bytes: Buffer;
  try {
    const size = statSync(path).size;
    if (size > LARGEST) throw new Problem(kind, `expected a file of at most ${LARGEST} bytes; received ${size}`, path);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(kind, `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`, path);
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(kind, "expected UTF-8 text; received other bytes", path);
  }
  return { path, name: basename(path), text, sha256: createHash("sha256").update(bytes).digest("hex") };
}
