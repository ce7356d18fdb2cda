import type { MacroFigures } from "../../study/macro/figures.ts";
import { embeddedMacro } from "./embeddedMacro.ts";
import { FOUNDING_CASE } from "./groupFile.ts";
import { type EmbeddedGroup, openGroup } from "./openGroup.ts";

/** A group with the figures of its markets and of the macro picture, ready for a study. */
export interface OpenCase extends EmbeddedGroup {
  macro: MacroFigures;
}

/**
 * Opens a group with its embedded figures: the name of an embedded case, a group file, or a folder that holds `group.yaml`.
 *
 * Markets are those of the `markets.yaml` beside the group file, or else of the founding case and of the markets that ship with the
 * program. Only the figures of the group's members and their variants are read; a member without embedded figures is not held. Macro figures are those
 * of {@link embeddedMacro}. Nothing is fetched.
 *
 * @throws Problem (usage) for an unknown group, a member that is no market, or a malformed file; Problem (data) for unusable figures
 *
 * @example
 * import { openCase } from "lockstep/sources";
 * openCase("small-caps-and-bitcoin").group.leader; // => "IWM"
 */
export function openCase(name: string = FOUNDING_CASE): OpenCase {
  const { inputs, ...held } = openGroup(name).embedded();
  const { macro, inputs: files } = embeddedMacro(name);
  return { ...held, macro, inputs: [...inputs, ...files] };
}
