import { createHash } from "node:crypto";
import {
  type Assembled,
  assembled,
  type BarStatus,
  type Field,
  type HistoryPart,
  type Instrument,
  type Market,
  onCalendar,
  type Series,
  toDay,
  toSeries,
  totalReturn,
} from "../market/index.ts";
import { refText } from "../sources/index.ts";
import { finalBars, type HeldBars, heldSeries, type Sql } from "../store/index.ts";
import { comparable, type Target } from "./subject.ts";

/** A market as the store has it, with where its figures come from and what of them waits. */
export interface StoredMarket {
  market: Market;
  parts: Assembled["parts"];
  left: Assembled["left"];
  inputs: { file: string; sha256: string }[]; // what was used of each source, hashed
}

const FIELDS: readonly Field[] = ["close", "high", "low", "totalReturn"];

/**
 * A market from what the store held of it at an instant (default: now); undefined when it held nothing usable. Bars that are not final
 * are no part of it: they stand in `held back`. Its inputs name an instant that was asked about, not the one of reading.
 */
export async function storedMarket(
  sql: Sql,
  instrument: Instrument,
  target: Target,
  { knownAt, readAt }: { knownAt?: number | undefined; readAt?: number | undefined } = {},
): Promise<StoredMarket | undefined> {
  const found: { source: string; held: HeldBars }[] = [];
  const left: Assembled["left"] = [];
  for (const ref of comparable(target)) {
    const held = await heldSeries(sql, ref, { knownAt: knownAt ?? readAt });
    if (!held) continue;
    // An index is in points, whatever its source calls them.
    if (instrument.kind === "index" || held.unit === instrument.currency) found.push({ source: refText(ref), held });
    else left.push({ source: refText(ref), why: `expected figures in ${instrument.currency}; received ${held.unit}` });
  }
  const parts: HistoryPart[] = found.map(({ source, held }) => ({ source, bars: finalBars(held) }));
  const whole = assembled(parts);
  if (whole.parts.length === 0) return undefined;
  const source =
    whole.parts.length === 1 ? whole.parts[0]!.source : whole.parts.map((part) => `${part.source} ${toDay(part.from)} to ${toDay(part.to)}`).join(", ");
  return {
    market: { instrument, series: seriesOfFields(whole, instrument, source), heldBack: heldBack(found, whole) },
    parts: whole.parts,
    left: [...left, ...whole.left],
    inputs: whole.parts.map((part) => ({
      file: `${part.source}${knownAt === undefined ? "" : ` as known at ${new Date(knownAt).toISOString()}`}`,
      sha256: hashOf(parts.find((one) => one.source === part.source)!),
    })),
  };
}

function seriesOfFields({ bars: { sessions, columns }, parts }: Assembled, { id, currency, calendar, kind }: Instrument, source: string): Market["series"] {
  const { close, dividend } = columns;
  // A market that never paid is not told from one whose dividends are unknown; and two sources begin their indices at different levels.
  const one = parts.length === 1;
  const total = one ? (columns.totalReturn ?? (close && dividend && totalReturn(close, dividend))) : undefined;
  const series: Partial<Record<Field, Series>> = {};
  for (const field of FIELDS) {
    const values = field === "totalReturn" ? total : columns[field];
    if (!values) continue;
    series[field] = onCalendar(
      toSeries({ market: id, field, unit: field === "totalReturn" || kind === "index" ? "index" : currency, source, sessions, values }),
      calendar,
    );
  }
  return series;
}

/** The latest bars of the preferred source that are not final, and why: what a reader might miss. */
function heldBack(found: readonly { source: string; held: HeldBars }[], whole: Assembled): NonNullable<Market["heldBack"]> {
  const main = found.find(({ source }) => source === whole.parts.at(-1)?.source);
  if (!main) return [];
  return [...main.held.judged]
    .flatMap(([session, { status, reason }]) => (status === "final" ? [] : [{ session, status: status satisfies BarStatus, reason }]))
    .sort((a, b) => a.session - b.session);
}

/** The hash of the bars of a source that a study may rest on. */
function hashOf({ bars: { sessions, columns } }: HistoryPart): string {
  const hash = createHash("sha256").update(sessions);
  for (const [field, values] of Object.entries(columns).sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(field).update(values);
  return hash.digest("hex");
}
