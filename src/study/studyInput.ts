import type { Day, Markets } from "../market/index.ts";
import type { Group } from "./group.ts";
import type { MacroFigures } from "./macro/figures.ts";
import type { Study } from "./schema.ts";

/** What a study is made from. */
export interface StudyInput {
  group: Group;
  markets: Markets;
  /** The figures of the macro picture; without them it is unknown. */
  macro?: MacroFigures | undefined;
  /** The day to look from; default the last session held of any member. */
  asOf?: Day;
  /** The files that the figures came from, with their hashes; recorded, not read. */
  inputs?: Study["inputs"];
}
