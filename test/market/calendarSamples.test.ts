import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { closureOf, halfDayOf } from "../../src/market/calendar/closures.ts";
import { isSession, sessionsBetween } from "../../src/market/calendar/sessions.ts";
import { type Calendar, dayNumber, toDay } from "../../src/market/index.ts";

const SAMPLES = new URL("../../../shared/data/", import.meta.url);
const SKIP = { skip: existsSync(SAMPLES) ? false : "the sample figures, which are no part of the project, are absent" };

/** The rows of a sample as cells by column; no cell of these files holds a comma outside quotes. */
function rowsOf(path: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(new URL(path, SAMPLES), "utf8").trim().split(/\r?\n/);
  const names = header!.split(",");
  return lines.map((line) => {
    const cells = line.match(/("[^"]*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, "").replaceAll('"', ""));
    return Object.fromEntries(names.map((name, k) => [name, cells[k]!]));
  });
}

/** The days on which a column of a sample holds a figure, from a day on. */
function daysWith(path: string, column: string, from: string): string[] {
  return rowsOf(path).flatMap((row) => (row[column] !== "" && row["date"]! >= from ? [row["date"]!] : []));
}

function assertSessions(calendar: Calendar, days: readonly string[]): void {
  assert.equal(days.length > 1000, true, "a sample of years");
  const sessions = [...sessionsBetween(calendar, dayNumber(days[0]!), dayNumber(days.at(-1)!))].map(toDay);
  const [held, expected] = [new Set(days), new Set(sessions)];
  assert.deepEqual(
    days.filter((day) => !expected.has(day)),
    [],
    "figures on days that are no session",
  );
  assert.deepEqual(
    sessions.filter((day) => !held.has(day)),
    [],
    "sessions without figures",
  );
}

// Witness: another program's calendar (exchange_calendars at commit 5308ce2), held against the exchange's own list for 2026 to 2028.
test("closures and half days from 2010 to 2028 are those of another program", SKIP, () => {
  const rows = rowsOf("macro/nyse_calendar_2010_2028.csv");
  const closed = new Map(rows.filter(({ status }) => status === "closed").map((row) => [row["date"]!, row["name"]!]));
  const half = new Map(rows.filter(({ status }) => status === "early_close").map((row) => [row["date"]!, `${row["name"]} ${row["close_et"]}`]));
  assert.deepEqual([closed.size + half.size, rows.length], [218, 218]);
  for (let day = dayNumber("2010-01-01"); day <= dayNumber("2028-12-31"); day++) {
    const iso = toDay(day);
    assert.equal(closureOf("XNYS", day)?.name, closed.get(iso), iso);
    const early = halfDayOf("XNYS", day);
    assert.equal(early && `${early.name} ${early.close}`, half.get(iso), iso);
  }
});

// Witness: the days on which a fund listed in New York since 1993 traded.
test("the exchange's sessions since 1993 are the days on which a fund traded", SKIP, () => {
  assertSessions("XNYS", daysWith("prices/SPY.csv", "close", "1993-01-01"));
});

// Witness: the days for which the Treasury's yields are published.
test("sessions of the bond market since 1993 are the days with Treasury yields", SKIP, () => {
  for (const column of ["DGS10", "DGS2"]) assertSessions("US-BOND", daysWith("macro/rates.csv", column, "1993-01-01"));
});

// Witness: the days for which the New York Fed publishes the rate, and those for which the Treasury reports its balance at the Fed.
test("sessions of the Federal Reserve Banks are the days with a federal funds rate and a Treasury balance", SKIP, () => {
  assertSessions("US-FED", daysWith("macro/EFFR.csv", "EFFR", "1993-01-01"));
  assertSessions("US-FED", daysWith("macro/dts_operating_cash.csv", "TGA_CLOSE", "1993-01-01"));
});

// The repo market keeps every Good Friday, also those on which the bond market opens for the report on employment; nothing else sets it apart.
test("the secured rate and the reverse repo follow the bond market, but for its open Good Fridays", SKIP, () => {
  const open = new Set(["2021-04-02", "2023-04-07", "2026-04-03"]);
  for (const [path, column, from] of [
    ["macro/rates.csv", "SOFR", "2018-04-03"],
    ["macro/liquidity.csv", "RRPONTSYD", "2021-04-01"], // before, days without a taker have no figure
  ] as const) {
    const days = daysWith(path, column, from);
    const bond = [...sessionsBetween("US-BOND", dayNumber(days[0]!), dayNumber(days.at(-1)!))].map(toDay);
    assert.deepEqual(
      days,
      bond.filter((day) => !open.has(day)),
      column,
    );
    for (const day of open) assert.equal(isSession("US-BOND", dayNumber(day)), true, day);
  }
});
