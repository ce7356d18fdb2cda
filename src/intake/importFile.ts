import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type BarField, Problem } from "../market/index.ts";
import { barColumns, type DateOrder, type MarketFile, readMarketFile, readText } from "../sources/index.ts";
import {
  type Batch,
  columnsOf,
  eachHeld,
  importTable,
  newBatch,
  type Sql,
  type Store,
  type Taken,
  takeIn,
  takeInFacts,
  twiceHeld,
  writeVerdicts,
} from "../store/index.ts";
import { judgeHeld, judgeSeries, verdictsOf } from "./judgeSeries.ts";
import { comparable, IMPORTED, type Subject, type Target } from "./subject.ts";

/** What an import brought. */
export interface FileImported {
  format: string; // "bars"
  series: number;
  fresh: number;
  restated: number;
  facts: number;
  quarantined: number;
  missing: number;
  notes: string[]; // what was left out or assumed
  sha256: string;
}

/** What an import goes by. */
export interface ImportAsk {
  path: string;
  /** Whose bars they are; undefined where the file says it itself, or holds many. */
  target?: Target | undefined;
  /** What the bars of a file of many markets are of. */
  subject?: Omit<Subject, "settles"> | undefined;
  unit: string; // "USD", where the file does not say
  dates?: DateOrder | undefined;
  now: number;
}

/** A month's contract of fed funds futures settles at 14:00 in Chicago. */
const SETTLEMENT: Subject = { kind: "future", calendar: "XNYS", close: { time: "14:00", zone: "America/Chicago" }, settles: 0 };

/**
 * Takes a file of figures into the store, all of it or nothing: bars in CSV or Parquet, CME settlements, FedWatch histories, Barchart
 * downloads, tables of earnings. What is already held is left, what differs restates it, and all of it passes the gate.
 *
 * @throws Problem naming file, line, what was expected and what came
 */
export async function importFile(store: Store, ask: ImportAsk): Promise<FileImported> {
  const format = /\.(parquet|pq)$/i.test(ask.path) ? "parquet" : /\.(csv|txt|tsv|json)$/i.test(ask.path) ? "text" : "text";
  if (format === "parquet") return importByDatabase(store, ask, "parquet");
  if (ask.target === undefined && ask.subject) return importByDatabase(store, ask, "csv");
  return importText(store, ask, readMarketFile(readText(ask.path), ask.dates ? { dates: ask.dates } : {}));
}

async function importText(store: Store, { path, target, unit, now }: ImportAsk, file: MarketFile): Promise<FileImported> {
  const bars = file.format === "bars" || file.format === "barchart";
  if (bars && !target) throw new Problem("usage", "expected --as and the market that the bars are of; received none", path);
  if (bars && file.series.length > 1) {
    throw new Problem(
      "usage",
      `expected bars of one market; received ${file.series.length} (${file.series
        .slice(0, 5)
        .map(({ symbol }) => symbol)
        .join(", ")}): --each imports all of them`,
      path,
    );
  }
  const result: FileImported = {
    format: file.format,
    series: 0,
    fresh: 0,
    restated: 0,
    facts: 0,
    quarantined: 0,
    missing: 0,
    notes: file.notes,
    sha256: file.sha256,
  };
  return store.transaction(async (sql) => {
    const batch = await newBatch(sql, { now, what: "import", detail: `sha256 ${file.sha256}` });
    const facts = await takeInFacts(sql, file.format, file.facts, batch);
    result.facts = facts.fresh + facts.restated;
    for (const { symbol, unit: own, rows } of file.series) {
      const key =
        bars && target ? { source: IMPORTED, symbol: target.id } : { source: file.format === "cmeSettlements" ? "cme" : IMPORTED, symbol: symbol ?? "" };
      const subject = bars && target ? { ...target.subject, settles: 0 } : SETTLEMENT;
      const taken = await takeIn(sql, { ...key, unit: own ?? unit, subject: JSON.stringify(subject), rows }, batch);
      const { judgement } = await judgeSeries(sql, taken.series, subject, { peers: bars && target ? comparable(target) : [], now }, batch);
      result.series++;
      result.fresh += taken.fresh;
      result.restated += taken.restated;
      result.quarantined += verdictsOf(judgement).filter(({ status }) => status === "quarantined").length;
      result.missing += judgement.missing.length;
    }
    return result;
  });
}

async function importByDatabase(store: Store, { path, target, subject, unit, now }: ImportAsk, format: "parquet" | "csv"): Promise<FileImported> {
  const of = target?.subject ?? subject;
  if (!of) throw new Problem("usage", "expected --as and the market that the bars are of; received none", path);
  const judgedAs = { ...of, settles: 0 };
  const sha256 = fileHash(path);
  return store.transaction(async (sql) => {
    const batch = await newBatch(sql, { now, what: "import", detail: `sha256 ${sha256}` });
    const names = await columnsOf(sql, path, format);
    const what = barColumns(names, path);
    const columns = Object.fromEntries(names.flatMap((name, k) => (what[k] === undefined ? [] : [[name, what[k]]]))) as Record<
      string,
      BarField | "date" | "symbol"
    >;
    if (target === undefined && !Object.values(columns).includes("symbol"))
      throw new Problem("data", `expected a column of symbols; received ${names.join(", ")}`, path);
    const taken = await importTable(sql, { path, format, source: IMPORTED, symbol: target?.id, unit, subject: JSON.stringify(judgedAs), columns }, batch);
    const judged = await judgeAll(sql, path, taken, judgedAs, now, batch);
    const left = names.filter((_, k) => what[k] === undefined);
    return {
      format: format === "parquet" ? "Parquet" : "bars",
      series: taken.length,
      fresh: taken.reduce((sum, one) => sum + one.fresh, 0),
      restated: taken.reduce((sum, one) => sum + one.restated, 0),
      facts: 0,
      ...judged,
      notes: left.length === 0 ? [] : [`columns left: ${left.join(", ")}`],
      sha256,
    };
  });
}

/** Judges many series one after the other, as they are read: their bars are never all in memory. */
async function judgeAll(
  sql: Sql,
  path: string,
  taken: readonly Taken[],
  subject: Subject,
  now: number,
  batch: Batch,
): Promise<{ quarantined: number; missing: number }> {
  const sum = { quarantined: 0, missing: 0 };
  const wanted = new Map(taken.map((one) => [one.series, one]));
  const series = [...wanted.keys()];
  const pending: Parameters<typeof writeVerdicts>[] = [];
  let doubled: number | undefined;
  if (series.length === 0) return sum;
  await eachHeld(sql, { first: Math.min(...series), last: Math.max(...series) }, (held) => {
    const own = wanted.get(held.series);
    if (!own) return;
    // Of a series that is new, as many sessions are held as came, unless one came twice.
    if (held.batches.every((one) => one === batch.batch) && held.bars.sessions.length !== own.fresh + own.restated) doubled ??= held.series;
    const judgement = judgeHeld(held, subject, { others: [], now });
    const verdicts = verdictsOf(judgement);
    sum.quarantined += verdicts.filter(({ status }) => status === "quarantined").length;
    sum.missing += judgement.missing.length;
    if (verdicts.length > 0 || held.judged.size > 0) pending.push([sql, held, verdicts, batch]);
  });
  if (doubled !== undefined) throw await twiceHeld(sql, doubled, path);
  for (const one of pending) await writeVerdicts(...one);
  return sum;
}

function fileHash(path: string): string {
  try {
    return createHash("sha256").update(readFileSync(path)).digest("hex");
  } catch (error) {
    throw new Problem("data", `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`, path);
  }
}
