import { type Day, dayNumber, type Reading, toDay } from "../market/index.ts";
import { MACRO_PARTS, type MacroPart } from "../sources/case/macroFiles.ts";
import { type MacroHeld, macroParts } from "../sources/case/macroParts.ts";
import { FOUNDING_CASE } from "../sources/index.ts";
import type { FiguresAsk } from "./figures.ts";
import { storedMacro } from "./storedMacro.ts";

/** Macro figures, and from where each part of them comes. */
export interface MacroChosen extends MacroHeld {
  origins: Record<MacroPart, "store" | "case" | "none">;
}

/**
 * The macro figures of a group, part by part: rates, the curve of federal funds futures, liquidity, operations and earnings each come whole
 * from the store where it holds the part to a later day, else from the embedded case. Never one figure of a part from here and another from
 * there. Curves of days and operations that the store lacks are added from the case. Earnings that were imported are the user's own table and replace the embedded one, whatever their days.
 *
 * With `prefer` "store", or as known at an instant, only the store is asked; with "case" only what is embedded. A part that is held nowhere
 * is empty, its origin "none".
 *
 * @param group as for `openCase`
 * @throws Problem as `embeddedMacro`
 *
 * @example
 * import { macroFiguresOf } from "lockstep/figures";
 * const { macro, origins } = await macroFiguresOf(undefined, { store: undefined, prefer: "fresher" });
 * origins.curve; // => "case"
 * macro.readings.DFEDTARU.unit; // => "percent"
 */
export async function macroFiguresOf(group: string | undefined, { store, prefer, knownAt, readAt }: FiguresAsk): Promise<MacroChosen> {
  const onlyStore = prefer === "store" || knownAt !== undefined;
  const embedded = onlyStore ? undefined : macroParts(group ?? FOUNDING_CASE);
  const stored =
    store && prefer !== "case"
      ? await store.read(async (sql) => {
          const parts = new Map<MacroPart, MacroHeld>();
          for (const part of MACRO_PARTS) parts.set(part, await storedMacro(sql, part, { knownAt, readAt }));
          return parts;
        })
      : undefined;
  const readings: Record<string, Reading> = {};
  const chosen: MacroChosen = {
    macro: { readings, curves: [], operations: [], forecasts: [] },
    inputs: [],
    notes: [],
    origins: { rates: "none", curve: "none", liquidity: "none", operations: "none", earnings: "none" },
  };
  for (const part of MACRO_PARTS) {
    const own = stored?.get(part);
    const { held, origin, note } = chooseOne(part, own, embedded?.(part));
    chosen.origins[part] = origin;
    if (note !== undefined) chosen.notes.push(note);
    // What of the store cannot be used is said also where the case stands for it.
    if (own && own !== held) chosen.notes.push(...own.notes);
    if (!held) continue;
    chosen.inputs.push(...held.inputs);
    chosen.notes.push(...held.notes.filter((one) => !chosen.notes.includes(one)));
    Object.assign(readings, held.macro.readings);
    chosen.macro.curves = [...chosen.macro.curves, ...held.macro.curves];
    chosen.macro.operations = [...chosen.macro.operations, ...held.macro.operations];
    chosen.macro.forecasts = [...chosen.macro.forecasts, ...held.macro.forecasts];
  }
  return chosen;
}

interface Choice {
  held: MacroHeld | undefined;
  origin: "store" | "case" | "none";
  note?: string;
}

