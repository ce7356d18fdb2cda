import type { ScanPairRow } from "../store/index.ts";
import { tableLines } from "./terminal/columns.ts";
import { printable } from "./terminal/paint.ts";

/** How to go on after a scan, as lines: commands, and what each shows where there is room for it. */
export function scanHints(best: Pick<ScanPairRow, "first" | "second"> | undefined, where: string | undefined, width: number): string[] {
  const hints = [{ command: "lockstep scan show --found", shows: "the pairs that were found; also --market, --apart-now, --sort, --csv" }];
  if (best) {
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

/** A word as a shell takes it. */
function word(text: string): string {
  const clean = printable(text.replaceAll("\n", " "));
  return /^[\w.,:=^/@%+-]+$/.test(clean) ? clean : `'${clean.replaceAll("'", "'\\''")}'`;
}
