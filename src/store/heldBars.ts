import { BAR_FIELDS, type BarField, type BarStatus, type Bars } from "../market/index.ts";
import type { Sql } from "./store.ts";
import { COLUMN } from "./tables.ts";

/** What the store holds of a series: its bars as last known, and what became of them. */
export interface HeldBars {
  series: number;
  bars: Bars;
  batches: Int32Array; // the batch that brought each bar
  knownAt: Float64Array; // ms since 1970 UTC
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

/** The bars of every series from a number to a number, one series after the other. */
export async function eachHeld(
  sql: Sql,
  { first, last, knownAt }: { first: number; last: number; knownAt?: number | undefined },
  use: (held: HeldBars) => void,
): Promise<void> {
  const until = knownAt === undefined ? "" : `and known_at <= epoch_ms(${Math.floor(knownAt)}::bigint)`;
  const where = `series between ${Math.floor(first)} and ${Math.floor(last)} ${until}`;
  const judged = await judgements(sql, where);
  const fields = BAR_FIELDS.map((field) => COLUMN[field]);
  const [present = []] = await sql.rows(`select ${fields.map((field) => `count(${field}) > 0`).join(", ")} from observations where ${where}`);
  const used = BAR_FIELDS.filter((_, k) => present[k] === true);
  const result = await sql.connection.stream(
    `select series, (session - date '1970-01-01')::integer, batch, epoch_ms(known_at)::double, ${used.map((field) => COLUMN[field]).join(", ") || "null"} from observations where ${where} order by series, session, known_at, batch`,
  );
  let rows = new Growing(used);
  let current = -1;
  const finish = () => {
    if (rows.length > 0) use({ series: current, ...rows.finished(), judged: judged.get(current) ?? new Map() });
  };
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const [ids, sessions, batches, known, ...columns] = Array.from({ length: chunk.columnCount }, (_, k) => chunk.getColumnVector(k));
    for (let i = 0; i < chunk.rowCount; i++) {
      const id = ids!.getItem(i) as number;
      if (id !== current) {
        finish();
        rows = new Growing(used);
        current = id;
      }
      rows.put(sessions!.getItem(i) as number, batches!.getItem(i) as number, known!.getItem(i) as number);
      for (let k = 0; k < used.length; k++) rows.set(k, (columns[k]!.getItem(i) as number | null) ?? Number.NaN);
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
  #room = 256;
  #sessions = new Int32Array(this.#room);
  #batches = new Int32Array(this.#room);
  #known = new Float64Array(this.#room);
  #columns: Float64Array[];
  readonly #fields: readonly BarField[];

  constructor(fields: readonly BarField[]) {
    this.#fields = fields;
    this.#columns = fields.map(() => new Float64Array(this.#room));
  }

  put(session: number, batch: number, knownAt: number): void {
    if (this.length === 0 || this.#sessions[this.length - 1] !== session) {
      if (this.length === this.#room) this.#grow();
      this.length++;
    }
    this.#sessions[this.length - 1] = session;
    this.#batches[this.length - 1] = batch;
    this.#known[this.length - 1] = knownAt;
  }

  set(column: number, value: number): void {
    this.#columns[column]![this.length - 1] = value;
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

  #grow(): void {
    this.#room *= 2;
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
