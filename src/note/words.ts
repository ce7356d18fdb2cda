import type { Basis, Day } from "../market/index.ts";
import type { Study, StudyMarket } from "../study/index.ts";
import { plain, type Text } from "./prose.ts";

const RECORD: Readonly<Record<Basis, string>> = { close: "record close", intraday: "intraday record", "total-return": "total-return record" };

const LEVEL: Readonly<Record<Basis, string>> = { close: "close", intraday: "close", "total-return": "total-return value" };

/** What the value is called that is held against the record. */
export function levelNoun({ definitions }: Pick<Study, "definitions">): string {
  return LEVEL[definitions.basis.value];
}

const SETS_RECORD: Readonly<Record<Basis, string>> = {
  close: "a close",
  intraday: "an intraday high",
  "total-return": "a total-return value",
};

/** What sets a record of the study's basis: "a close". */
export function recordSetter({ definitions }: Pick<Study, "definitions">): string {
  return SETS_RECORD[definitions.basis.value];
}

/** What records of a basis are called, in the plural. */
export function recordsNoun(basis: Basis): string {
  return `${RECORD[basis]}s`;
}

/** What a record of the study's basis is called, in the singular. */
export function recordNoun({ definitions }: Pick<Study, "definitions">): string {
  return RECORD[definitions.basis.value];
}

/** The same with its article: "a record close". */
export function aRecord(study: Pick<Study, "definitions">): string {
  return `${study.definitions.basis.value === "intraday" ? "an" : "a"} ${recordNoun(study)}`;
}

export const RESOLUTION = { catchUp: "catch-up", rollOver: "roll-over", open: "open" } as const;

// A shape beside the word, as for the states: filled when the laggard caught up, empty when the leader came down.
export const RESOLUTION_MARK = { catchUp: "\u25cf", rollOver: "\u25cb", open: "\u2026" } as const;

// A shape beside the word: states must be told apart without colour.
export const STATE_MARK: Readonly<Record<StudyMarket["state"], string>> = { record: "\u25b2", near: "\u25cf", apart: "\u25bc", unknown: "?" };

/** The row of a market in a study. */
export function marketOf(study: Study, id: string): StudyMarket {
  const market = study.markets.find((one) => one.id === id);
  if (!market) throw new Error(`no such market in the study: ${id}`);
  return market;
}

export const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** A day in words: "11 December 2025". */
export function longDay(day: Day): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** Text without marks, its days in words: for a drawing, a title, an attribute. */
export function said(text: Text): string {
  return plain(text, ({ day, text: written }) => written ?? longDay(day));
}

/** With a capital at its beginning. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Where the figures came from, without the file of each market. */
export function sourceFolders({ markets }: Pick<Study, "markets">): string[] {
  return [...new Set(markets.flatMap(({ record }) => record.sources).map((source) => source.split("/")[0]!))];
}

/** The units of the levels shown: currencies by their code, and index points. */
export function levelUnits({ markets }: Pick<Study, "markets">): string {
  const units = markets.filter(({ state }) => state !== "unknown").map(({ last }) => (last.unit === "index" ? "index points" : last.unit));
  return [...new Set(units)].join(", ");
}

/** At which instants the closes stand, and of which markets: "16:00 New York (IWM, SPY); 24:00 UTC (BTC)". */
export function clocks({ markets }: Pick<Study, "markets">): string {
  const known = markets.filter(({ state }) => state !== "unknown");
  const ids = (clock: string) => known.filter((market) => market.clock === clock).map(({ id }) => id);
  return [...new Set(known.map(({ clock }) => clock))].map((clock) => `${clock} (${ids(clock).join(", ")})`).join("; ");
}
