import { Problem } from "../../market/index.ts";
import type { TextFile } from "../text/readText.ts";
import { shown } from "../text/shown.ts";
import { daysIn } from "./daysIn.ts";
import { figureIn } from "./figureIn.ts";
import type { FileSeries, MarketFile } from "./marketFile.ts";

/** The letter of a delivery month; CME writes July as JLY. */
const LETTER: Readonly<Record<string, string>> = {
  JAN: "F",
  FEB: "G",
  MAR: "H",
  APR: "J",
  MAY: "K",
  JUN: "M",
  JLY: "N",
  JUL: "N",
  AUG: "Q",
  SEP: "U",
  OCT: "V",
  NOV: "X",
  DEC: "Z",
};

/**
 * The settlements of the 30 Day Federal Funds futures of one day, from CME's answer saved as a file: a series for each delivery month, its
 * close the settlement in points of 100 minus percent. The session's other prices are left out, since a bid or an ask may stand among them.
 *
 * @throws Problem (data) for settlements that are preliminary, of another product, or none, and for any other shape
 */
export function readSettlements({ path, text }: TextFile): Omit<MarketFile, "sha256"> {
  const report = parsed(text, path);
  const refuse = (key: string, expected: string, received: unknown) => new Problem("data", `${key}: expected ${expected}; received ${said(received)}`, path);
  if (!isRecord(report) || report.settlements === undefined) {
    throw new Problem("data", "expected settlements, as CME answers in JSON; received other JSON", path);
  }
  if (!Array.isArray(report.settlements)) throw refuse("settlements", "a list", report.settlements);
  if (report.empty === true) {
    throw new Problem("data", "empty: expected settlements; received none for the day asked (a holiday, a weekend, or too long ago)", path);
  }
  const { dsHeader, reportType, tradeDate } = report;
  if (typeof dsHeader !== "string" || !/^30 day federal funds\b/i.test(dsHeader)) throw refuse("dsHeader", "30 Day Federal Funds", dsHeader);
  if (reportType !== "Final") throw refuse("reportType", "Final", reportType);
  if (typeof tradeDate !== "string" || !/^\d{2}\/\d{2}\/\d{4}$/.test(tradeDate)) throw refuse("tradeDate", "a day as 12/11/2025", tradeDate);
  const session = daysIn([], { path, column: "tradeDate", asked: "mdy" }).session(tradeDate, 1);
  const series = new Map<string, FileSeries>();
  const without: string[] = [];
  for (const [k, row] of report.settlements.entries()) {
    const place = `settlements[${k}]`;
    if (!isRecord(row) || typeof row.month !== "string") throw refuse(`${place}.month`, "a month as SEP 26", isRecord(row) ? row.month : row);
    if (row.month === "Total") continue;
    const [, month = "", year = ""] = /^([A-Z]{3}) (\d{2})$/.exec(row.month) ?? [];
    const letter = Object.hasOwn(LETTER, month) ? LETTER[month] : undefined;
    if (letter === undefined) throw refuse(`${place}.month`, "a month as SEP 26", row.month);
    if (typeof row.settle !== "string") throw refuse(`${place}.settle`, "a price as text", row.settle);
    const close = figureIn(row.settle.replace(/[AB]$/, ""), { mark: "." });
    if (close === undefined) throw refuse(`${place}.settle`, "a price", row.settle);
    const symbol = `ZQ${letter}${year}`;
    if (series.has(symbol)) throw refuse(`${place}.month`, "each month once", row.month);
    if (Number.isNaN(close)) without.push(symbol);
    else series.set(symbol, { symbol, unit: "points", rows: [{ session, close }] });
  }
  if (series.size === 0) throw refuse("settlements", "a month with a settlement", "none");
  const notes = ["prices other than the settlement left out: open, high, low, last, change"];
  if (without.length > 0) notes.push(`months without a settlement left out: ${without.join(", ")}`);
  return { format: "cmeSettlements", series: [...series.values()], facts: [], notes };
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Problem("data", "expected JSON; received text that is malformed or cut off", path);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function said(value: unknown): string {
  if (value === undefined) return "nothing";
  return typeof value === "string" ? shown(value) : shown(JSON.stringify(value));
}
