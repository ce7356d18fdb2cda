import { type Day, Problem, toDay } from "../../market/index.ts";
import { shown } from "../text/shown.ts";
import { collectFacts } from "./collectFacts.ts";
import { daysIn } from "./daysIn.ts";
import { decimalMarkOf } from "./decimalMarkOf.ts";
import { requireFigure } from "./figureIn.ts";
import type { FileOptions, MarketFile } from "./marketFile.ts";
import { type Table, UNCLOSED } from "./readTable.ts";

const TITLE = /^History for (.+) Fed meeting$/i;
const BUCKET = /^\((\d{1,4})-(\d{1,4})\)$/;
const MEETING_FILE = /FedMeeting_(\d{8})/i;
const TOLERANCE = 1e-4; // of a sum of six-digit shares

/** The columns of one meeting: from its first bucket to its last. */
interface Block {
  meeting: Day;
  from: number;
  buckets: string[]; // ["350-375"]
}

/** Whether these cells begin a FedWatch download: titles of meetings, or a date and buckets. */
export function isMeetingHistory(cells: readonly string[]): boolean {
  return cells.some((cell) => TITLE.test(cell)) || (/^date$/i.test(cells[0] ?? "") && BUCKET.test(cells[1] ?? ""));
}

/**
 * The probabilities that the FedWatch tool gave to target ranges, from its download: all meetings side by side, or the file of one meeting,
 * which is named in the file's name. A fact for each meeting and day, its fields the meeting and the listed ranges; shares of 1.
 *
 * @throws Problem (data) naming file, line and column, what was expected and what came; also where the shares of a row do not sum to 1
 */
export function readMeetingHistory(table: Table, { dates }: FileOptions): Omit<MarketFile, "sha256"> {
  const { path } = table;
  const { blocks, names, first, notes } = layoutOf(table);
  const body = function* () {
    for (const record of table.records()) if (record.line >= first) yield record;
  };
  const column = names[0]!;
  const dayCells = function* () {
    for (const { cells, line } of body()) yield [cells[0]!, line] as const;
  };
  const days = daysIn(dayCells(), { path, column, asked: dates });
  const mark = decimalMarkOf({ ...table, records: body }, [...names.keys()].slice(1));
  const collector = collectFacts(path);
  let rows = 0;
  for (const { cells, line, closed } of body()) {
    // The header of some downloads is one cell longer than the rows; a cell that is missing otherwise shows in the sum.
    if (cells.length < names.length - 1 || cells.slice(names.length).some((cell) => cell !== "")) {
      throw new Problem("data", `expected ${names.length} cells; received ${cells.length} (truncated?)`, `${path}:${line}`);
    }
    const day = toDay(days.session(cells[0]!, line));
    for (const { meeting, from, buckets } of blocks) {
      const fields: Record<string, string | number> = { meeting };
      let sum = 0;
      let listed = 0;
      for (const [k, bucket] of buckets.entries()) {
        const share = requireFigure(cells[from + k] ?? "", { path, line, column: `${meeting} ${bucket}` }, { mark });
        if (Number.isNaN(share)) continue;
        if (share < 0 || share > 1) throw new Problem("data", `${meeting} ${bucket}: expected a share from 0 to 1; received ${share}`, `${path}:${line}`);
        fields[bucket] = share;
        sum += share;
        listed++;
      }
      if (listed === 0) continue;
      if (Math.abs(sum - 1) > TOLERANCE) throw new Problem("data", `${meeting}: expected shares that sum to 1; received ${sum.toFixed(6)}`, `${path}:${line}`);
      collector.add({ kind: "fedwatch", id: `${meeting} ${day}`, day, fields }, line);
    }
    rows++;
    if (!closed) notes.push(UNCLOSED);
  }
  if (rows === 0) throw new Problem("data", "expected rows below the header; received none", path);
  if (collector.facts.length === 0) throw new Problem("data", "expected a probability in some row; received only rows without one", path);
  return { format: "fedMeetingHistory", series: [], facts: collector.facts, notes: [...notes, ...days.notes] };
}

function layoutOf(table: Table): { blocks: Block[]; names: string[]; first: number; notes: string[] } {
  const { path, head } = table;
  if (!head.cells.some((cell) => TITLE.test(cell))) {
    const [, digits] = MEETING_FILE.exec(table.name) ?? [];
    if (digits === undefined) throw new Problem("data", "expected the meeting in the file's name, as FedMeeting_20251210.csv; received another name", path);
    const meeting = meetingDay(digits, { path, line: head.line, column: "the file's name" });
    const names = trimmedEnd(head.cells);
    return { blocks: [{ meeting, from: 1, buckets: bucketsOf(names, 1, names.length, `${path}:${head.line}`) }], names, first: head.line + 1, notes: [] };
  }
  const { value: second } = table.records().next();
  const names = trimmedEnd(second ? second.cells : []);
  const line = second ? second.line : head.line;
  if (!second || !/^date$/i.test(names[0] ?? "") || names.length < 2) {
    throw new Problem("data", "expected Date and ranges as (350-375) below the titles; received another line", `${path}:${line}`);
  }
  const starts = names.flatMap((_, k) => (k === 1 || (k > 1 && lowerOf(names[k]!) <= lowerOf(names[k - 1]!)) ? [k] : []));
  const blocks = starts.map((from, b): Block => {
    const title = TITLE.exec(head.cells[from] ?? "")?.[1];
    // Which meeting a range belongs to is told by the place of the title alone: one that stands elsewhere would name the wrong meeting.
    if (title === undefined) {
      throw new Problem(
        "data",
        `expected the title of a meeting above cell ${from + 1}, where ranges begin anew; received ${shown(head.cells[from] ?? "")}`,
        `${path}:${head.line}`,
      );
    }
    const meeting = meetingDay(title, { path, line: head.line, column: "title" });
    return { meeting, from, buckets: bucketsOf(names, from, starts[b + 1] ?? names.length, `${path}:${line}`) };
  });
  const surplus = head.cells.flatMap((cell, k) => (k > 0 && cell !== "" && !starts.includes(k) ? [{ cell, k }] : []));
  const stray = surplus.find(({ cell, k }) => k < starts.at(-1)! || !TITLE.test(cell));
  if (stray) {
    throw new Problem("data", `expected titles only where ranges begin anew; received ${shown(stray.cell)} above cell ${stray.k + 1}`, `${path}:${head.line}`);
  }
  return { blocks, names, first: line + 1, notes: surplus.length > 0 ? [`titles of meetings without figures left out: ${surplus.length}`] : [] };
}

function meetingDay(text: string, { path, line, column }: { path: string; line: number; column: string }): Day {
  return toDay(daysIn([], { path, column, asked: undefined }).session(text, line));
}

function bucketsOf(names: readonly string[], from: number, to: number, place: string): string[] {
  return names.slice(from, to).map((name, k) => {
    const [, lower, upper] = BUCKET.exec(name) ?? [];
    if (lower === undefined || Number(lower) >= Number(upper)) {
      throw new Problem("data", `expected a range as (350-375) in cell ${from + k + 1}; received ${shown(name)}`, place);
    }
    if (k > 0 && lowerOf(name) <= lowerOf(names[from + k - 1]!)) {
      throw new Problem("data", `expected ranges that ascend; received ${name} in cell ${from + k + 1}`, place);
    }
    return `${lower}-${upper}`;
  });
}

function lowerOf(name: string): number {
  return Number(BUCKET.exec(name)?.[1] ?? Number.NaN);
}

function trimmedEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}
