import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { Problem } from "../../market/index.ts";
import type { MarketBars, Universe } from "../../scan/universe.ts";
import { openStore, type Sql } from "../../store/index.ts";
import { barColumnsIn } from "./barColumnsIn.ts";
import { csvReader, FILE_COLUMN, quoted } from "./barsFile.ts";
import { barsRead } from "./barsRead.ts";
import { dayCell, priceCell } from "./cells.ts";
import { type Header, headerOf } from "./headerOf.ts";
import type { Price } from "./price.ts";
import { required } from "./required.ts";

/**
 * The markets of a folder of CSV files, each named by its file. Files of one header are read together; an empty file is a market without bars.
 *
 * @throws Problem (data) naming file and line
 */
export async function folderUniverse(folder: string, { price, only }: { price: Price; only?: readonly string[] | undefined }): Promise<Universe> {
  const names = readdirSync(folder)
    .filter((name) => /\.csv$/i.test(name))
    .sort();
  if (names.length === 0) throw new Problem("data", "expected a folder of CSV files, or one with group.yaml; received a folder without", folder);
  required(only, names.map(idOf), folder);
  const paths = names.filter((name) => only === undefined || only.includes(idOf(name))).map((name) => join(folder, name));
  const alike = new Map<string, { header: Header; paths: string[] }>();
  for (const path of paths) {
    const header = headerOf(path);
    const group = alike.get(header.text);
    if (group) group.paths.push(path);
    else alike.set(header.text, { header, paths: [path] });
  }
  const found = new Map<string, MarketBars>();
  const memory = await openStore(":memory:");
  try {
    for (const group of alike.values()) {
      if (group.header.columns.length === 0) continue;
      for (const bars of await memory.read((sql) => read(sql, group, price))) found.set(bars.id, bars);
    }
  } finally {
    await memory.close();
  }
  return {
    name: basename(folder),
    markets: paths.map((path) => ({ ...(found.get(path) ?? { sessions: new Int32Array(0), closes: new Float64Array(0) }), id: idOf(path) })),
  };
}

async function read(sql: Sql, { paths, header }: { paths: readonly string[]; header: Header }, field: Price): Promise<MarketBars[]> {
  const [first = ""] = paths;
  const { date, price } = barColumnsIn(header.names, field, first);
  const file = quoted(FILE_COLUMN);
  const { markets } = await barsRead(
    sql,
    {
      reader: csvReader(paths, header),
      who: file,
      day: dayCell({ name: date, type: "VARCHAR" }),
      ...priceCell({ name: price, type: "VARCHAR" }, first),
      written: { day: quoted(date), price: quoted(price) },
      // Rows of several files are numbered together: to name a line its file is read alone.
      readerOf: (path) => csvReader([path], header),
      placeOf: (row, path) => `${path}:${row + 1}`,
    },
    first,
  );
  return markets;
}

function idOf(path: string): string {
  return basename(path).replace(/\.csv$/i, "");
}
