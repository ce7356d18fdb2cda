import type { ScanPairRow } from "../store/index.ts";
import { pairGroup } from "./pairOfBars.ts";
import { tableLines } from "./terminal/columns.ts";
import { printable } from "./terminal/paint.ts";

/** How to go on after a scan, as lines: commands, and what each shows where there is room for it. */
export function scanHints(best: Pick<ScanPairRow, "first" | "second"> | undefined, found: number, where: string | undefined, width: number): string[] {
  const hints =
    found > 0
      ? [{ command: "lockstep scan show --found", shows: "the pairs that were found; also --market, --apart-now, --sort, --csv" }]
      : [{ command: "lockstep scan show --sort z", shows: "the pairs in another order; also --market, --apart-now, --csv" }];
  if (best && isPair(best.first.id, best.second.id)) {
    const pair = `lockstep ${word(`${best.first.id},${best.second.id}`)}${where === undefined ? "" : ` --universe ${word(where)}`}`;
    hints.push({ command: pair, shows: "the full study of a pair" });
  }
  return tableLines(
    [
      { title: "", cells: hints.map(({ command }) => command) },
      { title: "", cells: hints.map(({ shows }) => shows), dropFirst: 1 },
    ],
    width,
  ).slice(1);
}

/** Whether the two can be a group: not every id of a file can. */
function isPair(first: string, second: string): boolean {
  if (`${first}${second}`.includes(",")) return false;
  try {
    pairGroup(first, second);
    return true;
  } catch {
    return false;
  }
}

/** A word as a shell takes it. */
function word(text: string): string {
  const clean = printable(text.replaceAll("\n", " "));
  return /^[\w.,:=^/@%+-]+$/.test(clean) ? clean : `'${clean.replaceAll("'", "'\\''")}'`;
}
