/** A column of numbers of a job's result. */
export type NumberColumn = Int32Array | Float64Array;

const MAGIC = 0x4c4b5331; // "1SKL": columns of this program, first version
const ALIGNED = 8;

/**
 * Columns as bytes: a head of names, kinds and lengths as JSON, then the numbers as they lie in memory. The same columns always give the same bytes.
 */
export function encoded(columns: Readonly<Record<string, NumberColumn>>): Uint8Array {
  const entries = Object.entries(columns);
  const kinds = entries.map(([name, column]) => [name, column instanceof Int32Array ? "i32" : "f64", column.length]);
  // Names of columns are plain letters: a byte is a character.
  const head = Uint8Array.from(JSON.stringify(kinds), (letter) => letter.charCodeAt(0));
  const start = ALIGNED * Math.ceil((8 + head.length) / ALIGNED);
  const bytes = new Uint8Array(entries.reduce((size, [, column]) => size + ALIGNED * Math.ceil(column.byteLength / ALIGNED), start));
  new Uint32Array(bytes.buffer, 0, 2).set([MAGIC, head.length]);
  bytes.set(head, 8);
  let at = start;
  for (const [, column] of entries) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += ALIGNED * Math.ceil(column.byteLength / ALIGNED);
  }
  return bytes;
}

/**
 * Columns from their bytes.
 *
 * @throws RangeError when the bytes are not such columns, or are cut off
 */
export function decoded(bytes: Uint8Array): Record<string, NumberColumn> {
  // A copy, so that columns begin where a number may begin; `slice` of a Buffer would be a view.
  const own = new Uint8Array(bytes);
  const [magic, size] = own.length < 8 ? [] : new Uint32Array(own.buffer, 0, 2);
  if (magic !== MAGIC || size === undefined || 8 + size > own.length) throw new RangeError(`invalid columns: ${bytes.length} bytes`);
  const entries = headOf(own.subarray(8, 8 + size));
  let at = ALIGNED * Math.ceil((8 + size) / ALIGNED);
  const columns: Record<string, NumberColumn> = {};
  for (const [name, kind, length] of entries) {
    const byteLength = (kind === "i32" ? 4 : 8) * length;
    if (at + byteLength > own.length) throw new RangeError(`invalid columns: cut off in ${name}`);
    columns[name] = kind === "i32" ? new Int32Array(own.buffer, at, length) : new Float64Array(own.buffer, at, length);
    at += ALIGNED * Math.ceil(byteLength / ALIGNED);
  }
  if (at !== own.length) throw new RangeError(`invalid columns: ${own.length} bytes where ${at} belong`);
  return columns;
}

type Head = [name: string, kind: "i32" | "f64", length: number][];

function headOf(bytes: Uint8Array): Head {
  let head: unknown;
  try {
    head = JSON.parse(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  } catch {
    head = undefined;
  }
  if (!Array.isArray(head) || !head.every(isEntry)) throw new RangeError("invalid columns: no head");
  return head;
}

function isEntry(entry: unknown): entry is Head[number] {
  if (!Array.isArray(entry)) return false;
  const [name, kind, length] = entry as unknown[];
  return typeof name === "string" && (kind === "i32" || kind === "f64") && Number.isSafeInteger(length) && (length as number) >= 0;
}
