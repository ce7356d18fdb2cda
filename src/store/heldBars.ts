import { BAR_FIELDS, type BarField, type BarStatus, type Bars } from "../market/index.ts";
import { numbersIn } from "./numbersIn.ts";
import type { Sql } from "./store.ts";
import { COLUMN } from "./tables.ts";

/** What the store holds of a series: its bars as last known, and what became of them. */
export interface HeldBars {
  series: number;
  bars: Bars;
  batches: Int32Array; // the batch that brought each bar
  knownAt: Float64Array; // ms since 1970 UTC; since when each was public, where its source says so, else since when it is held
  judged: ReadonlyMap<number, Judged>; // by session; a bar that is not here is final
}

/** What was last decided of a bar. */
export interface Judged {
  status: BarStatus;
  reason: string;
  by: "gate" | "hand";
  ofBatch: number; // the batch of the value that was judged
  at: number; // ms since 1970 UTC
}

/**
 * The bars of a series as they were known at an instant (default: now), all of them, whatever their status.
 */
export async function heldBars(sql: Sql, series: number, { knownAt }: { knownAt?: number | undefined } = {}): Promise<HeldBars> {
  let held: HeldBars | undefined;
  await eachHeld(sql, { first: series, last: series, knownAt }, (one) => void (held = one));
  return held ?? { series, bars: { sessions: new Int32Array(0), columns: {} }, batches: new Int32Array(0), knownAt: new Float64Array(0), judged: new Map() };
}

/**
 * What leaves out, as SQL, the batches that came after an instant; nothing without an instant. A view of the past goes by batches, whatever
 * their rows say of when their figures were known: what came in later was not known to the store.
 */
export async function asKnown(sql: Sql, instant: number | undefined): Promise<string> {
  if (instant === undefined) return "";
  const [[batch = 0] = []] = await sql.rows("select coalesce(max(batch), 0) from batches where made_at <= epoch_ms($1::bigint)", [BigInt(Math.floor(instant))]);
  return `and batch <= ${Number(batch)}`;
}

// Series read at once: enough to be quick, few enough that what is sorted stays small.
const BLOCK = 256;

/** The bars of every series from a number to a number, one series after the other. */
export async function eachHeld(
  sql: Sql,
  { first, last, knownAt }: { first: number; last: number; knownAt?: number | undefined },
  use: (held: HeldBars) => void,
): Promise<void> {
  const until = await asKnown(sql, knownAt);
  for (let from = Math.floor(first); from <= last; from += BLOCK) {
    await readBlock(sql, `series between ${from} and ${Math.min(from + BLOCK - 1, Math.floor(last))} ${until}`, use);
  }
}

async function readBlock(sql: Sql, where: string, use: (held: HeldBars) => void): Promise<void> {
  const judged = await judgements(sql, where);
  const fields = BAR_FIELDS.map((field) => COLUMN[field]);
  const [present = []] = await sql.rows(`select ${fields.map((field) => `count(${field}) > 0`).join(", ")} from observations where ${where}`);
  const used = BAR_FIELDS.filter((_, k) => present[k] === true);
  // None is NaN already here, so that no cell has to be looked at for whether it is there.
  const columns = used.map((field) => `coalesce(${COLUMN[field]}, 'nan'::double)`);
  const result = await sql.connection.stream(
    `select series, (session - date '1970-01-01')::integer, batch, epoch_ms(known_at)::double, ${columns.join(", ") || "'nan'::double"} from observations where ${where} order by series, session, known_at, batch`,
  );
  let rows = new Growing(used);
  let current = -1;
  const finish = () => {
    if (rows.length > 0) use({ series: current, ...rows.finished(), judged: judged.get(current) ?? new Map() });
  };
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const [ids, sessions, batches, known, ...values] = Array.from({ length: chunk.columnCount }, (_, k) => numbersIn(chunk.getColumnVector(k)));
    for (let start = 0, end = 0; start < chunk.rowCount; start = end) {
      const id = ids![start]!;
      for (end = start; end < chunk.rowCount && ids![end] === id; ) end++;
      if (id !== current) {
        finish();
        rows = new Growing(used);
        current = id;
      }
      rows.put([sessions!, batches!, known!, ...values.slice(0, used.length)], start, end);
    }
  }
  finish();
}

async function judgements(sql: Sql, where: string): Promise<Map<number, Map<number, Judged>>> {
  const found = await sql.rows(
    `select series, (session - date '1970-01-01')::integer, status, reason, decided_by, of_batch, epoch_ms(known_at) from judgements where ${where} order by batch`,
  );
  const bySeries = new Map<number, Map<number, Judged>>();
  for (const [series, session, status, reason, by, ofBatch, at] of found) {
    const one = bySeries.get(Number(series)) ?? new Map<number, Judged>();
    one.set(Number(session), { status: status as BarStatus, reason: String(reason), by: by as Judged["by"], ofBatch: Number(ofBatch), at: Number(at) });
    bySeries.set(Number(series), one);
  }
  return bySeries;
}

/** Columns that grow by rows; a row of the session before takes its place, since it came later. */
class Growing {
  length = 0;
  #room = 0;
  #sessions = new Int32Array(0);
  #batches = new Int32Array(0);
  #known = new Float64Array(0);
  #columns: Float64Array[];
  readonly #fields: readonly BarField[];

  constructor(fields: readonly BarField[]) {
    this.#fields = fields;
    this.#columns = fields.map(() => new Float64Array(0));
  }

  /** Adds the rows from `start` to before `end` of columns: sessions, batches, instants, and the fields. */
  put(from: readonly (Int32Array | Float64Array)[], start: number, end: number): void {
    this.#makeRoom(end - start);
    const [sessions] = from as [Int32Array];
    // Runs without a session that comes twice are copied whole.
    for (let run = start, next = start; run < end; run = next) {
      const before = this.length === 0 ? -1 : this.#sessions[this.length - 1];
      if (sessions[run] === before) this.length--;
      for (next = run + 1; next < end && sessions[next] !== sessions[next - 1]; ) next++;
      const [own, batches, known, ...columns] = from.map((values) => values.subarray(run, next));
      this.#sessions.set(own!, this.length);
      this.#batches.set(batches!, this.length);
      this.#known.set(known!, this.length);
      for (const [k, values] of columns.entries()) this.#columns[k]!.set(values, this.length);
      this.length += next - run;
    }
  }

  finished(): Pick<HeldBars, "bars" | "batches" | "knownAt"> {
    const { length } = this;
    const columns = Object.fromEntries(
      this.#fields.flatMap((field, k) => {
        const values = this.#columns[k]!.slice(0, length);
        return values.every(Number.isNaN) ? [] : [[field, values]];
      }),
    );
    return { bars: { sessions: this.#sessions.slice(0, length), columns }, batches: this.#batches.slice(0, length), knownAt: this.#known.slice(0, length) };
  }

  #makeRoom(more: number): void {
    if (this.length + more <= this.#room) return;
    this.#room = Math.max(2 * this.#room, this.length + more);
    this.#sessions = grown(this.#sessions, new Int32Array(this.#room));
    this.#batches = grown(this.#batches, new Int32Array(this.#room));
    this.#known = grown(this.#known, new Float64Array(this.#room));
    this.#columns = this.#columns.map((column) => grown(column, new Float64Array(this.#room)));
  }
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
