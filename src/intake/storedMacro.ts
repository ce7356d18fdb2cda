import { createHash } from "node:crypto";
import { type Reading, type SourcedFact, toReading } from "../market/index.ts";
import type { MacroPart } from "../sources/case/macroFiles.ts";
import type { MacroHeld } from "../sources/case/macroParts.ts";
import { refText, sourceOf } from "../sources/index.ts";
import { finalBars, type HeldSeries, heldFacts, type Sql } from "../store/index.ts";
import { heldSeveral } from "./heldSeveral.ts";
import { storedCurves } from "./storedCurves.ts";
import { comparable, IMPORTED, type Target } from "./subject.ts";
import { readingTargets } from "./targets.ts";

/** In which view of the past the store is read. */
interface View {
  knownAt?: number | undefined; // asked about, so that the inputs name it
  readAt?: number | undefined;
}

/**
 * One part of the macro picture from what the store held at an instant (default: now); empty where it held nothing of it. A reading is of
 * one source, the first that holds it; what is in quarantine, or not over, is no part of it.
 */
export async function storedMacro(sql: Sql, part: MacroPart, view: View = {}): Promise<MacroHeld> {
  const at = { knownAt: view.knownAt ?? view.readAt };
  const held: MacroHeld = { macro: { readings: {}, curves: [], operations: [], forecasts: [] }, inputs: [], notes: [] };
  const input = (file: string, content: unknown) => {
    const known = view.knownAt === undefined ? "" : ` as known at ${new Date(view.knownAt).toISOString()}`;
    held.inputs.push({ file: `${file}${known}`, sha256: createHash("sha256").update(JSON.stringify(content)).digest("hex") });
  };
  switch (part) {
    case "rates":
    case "liquidity": {
      const readings: Record<string, Reading> = {};
      const targets = readingTargets().filter((target) => partOf(target) === part);
      const refs = new Set(targets.flatMap((target) => comparable(target).map(refText)));
      const series = await heldSeveral(sql, (key) => refs.has(refText(key)), at);
      for (const target of targets) {
        const { reading, notes } = storedReading(series, target);
        held.notes.push(...notes);
        if (!reading) continue;
        readings[target.id] = reading;
        input(reading.source, [[...reading.sessions], [...reading.values]]);
      }
      held.macro.readings = readings;
      return held;
    }
    case "curve": {
      const curves = await storedCurves(sql, at);
      for (const source of new Set(curves.map((curve) => curve.source)))
        input(
          source,
          curves.filter((curve) => curve.source === source),
        );
      held.macro.curves = curves;
      return held;
    }
    case "operations":
      held.macro.operations = await storedFacts(sql, "treasuryOperation", (source) => `${source}:operations`, at, input);
      return held;
    case "earnings":
      held.macro.forecasts = await storedFacts(sql, "epsForecast", (source) => `${IMPORTED}:${source}`, at, input);
      return held;
    default:
      throw new Error(`expected a part of the macro picture; received ${String(part satisfies never)}`);
  }
}

/** Of which part a reading is: a rate in percent, or a balance in dollars; what is not either is facts. */
function partOf({ id, sources }: Target): MacroPart | undefined {
  if (id === "operations") return undefined;
  return aboutFirst(sources).unit === "percent" ? "rates" : "liquidity";
}

function aboutFirst(sources: Target["sources"]) {
  const [ref] = sources;
  const about = ref && sourceOf(ref).about(ref.symbol);
  if (!about?.release) throw new Error(`expected a reading that its source knows; received ${ref ? refText(ref) : "none"}`);
  return { ...about, release: about.release };
}

function storedReading(held: ReadonlyMap<string, HeldSeries>, target: Target): { reading?: Reading; notes: string[] } {
  const { id } = target;
  const notes: string[] = [];
  for (const ref of comparable(target)) {
    const series = held.get(refText(ref));
    if (!series) continue;
    const { sessions, columns } = finalBars(series);
    // A file of one series may call its values closes.
    const values = columns.value ?? (ref.source === IMPORTED ? columns.close : undefined);
    if (!values || sessions.length === 0) continue;
    const { unit, name = id, release } = aboutFirst(ref.source === IMPORTED ? target.sources : [ref]);
    if (series.unit !== unit) {
      notes.push(`${refText(ref)} is not used (expected figures in ${unit}; received ${series.unit})`);
      continue;
    }
    return { reading: toReading({ id, name, unit, release, source: refText(ref), sessions, values }), notes };
  }
  return { notes };
}

async function storedFacts(
  sql: Sql,
  kind: string,
  sourceOfFact: (source: string) => string,
  { knownAt }: { knownAt: number | undefined },
  input: (file: string, content: unknown) => void,
): Promise<SourcedFact[]> {
  const facts = (await heldFacts(sql, kind, { knownAt })).map(
    ({ source, id, day, fields }): SourcedFact => ({ kind, id, day, fields, source: sourceOfFact(source) }),
  );
  for (const source of new Set(facts.map((fact) => fact.source)))
    input(
      source,
      facts.filter((fact) => fact.source === source),
    );
  return facts;
}
