/** A column of a terminal table. */
export interface Column {
  title: string;
  cells: readonly string[];
  numeric?: boolean;
  /** Which columns go first when the terminal is narrow: the highest; a column without one stays. */
  dropFirst?: number;
  paint?: (text: string, row: number) => string;
}

const GAP = 2;

/** Lines of a table that fits the width as far as droppable columns allow; the first line is the head. */
export function tableLines(columns: readonly Column[], width: number): string[] {
  const shown = fitting(columns, width);
  const widths = shown.map(widthOf);
  const line = (cells: readonly string[], paint: (k: number, text: string) => string) =>
    cells
      .map((cell, k) => {
        // Colour goes around the cell alone, so that the end of a line can be trimmed.
        const space = " ".repeat(widths[k]! - cell.length);
        return shown[k]!.numeric ? space + paint(k, cell) : paint(k, cell) + space;
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  const rows = shown[0]?.cells.length ?? 0;
  return [
    line(
      shown.map(({ title }) => title),
      (_, text) => text,
    ),
    ...Array.from({ length: rows }, (_, row) =>
      line(
        shown.map(({ cells }) => cells[row] ?? ""),
        (k, text) => shown[k]!.paint?.(text, row) ?? text,
      ),
    ),
  ];
}

/** The titles of the columns that find no room. */
export function leftOut(columns: readonly Column[], width: number): string[] {
  const shown = fitting(columns, width);
  return columns.flatMap((column) => (shown.includes(column) || column.title === "" ? [] : [column.title]));
}

function fitting(columns: readonly Column[], width: number): readonly Column[] {
  const total = columns.reduce((sum, column) => sum + widthOf(column) + GAP, -GAP);
  const droppable = columns.filter(({ dropFirst }) => dropFirst !== undefined);
  if (total <= width || droppable.length === 0) return columns;
  const next = droppable.reduce((a, b) => (b.dropFirst! > a.dropFirst! ? b : a));
  return fitting(
    columns.filter((column) => column !== next),
    width,
  );
}

function widthOf({ title, cells }: Column): number {
  return cells.reduce((widest, cell) => Math.max(widest, cell.length), title.length);
}
