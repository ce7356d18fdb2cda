import { Problem } from "../../market/index.ts";
import { whole as counted } from "../../note/format.ts";
import { didYouMean } from "../../sources/text/didYouMean.ts";
import {
  type HeldScan,
  heldScans,
  PAIR_ORDERS,
  type PairFilter,
  type PairOrder,
  type ScanPairRow,
  type Store,
  scanMarketIds,
  scanPairs,
} from "../../store/index.ts";
import { toJson } from "../../study/toJson.ts";
import type { Effects } from "../effects.ts";
import { numberAsked } from "../numberAsked.ts";
import { pairsCsv } from "../pairsCsv.ts";
import { tableLines } from "../terminal/columns.ts";
import { painter, printable } from "../terminal/paint.ts";
import { legend, pairLines, scanHead } from "../terminal/scanTable.ts";
import { wrapped } from "../terminal/wrapped.ts";
import { withStore } from "../withStore.ts";
import { wordAsked } from "../wordAsked.ts";
import { limitAsked } from "./scanCommand.ts";

export interface ScanShowOptions {
  leader?: string;
  laggard?: string;
  market?: string;
  found?: boolean;
  apartNow?: boolean;
  minLift?: string;
  minBeyond?: string;
  maxP?: string;
  sort?: string;
  limit?: string;
  list?: boolean;
  json?: boolean;
  csv?: boolean;
}

const SHOWN = 20;

/** The pairs of a scan that the store holds, filtered and in the order asked for; or which scans it holds. */
export async function scanShowCommand(scan: string | undefined, options: ScanShowOptions, effects: Effects): Promise<void> {
  if (options.json && options.csv) throw new Problem("usage", "expected --json or --csv; received both");
  const order = options.sort === undefined ? undefined : wordAsked<PairOrder>(options.sort, PAIR_ORDERS, "--sort");
  // A table is looked at, a file is worked with.
  const limit = limitAsked(options.limit, options.csv ? Number.POSITIVE_INFINITY : SHOWN);
  const numbers = {
    minLift: numberOf(options.minLift, "--min-lift"),
    minBeyond: numberOf(options.minBeyond, "--min-beyond"),
    maxP: options.maxP === undefined ? undefined : numberAsked(options.maxP, "--max-p", { least: 0, most: 1 }),
  };
  await withStore(effects, "read", async (store) => {
    const scans = await heldScans(store);
    if (options.list) {
      effects.out(options.json ? toJson({ scans }) : listText(scans, effects));
      return;
    }
    const held = scanNamed(scans, scan);
    const { nearSessions, below } = held.definition;
    const filter: PairFilter = {
      ...(await namesOf(store, held, options)),
      ...numbers,
      found: options.found,
      apartNow: options.apartNow ? { nearSessions, below } : undefined,
      leads: order === "lead" ? true : undefined,
      sort: order,
      limit: Number.isFinite(limit) ? limit : undefined,
    };
    const { rows, of } = await scanPairs(store, held.scan, filter);
    if (options.csv) effects.out(pairsCsv(rows));
    else if (options.json) effects.out(toJson({ ...held, keptAt: new Date(held.keptAt).toISOString(), of, pairs: rows }));
    else effects.out(shownText(held, { rows, of }, effects));
  });
}

function numberOf(text: string | undefined, option: string): number | undefined {
  return text === undefined ? undefined : numberAsked(text, option, { least: 0 });
}

function scanNamed(scans: readonly HeldScan[], name: string | undefined): HeldScan {
  const [latest] = scans;
  if (!latest) throw new Problem("data", "expected a scan in the store; it holds none: lockstep scan makes one");
  if (name === undefined) return latest;
  const held = scans.filter(({ scan }) => scan.startsWith(name));
  const [only] = held;
  if (only && held.length === 1) return only;
  const ids = scans.map(({ scan }) => scan);
  throw new Problem(
    "usage",
    `expected one of the scans held (${ids.slice(0, 5).join(", ")}${ids.length > 5 ? ", …" : ""}); received ${name}${didYouMean(name, ids)}`,
  );
}

/** The markets that are asked for, by the ids of the scan. */
async function namesOf(store: Store, { scan, universe }: HeldScan, options: ScanShowOptions): Promise<Pick<PairFilter, "leader" | "laggard" | "market">> {
  const asked = (["leader", "laggard", "market"] as const).flatMap((option) => (options[option] === undefined ? [] : [[option, options[option]] as const]));
  if (asked.length === 0) return {};
  const ids = await scanMarketIds(store, scan);
  return Object.fromEntries(
    asked.map(([option, name]) => {
      const id = ids.find((one) => one === name) ?? ids.find((one) => one.toLowerCase() === name.toLowerCase());
      if (id !== undefined) return [option, id];
      const skipped = universe.skipped.find((one) => one.id === name);
      const why = skipped ? ` (skipped: ${skipped.reason})` : didYouMean(name, ids);
      throw new Problem("usage", `expected one of the ${ids.length} markets of the scan; received ${name}${why}`, `--${option}`);
    }),
  );
}

function shownText(held: HeldScan, { rows, of }: { rows: readonly ScanPairRow[]; of: number }, { width, color }: Effects): string {
  const shown = { width, paint: painter(color) };
  const total = held.rows.pairs;
  const whole = (value: number) => counted({ value });
  const count = `${whole(rows.length)} of ${whole(of)} pairs${of === total ? "" : ` that are asked for, of ${whole(total)}`}; scan ${held.scan}.`;
  const table = rows.length === 0 ? [] : ["", ...pairLines(rows, held.definition, shown), "", ...legend(held, shown)];
  return `${[...scanHead(held, shown), wrapped(count, width), ...table].join("\n")}\n`;
}

function listText(scans: readonly HeldScan[], { width, color }: Effects): string {
  if (scans.length === 0) return "The store holds no scan: lockstep scan makes one.\n";
  const paint = painter(color);
  const [head = "", ...rows] = tableLines(
    [
      { title: "scan", cells: scans.map(({ scan }) => scan) },
      { title: "universe", cells: scans.map(({ universe }) => printable(universe.name)), dropFirst: 1 },
      { title: "as of", cells: scans.map(({ universe }) => universe.to) },
      { title: "markets", cells: scans.map(({ rows: { markets } }) => String(markets)), numeric: true, dropFirst: 3 },
      { title: "pairs", cells: scans.map(({ rows: { pairs } }) => String(pairs)), numeric: true },
      { title: "found", cells: scans.map(({ found }) => String(found.pairs)), numeric: true },
      { title: "kept", cells: scans.map(({ keptAt }) => new Date(keptAt).toISOString().slice(0, 16).replace("T", " ")), dropFirst: 2 },
    ],
    width,
  );
  return `${[paint("soft", head), ...rows].join("\n")}\n`;
}
