import { existsSync } from "node:fs";
import { z } from "zod";
import { type FileImported, importFile, marketTarget, type Subject, type Target } from "../../intake/index.ts";
import { Problem } from "../../market/index.ts";
import { whole } from "../../note/format.ts";
import { type DateOrder, describeMarket } from "../../sources/index.ts";
import { isExport, restoreStore } from "../../store/index.ts";
import { toJson } from "../../study/toJson.ts";
import type { Effects } from "../effects.ts";
import { wrapped } from "../terminal/wrapped.ts";
import { withStore } from "../withStore.ts";
import { wordAsked } from "../wordAsked.ts";

export interface ImportOptions {
  as?: string;
  each?: boolean;
  group?: string;
  kind?: string;
  calendar?: string;
  close?: string;
  unit: string;
  dates?: string;
  source?: string;
  restate?: boolean;
  json?: boolean;
}

const KINDS = ["etf", "index", "crypto", "future", "stock", "reading"] as const;
const CALENDARS = ["XNYS", "24/7", "US-BOND", "US-FED"] as const;
const DATES = ["ymd", "mdy", "dmy"] as const;
const closeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d .+$|^24:00 .+$/);

/** Takes a file of figures into the store, or fills an empty store from an export. */
export async function importCommand(path: string, options: ImportOptions, effects: Effects): Promise<void> {
  if (isExport(path)) {
    const rows = await withStore(effects, "make", (store) => restoreStore(store, path));
    effects.out(
      options.json
        ? toJson({ restored: rows })
        : `Restored ${whole({ value: rows.observations ?? 0 })} observations and ${whole({ value: rows.judgements ?? 0 })} judgements.\n`,
    );
    return;
  }
  const dates = options.dates === undefined ? undefined : (wordAsked(options.dates, DATES, "--dates") satisfies DateOrder);
  const subject = subjectOf(options);
  if (options.each && !subject) throw new Problem("usage", "expected --kind with --each: what the markets of the file are", path);
  const target = options.as === undefined ? undefined : targetOf(options.as, options.group, subject);
  if (!existsSync(path)) throw new Problem("data", "expected a file; there is none", path);
  const ask = {
    path,
    target,
    ...(options.each ? { subject } : {}),
    unit: options.unit,
    dates,
    source: options.source,
    restate: options.restate ?? false,
    now: effects.net.now(),
  };
  const imported = await withStore(effects, "make", (store) => importFile(store, ask));
  const known = target === undefined || target.sources.length > 0;
  effects.out(options.json ? toJson(imported) : `${textOf(imported, target?.id ?? options.as, effects)}${known ? "" : howToUse(target)}`);
}

/** What the options say of the bars: from the kind follows the rest, unless it is given. */
function subjectOf({ kind, calendar, close }: ImportOptions): Omit<Subject, "settles"> | undefined {
  if (kind === undefined) {
    if (calendar !== undefined || close !== undefined) throw new Problem("usage", "expected --kind beside --calendar and --close; received none");
    return undefined;
  }
  const of = wordAsked(kind, KINDS, "--kind");
  const on = calendar === undefined ? (of === "crypto" ? "24/7" : "XNYS") : wordAsked(calendar, CALENDARS, "--calendar");
  const text = close ?? (on === "24/7" ? "24:00 UTC" : "16:00 America/New_York");
  if (!closeSchema.safeParse(text).success) throw new Problem("usage", `expected a close as "16:00 America/New_York"; received ${text}`, "--close");
  const at = text.indexOf(" ");
  return { kind: of, calendar: on, close: { time: text.slice(0, at), zone: text.slice(at + 1) } };
}

/** The market that the bars are of: one that is known by this name, or a new one of which the options say what it is. */
function targetOf(name: string, group: string | undefined, subject: Omit<Subject, "settles"> | undefined): Target {
  try {
    return marketTarget(describeMarket(name, group).described);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (subject) return { id: name, subject, sources: [] };
    throw new Problem("usage", `${error.message}; of a market that is not known say what it is: --kind etf, index, stock, future or crypto`, "--as");
  }
}

/** What makes a market of an import that is known nowhere: a catalogue beside the group file. */
function howToUse({ id, subject }: Target): string {
  const entry = `  ${id}: { name: ${id}, description: ${id}, kind: ${subject.kind}, calendar: ${subject.calendar}, close: { time: "${subject.close.time}", zone: ${subject.close.zone} }, currency: USD, sources: ["import:${id}"] }`;
  return `To use it, put this into markets.yaml beside a group file that names ${id}:\nmarkets:\n${entry}\n`;
}

function textOf({ format, series, fresh, restated, facts, quarantined, missing, notes }: FileImported, as: string | undefined, { width }: Effects): string {
  const n = (value: number) => whole({ value });
  const what = facts > 0 ? `${n(facts)} records` : `${n(fresh)} new sessions, ${n(restated)} restated${series > 1 ? ` of ${n(series)} series` : ""}`;
  const gate = facts > 0 && series === 0 ? "" : ` ${n(quarantined)} in quarantine (lockstep quarantine), ${n(missing)} missing on the calendar.`;
  return `${[wrapped(`Imported ${format}${as === undefined ? "" : ` as ${as}`}: ${what}.${gate}`, width), ...notes.map((note) => wrapped(`Note: ${note}.`, width))].join("\n")}\n`;
}
