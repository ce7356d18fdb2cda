import { existsSync } from "node:fs";
import { PRICES, type Price, readUniverse } from "../../intake/index.ts";
import { dayNumber, Problem } from "../../market/index.ts";
import type { ScanDefinition, ScanResult, Universe } from "../../scan/index.ts";
import { keepScan, storePath, writeScanParquet } from "../../store/index.ts";
import { toJson } from "../../study/toJson.ts";
import type { Effects } from "../effects.ts";
import { Interrupted } from "../interrupted.ts";
import { numberAsked } from "../numberAsked.ts";
import { isOfKnown } from "../pairOfBars.ts";
import { type CrewOptions, scanCrew } from "../scanCrew.ts";
import { type DefinitionOptions, scanDefinition } from "../scanDefinition.ts";
import { scanHints } from "../scanHints.ts";
import { ScanProgress } from "../scanProgress.ts";
import { scanStudies } from "../scanStudies.ts";
import { scanView } from "../scanView.ts";
import { painter } from "../terminal/paint.ts";
import { scanTable } from "../terminal/scanTable.ts";
import { wrapped } from "../terminal/wrapped.ts";
import { withStore } from "../withStore.ts";
import { wordAsked } from "../wordAsked.ts";

export interface ScanOptions extends DefinitionOptions, CrewOptions {
  price?: string;
  full?: string;
  limit?: string;
  out?: string;
  json?: boolean;
}

const STUDIED = 1;
const SHOWN = 20;

/**
 * Scans a universe: the table on standard output, all rows into the store, and into files where a folder is named. Progress goes to standard error.
 */
export async function scanCommand(where: string | undefined, options: ScanOptions, effects: Effects): Promise<void> {
  const definition = scanDefinition(options, effects.today());
  const limit = limitAsked(options.limit, SHOWN);
  const full = options.full === undefined ? STUDIED : numberAsked(options.full, "--full", { least: 0, most: 100, whole: true });
  const price = PRICES[wordAsked(options.price ?? "close", Object.keys(PRICES), "--price")]!;
  if (options.out === "") throw new Problem("usage", "expected the name of a folder; received nothing", "--out");
  if (options.results !== undefined && options.queue === undefined) throw new Problem("usage", "expected --queue beside --results; received none");
  const universe = await universeOf(where, price, effects);
  // A day that has not come is a fault of the file, and must not become the day of which all others lack a close.
  const today = dayNumber(effects.today());
  if (definition.asOf === null && universe.markets.some(({ sessions }) => (sessions.at(-1) ?? today) > today + 1)) definition.asOf = effects.today();
  const { result, recalled } = await found(universe, definition, options, effects);
  const view = scanView(result, limit);
  if (options.json) {
    await kept(result, options.out, effects);
    effects.out(toJson({ ...view.summary, pairs: view.rows, apart: view.apart, leads: view.leads }));
    return;
  }
  const { width } = effects;
  effects.out(scanTable(view, { width, paint: painter(effects.color) }));
  const before = recalled === 0 ? "" : `${recalled === 1 ? "1 block" : `${recalled} blocks`} had been done by an earlier run. `;
  const told = before + (await kept(result, options.out, effects));
  await scanStudies(universe, result, { count: full, known: isOfKnown(where) }, effects);
  effects.out(`\n${[wrapped(told, width), "", ...scanHints(view.rows[0], view.summary.found.pairs, where, width)].join("\n")}\n`);
}

/** How many rows are shown: a number, or all. */
export function limitAsked(text: string | undefined, usual: number): number {
  if (text === "all") return Number.POSITIVE_INFINITY;
  return text === undefined ? usual : numberAsked(text, "--limit", { least: 0, whole: true });
}

async function universeOf(where: string | undefined, price: Price, effects: Effects): Promise<Universe> {
  if (!existsSync(storePath(effects.data))) return readUniverse(where, { price });
  return withStore(effects, "read", (store) => readUniverse(where, { store, price }));
}

async function found(
  universe: Universe,
  definition: ScanDefinition,
  options: ScanOptions,
  effects: Effects,
): Promise<{ result: ScanResult; recalled: number }> {
  const { scanned } = await import("../../fleet/scanned.ts");
  const crew = scanCrew(options, { universe, definition }, effects);
  const progress = new ScanProgress(effects);
  const signal = effects.interruptible();
  try {
    const result = await scanned({ universe, definition, crew: crew.gather, tell: (one) => progress.tell(one), signal });
    progress.end();
    crew.forget();
    return { result, recalled: crew.recalled() };
  } catch (error) {
    progress.end();
    if (!signal.aborted) throw error;
    const { stage = "pairs", jobs = 0, ofJobs = 0 } = progress.last ?? {};
    const done = stage === "pairs" ? `${jobs} of ${ofJobs} blocks` : `all blocks and ${jobs} of ${ofJobs} blocks of families`;
    throw new Interrupted(`stopped; ${done} are kept, and the same command goes on there`);
  }
}

/** Puts all rows where they can be found again, and says where. */
async function kept(result: ScanResult, out: string | undefined, effects: Effects): Promise<string> {
  // Files first: they need nothing that another process may hold.
  if (out !== undefined) await writeScanParquet(result, out);
  await withStore(effects, "make", (store) => keepScan(store, result, { now: effects.net.now() }));
  const files = out === undefined ? "" : ` Wrote pairs.parquet, leaders.parquet, markets.parquet and scan.json to ${out}.`;
  return `Kept in the store as scan ${result.scan}.${files}`;
}
