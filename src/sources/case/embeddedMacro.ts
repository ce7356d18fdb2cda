import { FOUNDING_CASE } from "./groupFile.ts";
import { MACRO_PARTS, type MacroPart } from "./macroFiles.ts";
import { type MacroHeld, macroParts } from "./macroParts.ts";

/** Macro figures that came with the program or with a group, and which parts of the picture they hold. */
export interface EmbeddedMacro extends MacroHeld {
  origins: Record<MacroPart, "case" | "none">;
}

/**
 * The macro figures that lie beside the markets of a group: rates and balances of the Federal Reserve, prices of federal funds futures,
 * operations of the New York Fed, quoted growth of earnings.
 *
 * They are those that the `markets.yaml` beside the group file names under `macro`, or else those of the founding case. A part without a
 * file is absent. Units and times of publication of rates and balances are those of the series of FRED of the same name.
 *
 * @param name as for `openCase`
 * @throws Problem (usage) for an unknown group or a malformed catalogue; Problem (data) naming file and line of an unusable figure
 *
 * @example
 * import { embeddedMacro } from "lockstep/sources";
 * const { macro, inputs } = embeddedMacro();
 * macro.readings.WALCL.unit; // => "millions of USD"
 * macro.curves[0].prices["2026-12"]; // => 96.89
 * inputs[0].file; // => "rates.csv"
 */
export function embeddedMacro(name: string = FOUNDING_CASE): EmbeddedMacro {
  const part = macroParts(name);
  const parts = MACRO_PARTS.map((one) => ({ one, held: part(one) }));
  return {
    macro: {
      readings: Object.assign({}, ...parts.map(({ held }) => held.macro.readings)),
      curves: parts.flatMap(({ held }) => held.macro.curves),
      operations: parts.flatMap(({ held }) => held.macro.operations),
      forecasts: parts.flatMap(({ held }) => held.macro.forecasts),
    },
    inputs: parts.flatMap(({ held }) => held.inputs),
    notes: parts.flatMap(({ held }) => held.notes),
    origins: Object.fromEntries(parts.map(({ one, held }) => [one, held.inputs.length > 0 ? "case" : "none"])) as EmbeddedMacro["origins"],
  };
}
