import { basename, join } from "node:path";
import { Problem, type SourcedFact } from "../../market/index.ts";
import type { MacroFigures } from "../../study/macro/figures.ts";
import { readMarketFile } from "../files/readMarketFile.ts";
import { isPage } from "../text/isPage.ts";
import { readText, type TextFile } from "../text/readText.ts";
import { Catalogue } from "./catalogue.ts";
import { placeOf } from "./groupFile.ts";
import { macroCurve } from "./macroCurve.ts";
import type { MacroPart } from "./macroFiles.ts";
import { macroOperations } from "./macroOperations.ts";
import { macroReadings } from "./macroReadings.ts";

/** Figures of the macro picture with the hashes of what they came from. */
export interface MacroHeld {
  macro: MacroFigures;
  inputs: { file: string; sha256: string }[];
  notes: string[]; // what was left out or assumed
}

/** The embedded macro figures of a group, part by part: a file is read when its part is asked for. */
export function macroParts(group: string): (part: MacroPart) => MacroHeld {
  const files = filesOf(group);
  return (part) => {
    const held: MacroHeld = { macro: { readings: {}, curves: [], operations: [], forecasts: [] }, inputs: [], notes: [] };
    if (!files) return held;
    const { folder, futures } = files;
    const read = <T>(name: string | undefined, use: (file: TextFile, source: string) => T): T | undefined => {
      if (name === undefined) return undefined;
      const file = opened(join(folder, name));
      const { sha256 } = file;
      const figures = use(file, `${basename(folder)}/${file.name}`);
      held.inputs.push({ file: file.name, sha256 });
      return figures;
    };
    switch (part) {
      case "rates":
        held.macro.readings = read(files.rates, (file, source) => macroReadings(file, { units: ["percent"], source })) ?? {};
        return held;
      case "liquidity":
        held.macro.readings = read(files.liquidity, (file, source) => macroReadings(file, { units: ["millions of USD", "billions of USD"], source })) ?? {};
        return held;
      case "curve":
        held.macro.curves = futures
          .toSorted((a, b) => (a.day < b.day ? -1 : 1))
          .map(({ day, file: name }) => {
            const { curve, notes } = read(name, (file, source) => macroCurve(file, { day, source }))!;
            held.notes.push(...notes.map((note) => `${name}: ${note}`));
            return curve;
          });
        return held;
      case "operations":
        held.macro.operations = read(files.operations, macroOperations) ?? [];
        return held;
      case "earnings":
        held.macro.forecasts = read(files.earnings, forecastsOf) ?? [];
        return held;
      default:
        throw new Error(`expected a part of the macro picture; received ${String(part satisfies never)}`);
    }
  };
}

/** The files that the nearest catalogue names which names any; undefined when none does. */
function filesOf(group: string) {
  for (const path of placeOf(group).markets) {
    const { macro } = new Catalogue(path);
    if (macro) return macro;
  }
  return undefined;
}

function opened(path: string): TextFile {
  const file = readText(path);
  if (isPage(file.text)) throw new Problem("data", "expected CSV; received an HTML or XML page", `${path}:1`);
  return file;
}

function forecastsOf(file: TextFile, source: string): SourcedFact[] {
  const { format, facts } = readMarketFile(file);
  if (format !== "epsTable")
    throw new Problem("data", "expected a table of earnings forecasts with the columns index, year, as_of; received another", `${file.path}:1`);
  return facts.map((fact) => ({ ...fact, source })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
