import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type BarField, type Bars, Problem } from "../market/index.ts";
import type { Judgement } from "../quality/index.ts";
import { barColumns, type DateOrder, type MarketFile, readMarketFile, readText, refText } from "../sources/index.ts";
import {
  type Batch,
  columnsOf,
  eachHeld,
  heldSeries,
  importTable,
  newBatch,
  type SeriesKey,
  type Sql,
  type Store,
  type Taken,
  takeIn,
  takeInFacts,
  twiceHeld,
  writeVerdicts,
} from "../store/index.ts";
import { judgeHeld, judgeMarket, verdictsOf } from "./judgeSeries.ts";
import { refuseOtherMarket } from "./otherMarket.ts";
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
  /** The source that the bars come from, where it is one of the market's: they are then held against its others. */
  source?: string | undefined;
  /** Whether most of what is held may be restated. */
  restate?: boolean;
  now: number;
}

/** A month's contract of fed funds futures settles at 14:00 in Chicago. Judged as a reading, as those that are fetched. */
const SETTLEMENT: Subject = { kind: "reading", calendar: "XNYS", close: { time: "14:00", zone: "America/Chicago" }, settles: 0 };

/**
 * Takes a file of figures into the store, all of it or nothing: bars in CSV or Parquet, CME settlements, FedWatch histories, Barchart
 * downloads, tables of earnings. What is already held is left, what differs restates it, and all of it passes the gate.
 *
 * @throws Problem naming file, line, what was expected and what came
 */
export async function importFile(store: Store, ask: ImportAsk): Promise<FileImported> {
  if (/\.(parquet|pq)$/i.test(ask.path)) return importByDatabase(store, ask, "parquet");
  if (ask.target === undefined && ask.subject) return importByDatabase(store, ask, "csv");
  return importText(store, ask, readMarketFile(readText(ask.path), ask.dates ? { dates: ask.dates } : {}));
}

