import { earningsSections } from "../../note/index.ts";
import { earningsPartOf } from "../../study/parts.ts";
import type { Effects } from "../effects.ts";
import type { FigureOptions } from "../figureSession.ts";
import { macroCommand } from "./macroCommand.ts";

/** Quoted growth of earnings per share, each figure with who said it and when. */
export function earningsCommand(group: string | undefined, options: FigureOptions, effects: Effects): Promise<void> {
  return macroCommand({ about: "earnings", parts: ["earnings"], record: earningsPartOf, sections: earningsSections }, group, options, effects);
}
