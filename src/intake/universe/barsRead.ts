import { Problem } from "../../market/index.ts";
import type { MarketBars } from "../../scan/universe.ts";
import type { Sql } from "../../store/index.ts";
import { numbersIn } from "../../store/index.ts";
import { sqlText } from "../../store/sqlText.ts";
import type { BarsFile } from "./barsFile.ts";
import { inDayOrder } from "./inDayOrder.ts";
import { refused } from "./refused.ts";

/**
 * The bars of files, market by market in the order of their names, read twice: once to see how many rows each has, once to put them into
 * arrays of that size. No row becomes an object; a row costs twelve bytes.
 *
 * @param only the markets that are wanted; default all
 * @returns the bars by name, and the names of all markets there are
 * @throws Problem (data) naming the first row whose day or price cannot be read
 */
export async function barsRead(sql: Sql, file: BarsFile, path: string, only?: readonly string[]): Promise<{ markets: MarketBars[]; names: string[] }> {
  try {
    const names = await namesIn(sql, file, path);
    const wanted = only === undefined ? names : names.filter(({ name }) => only.includes(name));
    if (wanted.length === 0) return { markets: [], names: names.map(({ name }) => name) };
    return { markets: await placed(sql, file, wanted, only !== undefined), names: names.map(({ name }) => name) };
  } catch (error) {
    throw refused(error, path);
  }
}

interface Named {
  name: string;
  rows: number;
}

async function namesIn(sql: Sql, file: BarsFile, path: string): Promise<Named[]> {
  const found = await sql.rows(
    `select who, count(*), count(*) filter (day is null), count(*) filter (wrong)
     from (select ${file.who} as who, ${file.day} as day, ${file.wrong} as wrong from ${file.reader}) group by who order by who`,
  );
  const unnamed = found.find(([name]) => name === null || name === "");
  if (unnamed) throw new Problem("data", `expected a market in every row; received ${String(unnamed[1])} rows without`, path);
  const faulty = found.find(([, , undated, wrong]) => Number(undated) + Number(wrong) > 0);
  if (faulty) throw await firstWrong(sql, file, String(faulty[0]));
  return found.map(([name, rows]) => ({ name: String(name), rows: Number(rows) }));
}

/** The first row that cannot be read, named by its place. */
async function firstWrong(sql: Sql, { reader, readerOf, who, day, wrong, written, placeOf }: BarsFile, market: string): Promise<Problem> {
  const [[row, name, undated, dayText, priceText] = []] = await sql.rows(
    `select * from (select row_number() over () as n, ${who}, ${day} is null as undated, ${written.day}, ${written.price}, ${wrong} as wrong from ${readerOf?.(market) ?? reader}) where undated or wrong order by n limit 1`,
  );
  const said = (cell: unknown) => (cell === null ? "nothing" : JSON.stringify(cell));
  return new Problem(
    "data",
    undated === true ? `expected a day like 2025-12-11; received ${said(dayText)}` : `expected a price; received ${said(priceText)}`,
    placeOf(Number(row), String(name)),
  );
}

/** The rows of some markets in arrays, each market's in its own part of them. */
async function placed(sql: Sql, { reader, who, day, price }: BarsFile, markets: readonly Named[], some: boolean): Promise<MarketBars[]> {
  const starts = Int32Array.from(markets, () => 0);
  for (let k = 1; k < markets.length; k++) starts[k] = starts[k - 1]! + markets[k - 1]!.rows;
  const total = starts[starts.length - 1]! + markets.at(-1)!.rows;
  const [sessions, closes, next] = [new Int32Array(total), new Float64Array(total), starts.slice()];
  // A name as its number: made by the database from a list, so that no text of a row is read here.
  const list = markets.map(({ name }) => sqlText(name)).join(", ");
  await sql.run(`create type universe_names as enum (${list})`);
  try {
    const result = await sql.connection.stream(
      `select enum_code(who::universe_names)::integer, day, price from (select ${who} as who, ${day} as day, ${price} as price from ${reader})${some ? ` where who in (${list})` : ""}`,
    );
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) break;
      const [owners, days, prices] = [numbersIn(chunk.getColumnVector(0)), numbersIn(chunk.getColumnVector(1)), numbersIn(chunk.getColumnVector(2))];
      for (let i = 0; i < owners.length; i++) {
        const at = next[owners[i]!]!++;
        sessions[at] = days[i]!;
        closes[at] = prices[i]!;
      }
    }
  } finally {
    await sql.run("drop type universe_names");
  }
  return markets.map(({ name, rows }, k) => {
    const part = { id: name, sessions: sessions.subarray(starts[k], starts[k]! + rows), closes: closes.subarray(starts[k], starts[k]! + rows) };
    inDayOrder(part);
    return part;
  });
}
