import { readFileSync } from "node:fs";
import { csvParse } from "d3-dsv";
import type { LiquidityReadings } from "../../src/liquidity/index.ts";
import { dayNumber, type Reading, type Release, type SourcedFact, toReading } from "../../src/market/index.ts";

const FOLDER = new URL("../../cases/small-caps-and-bitcoin/", import.meta.url);
const rowsOf = (name: string) => csvParse(readFileSync(new URL(name, FOLDER), "utf8"));

const WEEKLY: Release = { calendar: "US-FED", after: 1, time: "16:30" };
const SAME_DAY: Release = { calendar: "US-BOND", after: 0, time: "13:15" };

/** The balance sheet, the account and the reverse repo of the founding case, every row of the file in each reading. */
export function caseReadings(): LiquidityReadings {
  const rows = rowsOf("liquidity.csv");
  const reading = (id: string, unit: string, release: Release): Reading =>
    toReading({
      id,
      name: id,
      unit,
      release,
      source: "liquidity.csv",
      sessions: rows.map(({ date }) => dayNumber(date!)),
      values: rows.map((row) => (row[id] ? Number(row[id]) : Number.NaN)),
    });
  return {
    assets: reading("WALCL", "millions of USD", WEEKLY),
    treasuryAccount: reading("WTREGEN", "millions of USD", WEEKLY),
    reverseRepo: reading("RRPONTSYD", "billions of USD", SAME_DAY),
  };
}

/** The operations of the founding case; small-value exercises carry a note where `noted`, and none as the New York Fed's own rows do. */
export function caseOperations({ noted = false }: { noted?: boolean } = {}): SourcedFact[] {
  return rowsOf("bill-purchases.csv").map((row) => ({
    kind: "treasuryOperation",
    id: row.operation_id!,
    day: row.operation_date!,
    source: "bill-purchases.csv",
    fields: {
      type: row.operation_type!,
      direction: row.operation_type!.endsWith("Sale") ? "S" : "P",
      settlement: row.settlement_date!,
      maturityFrom: row.maturity_start!,
      maturityTo: row.maturity_end!,
      submitted: Math.round(Number(row.submitted_usd_bn) * 1e9),
      accepted: Math.round(Number(row.accepted_usd_bn) * 1e9),
      method: null,
      note: noted && row.kind === "small_value_exercise" ? "Small Value Exercise" : null,
    },
  }));
}