function chooseOne(part: MacroPart, stored: MacroHeld | undefined, embedded: MacroHeld | undefined): Choice {
  const ours: Choice = { held: stored, origin: "store" };
  const theirs: Choice = { held: embedded, origin: "case" };
  if (!embedded || isEmpty(embedded)) return stored && !isEmpty(stored) ? ours : { held: stored, origin: "none" };
  if (!stored || isEmpty(stored)) return theirs;
  if (part === "earnings") return { ...ours, note: "earnings: your own table replaces the embedded one" };
  if (part === "curve" || part === "operations") return together(part, stored, embedded);
  const [own, other] = [spansOf(part, stored), spansOf(part, embedded)];
  const lacking = [...other.keys()].filter((what) => !own.has(what));
  if (lacking.length > 0) return { ...theirs, note: `${part}: the store holds no ${lacking.join(" and no ")}` };
  const pairs = [...own].flatMap(([what, span]) => (other.has(what) ? [{ what, span, before: other.get(what)! }] : []));
  const older = pairs.filter(({ span, before }) => span.to < before.to);
  if (older.length > 0 || pairs.every(({ span, before }) => span.to <= before.to)) {
    const shown = older.length > 0 ? older : pairs;
    return { ...theirs, note: `${part}: the store is no fresher (${shown.map(({ what, span }) => `${what} to ${span.to}`).join(", ")})` };
  }
  const later = pairs.filter(({ span, before }) => dayNumber(span.from) > dayNumber(before.from) + SHORTER);
  return later.length === 0
    ? ours
    : {
        ...ours,
        note: `${part}: the history in the store begins later than the embedded one (${later.map(({ what, span }) => `${what} on ${span.from}`).join(", ")})`,
      };
}

/**
 * Curves of days, and operations, are records that stand by themselves: what the store lacks of them is added from the case, and nothing of one is mixed into
 * another.
 */
function together(part: "curve" | "operations", stored: MacroHeld, embedded: MacroHeld): Choice {
  const days = new Set(stored.macro.curves.map(({ day }) => day));
  const ids = new Set(stored.macro.operations.map(({ id }) => id));
  const curves = embedded.macro.curves.filter(({ day }) => !days.has(day));
  const operations = embedded.macro.operations.filter(({ id }) => !ids.has(id));
  if (curves.length + operations.length === 0) return { held: stored, origin: "store" };
  const ascending = <T extends { day: Day }>(all: readonly T[]) => all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return {
    held: {
      macro: {
        ...stored.macro,
        curves: ascending([...curves, ...stored.macro.curves]),
        operations: ascending([...operations, ...stored.macro.operations]),
      },
      inputs: [...stored.inputs, ...embedded.inputs],
      notes: [...stored.notes, ...embedded.notes],
    },
    origin: "store",
    note: `${part}: ${curves.length + operations.length} that the store does not hold are the embedded ones`,
  };
}

// Days that a history in the store may begin later without a word.
const SHORTER = 31;

/** What a part is about, each thing by any of the readings that say it. */
const THINGS: Partial<Record<MacroPart, Readonly<Record<string, readonly string[]>>>> = {
  rates: { "effective rate": ["DFF", "EFFR"], DFEDTARL: ["DFEDTARL"], DFEDTARU: ["DFEDTARU"], DGS2: ["DGS2"] },
  liquidity: { WALCL: ["WALCL"], "Treasury account": ["WTREGEN", "TGA"], "reverse repos": ["RRPONTSYD", "RRP"] },
};

interface Span {
  from: Day;
  to: Day;
}

/** From when to when each thing of a part is held. */
function spansOf(part: MacroPart, { macro }: MacroHeld): Map<string, Span> {
  const things = THINGS[part];
  if (!things) return new Map();
  return new Map(
    Object.entries(things).flatMap(([what, ids]) => {
      const days = ids.flatMap((id) => {
        const sessions = macro.readings[id]?.sessions;
        return sessions && sessions.length > 0 ? [toDay(sessions[0]!), toDay(sessions.at(-1)!)] : [];
      });
      return [...spanOf(what, days)];
    }),
  );
}

function spanOf(what: string, days: readonly Day[]): Map<string, Span> {
  const ascending = days.toSorted();
  const [from, to] = [ascending[0], ascending.at(-1)];
  return from === undefined || to === undefined ? new Map() : new Map([[what, { from, to }]]);
}

function isEmpty({ macro: { readings, curves, operations, forecasts } }: MacroHeld): boolean {
  return Object.keys(readings).length + curves.length + operations.length + forecasts.length === 0;
}