async function importText(store: Store, { path, target, unit, now, source, restate }: ImportAsk, file: MarketFile): Promise<FileImported> {
  const bars = file.format === "bars" || file.format === "barchart";
  if (bars && !target) throw new Problem("usage", "expected --as and the market that the bars are of; received none", path);
  if (bars && file.series.length > 1) {
    throw new Problem(
      "usage",
      `expected bars of one market; received ${file.series.length} (${named(file.series.map(({ symbol }) => symbol ?? ""))}): --each imports all of them`,
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
    notes: [...file.notes],
    sha256: file.sha256,
  };
  const own = file.series[0]?.symbol ?? null;
  if (bars && target && own !== null) result.notes.push(...otherName(own, target));
  return store.transaction(async (sql) => {
    const batch = await newBatch(sql, { now, what: "import", detail: `sha256 ${file.sha256}` });
    const facts = await takeInFacts(sql, file.format, file.facts, batch);
    result.facts = facts.fresh + facts.restated;
    for (const { symbol, unit: said, rows } of file.series) {
      const key = bars && target ? keyOf(target, source, path) : { source: file.format === "cmeSettlements" ? "cme" : IMPORTED, symbol: symbol ?? "" };
      const subject = bars && target ? { ...target.subject, settles: 0 } : SETTLEMENT;
      const before = await barsHeld(sql, key);
      const taken = await takeIn(sql, { ...key, unit: said ?? unit, subject: JSON.stringify(subject), rows }, batch);
      if (!restate) result.notes.push(...refuseOtherMarket(before, await barsHeld(sql, key), { restated: taken.restated, place: path }));
      const judged = await judgeMarket(sql, bars && target ? comparable(target) : [key], now, batch);
      const { judgement } = judged.get(refText(key))!;
      result.series++;
      result.fresh += taken.fresh;
      result.restated += taken.restated;
      result.quarantined += quarantinedIn(judgement);
      result.missing += judgement.missing.length;
    }
    return result;
  });
}

async function importByDatabase(
  store: Store,
  { path, target, subject, unit, now, dates, source, restate }: ImportAsk,
  format: "parquet" | "csv",
): Promise<FileImported> {
  const of = target?.subject ?? subject;
  if (!of) throw new Problem("usage", "expected --as and the market that the bars are of; received none", path);
  if (dates !== undefined && dates !== "ymd")
    throw new Problem("usage", `expected days like 2025-12-11 in a file that the database reads; received --dates ${dates}`, path);
  const judgedAs = { ...of, settles: 0 };
  const sha256 = await fileHash(path);
  return store.transaction(async (sql) => {
    const batch = await newBatch(sql, { now, what: "import", detail: `sha256 ${sha256}` });
    const names = await columnsOf(sql, path, format);
    const what = barColumns(names, path);
    const columns = Object.fromEntries(names.flatMap((name, k) => (what[k] === undefined ? [] : [[name, what[k]]]))) as Record<
      string,
      BarField | "date" | "symbol"
    >;
    const many = Object.values(columns).includes("symbol");
    if (target === undefined && !many) throw new Problem("data", `expected a column of symbols; received ${names.join(", ")}`, path);
    const key = target && keyOf(target, source, path);
    const before = key && (await barsHeld(sql, key));
    const into = key ?? { source: IMPORTED, symbol: undefined };
    const { taken, symbols } = await importTable(sql, { path, format, ...into, unit, subject: JSON.stringify(judgedAs), columns }, batch);
    const restated = taken.reduce((sum, one) => sum + one.restated, 0);
    const changed = key && before && !restate ? refuseOtherMarket(before, await barsHeld(sql, key), { restated, place: path }) : [];
    const judged = target && key ? await judgeOne(sql, target, key, now, batch) : await judgeAll(sql, path, taken, judgedAs, now, batch);
    const left = names.filter((_, k) => what[k] === undefined);
    return {
      format: format === "parquet" ? "Parquet" : "bars",
      series: taken.length,
      fresh: taken.reduce((sum, one) => sum + one.fresh, 0),
      restated,
      facts: 0,
      ...judged,
      notes: [...changed, ...(left.length === 0 ? [] : [`columns left: ${left.join(", ")}`]), ...(target && many ? otherName(symbols[0] ?? "", target) : [])],
      sha256,
    };
  });
}

async function judgeOne(sql: Sql, target: Target, key: SeriesKey, now: number, batch: Batch): Promise<{ quarantined: number; missing: number }> {
  const judged = (await judgeMarket(sql, comparable(target), now, batch)).get(refText(key));
  return judged ? { quarantined: quarantinedIn(judged.judgement), missing: judged.judgement.missing.length } : { quarantined: 0, missing: 0 };
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
  const pending: Parameters<typeof writeVerdicts>[] = [];
  let doubled: number | undefined;
  if (taken.length === 0) return sum;
  const numbers = taken.map(({ series }) => series);
  const first = numbers.reduce((least, one) => Math.min(least, one));
  const last = numbers.reduce((most, one) => Math.max(most, one));
  await eachHeld(sql, { first, last }, (held) => {
    const own = wanted.get(held.series);
    if (!own) return;
    // Of a series that is new, as many sessions are held as came, unless one came twice.
    if (held.batches.every((one) => one === batch.batch) && held.bars.sessions.length !== own.fresh + own.restated) doubled ??= held.series;
    const judgement = judgeHeld(held, subject, { others: [], now });
    const verdicts = verdictsOf(judgement);
    sum.quarantined += quarantinedIn(judgement);
    sum.missing += judgement.missing.length;
    if (verdicts.length > 0 || held.judged.size > 0) pending.push([sql, held, verdicts, batch]);
  });
  if (doubled !== undefined) throw await twiceHeld(sql, doubled, path);
  for (const one of pending) await writeVerdicts(...one);
  return sum;
}

/** Under which reference bars of a market are kept: by hand, or as those of one of its sources. */
function keyOf(target: Target, source: string | undefined, path: string): SeriesKey {
  if (source === undefined) return { source: IMPORTED, symbol: target.id };
  const refs = comparable(target).filter((ref) => ref.source !== IMPORTED);
  const ref = refs.find((one) => one.source === source);
  if (!ref)
    throw new Problem("usage", `expected a source of ${target.id} (${refs.map(refText).join(", ") || "it has none"}); received --source ${source}`, path);
  return ref;
}

async function barsHeld(sql: Sql, key: SeriesKey): Promise<Bars> {
  return (await heldSeries(sql, key))?.bars ?? { sessions: new Int32Array(0), columns: {} };
}

function quarantinedIn(judgement: Judgement): number {
  return verdictsOf(judgement).filter(({ status }) => status === "quarantined").length;
}

/** What is noted where a file calls its market otherwise. */
function otherName(symbol: string, { id, sources }: Target): string[] {
  const known = [id, ...sources.map((ref) => ref.symbol)].some((name) => name.toLowerCase() === symbol.toLowerCase());
  return known ? [] : [`the file calls its market ${symbol}, which was taken as ${id}`];
}

function named(symbols: readonly string[]): string {
  return symbols.length > 5 ? `${symbols.slice(0, 5).join(", ")}, …` : symbols.join(", ");
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (error) {
    throw new Problem("data", `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`, path);
  }
  return hash.digest("hex");
}
