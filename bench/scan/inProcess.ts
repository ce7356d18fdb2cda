import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ScanFunnel } from "../../src/scan/index.ts";
import { SEED } from "./benchSample.ts";

const MAIN = fileURLToPath(new URL("./wholeScan.mjs", import.meta.url));

/** What is asked of the process. */
export interface WholeScanAsked {
  markets: number;
  sessions: number;
  threads: number;
  families?: number; // tested at most; the scan's own number
}

/** The parts of a scan, in their order. */
export interface Parts {
  figures: number; // digest, axis and events; threads are started later
  pairs: number; // all blocks, with what each thread prepares first
  families: number;
  end: number; // ranks and hierarchy
}

/** What a whole scan took, from closes in memory to its result. */
export interface WholeScan {
  seconds: Parts;
  busy: Parts; // seconds of the processor, of all threads
  total: number; // seconds
  before: number; // MB, peak resident when only the universe was there
  peak: number; // MB, at the end
  markets: number; // that took part
  events: number; // of a market, on average
  tested: number; // families
  funnel: ScanFunnel;
}

/** A whole scan, as built, in a process of its own. */
export function inProcess(asked: WholeScanAsked): WholeScan {
  return JSON.parse(execFileSync(process.execPath, [MAIN, JSON.stringify({ ...asked, seed: SEED })], { encoding: "utf8", maxBuffer: 1 << 24 })) as WholeScan;
}
