import { liquiditySections } from "../../note/index.ts";
import { liquidityPartOf } from "../../study/parts.ts";
import type { Effects } from "../effects.ts";
import type { FigureOptions } from "../figureSession.ts";
import { macroCommand } from "./macroCommand.ts";

/** The balance sheet of the Federal Reserve with what stands against it, and purchases of Treasury bills. */
export function liquidityCommand(group: string | undefined, options: FigureOptions, effects: Effects): Promise<void> {
  return macroCommand(
    { about: "liquidity", parts: ["liquidity", "operations"], record: liquidityPartOf, sections: liquiditySections },
    group,
    options,
    effects,
  );
}
