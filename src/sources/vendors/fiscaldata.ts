import { dayNumber, toDay } from "../../market/index.ts";
import { malformed, SourceFailure } from "../failure.ts";
import type { Ask, Complaint, Page, Request, Source } from "../source.ts";
import { causeOfStatus } from "./causeOfStatus.ts";
import { heldDecimal } from "./heldDecimal.ts";
import { isoDay } from "./isoDay.ts";
import { closeInNewYork } from "./newYork.ts";
import { oneLine } from "./oneLine.ts";
import { list, record } from "./record.ts";
import { wholeNumber } from "./wholeNumber.ts";

const HOME = "https://api.fiscaldata.treasury.gov";
const TABLE = "/services/api/fiscal_service/v1/accounting/dts/operating_cash_balance";
const PAGE_SIZE = 10_000;
const MISSING = ["null", ""];

/** In which row and column the statement says the closing balance of the Treasury's account at the Federal Reserve. */
interface Epoch {
  from: number;
  account: string;
  column: "close_today_bal" | "open_today_bal";
}

/** Newest first. Since 2022 the balance is a row of its own, and stands in the column of opening balances. */
const EPOCHS: readonly Epoch[] = [
  { from: dayNumber("2022-04-18"), account: "Treasury General Account (TGA) Closing Balance", column: "open_today_bal" },
  { from: dayNumber("2021-10-01"), account: "Treasury General Account (TGA)", column: "close_today_bal" },
  { from: Number.NEGATIVE_INFINITY, account: "Federal Reserve Account", column: "close_today_bal" },
];

/** Treasury Fiscal Data: `TGA`, the closing balance of the Treasury General Account by the Daily Treasury Statement. */
export const fiscaldata: Source = {
  id: "fiscaldata",
  name: "Treasury Fiscal Data",
  home: HOME,
  format: "json",
  adjustment: "none",
  settles: 16 * 60, // the statement appears about 16:00 of the next business day
  rights: (symbol) => (symbol === "TGA" ? "redistributable" : "personal"),
  terms: "works of the United States government, in the public domain",
  budget: { spacing: 500, limits: [] },
  about: (symbol) =>
    symbol === "TGA"
      ? {
          kind: "reading",
          calendar: "US-FED",
          close: closeInNewYork("24:00"),
          unit: "millions of USD",
          name: "Treasury General Account, closing balance",
          release: { calendar: "US-FED", after: 1, time: "16:00" }, // not yet public at that day's close of the exchange
        }
      : undefined,
  request: (ask) => requestOf(ask, 1),
  complaint,
  read,
};

function requestOf({ symbol, from, to }: Ask, page: number): Request {
  if (symbol !== "TGA") throw new SourceFailure("unknownSymbol", `expected TGA; received ${JSON.stringify(symbol)}`);
  const query = new URLSearchParams({
    filter: `record_date:gte:${from},record_date:lte:${to}`,
    fields: "record_date,account_type,close_today_bal,open_today_bal",
    sort: "record_date,account_type", // by both, so that no row changes its page between two requests
    "page[size]": String(PAGE_SIZE),
    "page[number]": String(page),
  });
  return { url: `${HOME}${TABLE}?${query.toString()}` };
}

function complaint({ status, json }: { status: number; json: unknown }): Complaint | undefined {
  if (typeof json !== "object" || json === null || !("error" in json)) return undefined;
  const { error, message } = json as { error: unknown; message?: unknown };
  const words = [oneLine(error), oneLine(message)].filter((part) => part !== undefined).join(": ");
  return words === "" ? undefined : { cause: causeOfStatus(status), words };
}

function read(body: unknown, ask: Ask, request: Request): Page {
  const answer = record(body, "body");
  const data = list(answer.data, "data");
  const meta = record(answer.meta, "meta");
  const count = wholeNumber(meta.count, "meta.count");
  if (count !== data.length) throw malformed("data", `${count} rows, as meta.count says`, data.length);
  const page = Number(new URL(request.url).searchParams.get("page[number]"));
  const more = page < wholeNumber(meta["total-pages"], "meta.total-pages");
  if (more && data.length === 0) throw malformed("data", `rows on page ${page} of ${String(meta["total-pages"])}`, data);
  const days = [...closingBalances(data)].filter(([day]) => day >= dayNumber(ask.from) && day <= dayNumber(ask.to)).sort(([a], [b]) => a - b);
  for (const [i, [day, { rows }]] of days.entries()) {
    // The rows of a day may be divided between two pages.
    const divided = rows === 0 && ((i === 0 && page > 1) || (i === days.length - 1 && more));
    if (rows !== 1 && !divided) throw malformed(`data, ${toDay(day)}`, `one row ${JSON.stringify(epochOf(day).account)}`, rows);
  }
  return {
    rows: days.flatMap(([session, { value }]) => (value === undefined ? [] : [{ session, value }])),
    ...(more ? { next: requestOf(ask, page + 1) } : {}),
  };
}

/** By day, how many rows say a closing balance, and the balance. */
function closingBalances(data: readonly unknown[]): Map<number, { rows: number; value: number | undefined }> {
  const days = new Map<number, { rows: number; value: number | undefined }>();
  for (const [i, entry] of data.entries()) {
    const place = `data[${i}]`;
    const row = record(entry, place);
    const day = isoDay(row.record_date, `${place}.record_date`);
    if (typeof row.account_type !== "string") throw malformed(`${place}.account_type`, "a text", row.account_type);
    const { rows, value } = days.get(day) ?? { rows: 0, value: undefined };
    const closing = row.account_type === epochOf(day).account;
    days.set(day, closing ? { rows: rows + 1, value: balanceOf(row, epochOf(day), place) } : { rows, value });
  }
  return days;
}

function balanceOf(row: Readonly<Record<string, unknown>>, { column }: Epoch, place: string): number | undefined {
  // A balance in the column that used to hold none would mean that the columns have moved.
  if (column === "open_today_bal" && heldDecimal(row.close_today_bal, `${place}.close_today_bal`, MISSING) !== undefined) {
    throw malformed(`${place}.close_today_bal`, '"null" beside a balance in open_today_bal', row.close_today_bal);
  }
  return heldDecimal(row[column], `${place}.${column}`, MISSING);
}

function epochOf(day: number): Epoch {
  return EPOCHS.find(({ from }) => day >= from)!;
}
